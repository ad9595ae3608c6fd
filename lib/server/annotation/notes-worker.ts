// The thread in which a file of notes of a stranger is read, and their places are looked for. Started by `notes-in-worker`;
// its imports are relative, because nothing resolves aliases here.

import { parentPort } from 'node:worker_threads';
import { doFind, doRead, type FindTask, type ReadTask } from './notes-task';

parentPort?.once('message', (task: ReadTask | FindTask) => {
  parentPort?.postMessage({ type: 'started' });
  parentPort?.postMessage({ type: 'done', result: task.type === 'read' ? doRead(task) : doFind(task) });
});
