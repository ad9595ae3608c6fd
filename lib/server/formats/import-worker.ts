// The thread in which a file of a stranger is read: it can be ended, and its memory is bounded. Started by
// `importMapInWorker`; its imports are relative, because nothing resolves aliases here.

import { parentPort } from 'node:worker_threads';
import { loadArgdown } from '../../domain/formats/argdown-parse';
import type { ImportOptions } from '../../domain/formats/import-map';
import { importMap, needsArgdown } from '../../domain/formats/import-map';

export interface ImportTask {
  bytes: Uint8Array;
  options: ImportOptions;
}

const read = async ({ bytes, options }: ImportTask): Promise<void> => {
  // Loading the parser is not the file's work, so the clock starts after it.
  if (needsArgdown(bytes, options)) await loadArgdown();
  parentPort?.postMessage({ type: 'started' });
  parentPort?.postMessage({ type: 'done', result: await importMap(bytes, options) });
};

// What is thrown here ends the thread, and reaches the other side as an error.
parentPort?.once('message', (task: ImportTask) => void read(task));
