// Work on files of strangers in a thread of its own. A parser can be made to work for hours or to fill the memory; a thread
// is ended, the process is not.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface ThreadBounds {
  /** From the start of the work, ms. */
  deadlineMs: number;
  /** Of the thread's heap. Buffers lie outside it: they are bounded by what the whole process grows. */
  memoryMb: number;
}

export type ThreadOutcome<T> = { ok: true; value: T } | { ok: false; error: 'out-of-time' | 'out-of-memory' };

type Answer<T> = { type: 'started' } | { type: 'done'; result: T };

/** Starting the thread and loading the parser, which no file can make longer. */
const PATIENCE_TO_START_MS = 60_000;
const LOOK_AT_MEMORY_MS = 50;
const BUFFERS_MB = 512;
const MB = 1_048_576;

/**
 * Hands a task to a thread and waits for its answer. The thread says `started` when it has loaded what it needs, and `done`
 * with the result. Who calls sees to how many run at a time (`inTurn`). It runs from the root of the source tree.
 * @param path of the file that the thread begins with, from the root of the source tree
 * @throws when the thread fails otherwise than by time or memory
 */
export function runInThread<T>(
  path: string,
  task: unknown,
  { deadlineMs, memoryMb }: ThreadBounds,
): Promise<ThreadOutcome<T>> {
  const worker = new Worker(pathToFileURL(join(process.cwd(), path)), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  });
  let clock: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  return new Promise<ThreadOutcome<T>>((resolve, reject) => {
    clock = setTimeout(() => reject(new Error(`The thread ${path} did not start.`)), PATIENCE_TO_START_MS);
    const mostBytes = process.memoryUsage.rss() + (memoryMb + BUFFERS_MB) * MB;
    watch = setInterval(() => {
      if (process.memoryUsage.rss() > mostBytes) resolve({ ok: false, error: 'out-of-memory' });
    }, LOOK_AT_MEMORY_MS);
    worker.on('message', (answer: Answer<T>) => {
      if (answer.type === 'done') return resolve({ ok: true, value: answer.result });
      clearTimeout(clock);
      clock = setTimeout(() => resolve({ ok: false, error: 'out-of-time' }), deadlineMs);
    });
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, error: 'out-of-memory' });
      else reject(error);
    });
    worker.once('exit', (code) => reject(new Error(`The thread ${path} ended with code ${code}.`)));
    worker.postMessage(task);
  }).finally(() => {
    clearTimeout(clock);
    clearInterval(watch);
    void worker.terminate();
  });
}
