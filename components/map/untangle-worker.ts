// The engine takes over this worker's messages; `untangle.ts` speaks to it.
import 'elkjs/lib/elk-worker.min.js';
