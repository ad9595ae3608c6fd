// The thread in which a document of a stranger is read: it can be ended, and its memory is bounded. Started by
// `readDocumentInWorker`; its imports are relative, because nothing resolves aliases here.

import { parentPort } from 'node:worker_threads';
import { type DocumentFile, readDocument } from './read-document';

const read = async (file: DocumentFile): Promise<void> => {
  parentPort?.postMessage({ type: 'started' });
  parentPort?.postMessage({ type: 'done', result: await readDocument(file) });
};

// What is thrown here ends the thread, and reaches the other side as an error.
parentPort?.once('message', (file: DocumentFile) => void read(file));
