// Where the thread that reads a Polis export begins: it learns to read TypeScript, as the programs in scripts/ do, and goes on there.

import { register } from 'tsx/esm/api';

register();
await import('./conversation-worker.ts');
