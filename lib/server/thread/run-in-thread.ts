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
 * Starts a thread, which has nothing to do yet. It runs from the root of the source tree.
 * @param path of the file that the thread begins with, from the root of the source tree
 */
export const startThread = (path: string, { memoryMb }: Pick<ThreadBounds, 'memoryMb'>): Worker =>
  new Worker(pathToFileURL(join(process.cwd(), path)), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  });

/**
 * Hands a task to a thread that is at no other and waits for its answer. The thread says `started` when it has loaded what it
 * needs, and `done` with the result. A thread that went beyond its bounds or failed is to be ended by whoever started it.
 * @throws when the thread fails otherwise than by time or memory
 */
export function taskInThread<T>(
  worker: Worker,
  path: string,
  task: unknown,
  { deadlineMs, memoryMb }: ThreadBounds,
): Promise<ThreadOutcome<T>> {
  const inTheEnd: (() => void)[] = [];
  return new Promise<ThreadOutcome<T>>((resolve, reject) => {
    let clock = setTimeout(
      () => reject(new Error(`The thread ${path} did not start.`)),
      PATIENCE_TO_START_MS,
    );
    inTheEnd.push(() => clearTimeout(clock));
    const mostBytes = process.memoryUsage.rss() + (memoryMb + BUFFERS_MB) * MB;
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > mostBytes) resolve({ ok: false, error: 'out-of-memory' });
    }, LOOK_AT_MEMORY_MS);
    inTheEnd.push(() => clearInterval(watch));
    const answered = (answer: Answer<T>): void => {
      clearTimeout(clock);
      if (answer.type === 'done') resolve({ ok: true, value: answer.result });
      else clock = setTimeout(() => resolve({ ok: false, error: 'out-of-time' }), deadlineMs);
    };
    const failed = (error: Error & { code?: string }): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, error: 'out-of-memory' });
      else reject(error);
    };
    const ended = (code: number): void => reject(new Error(`The thread ${path} ended with code ${code}.`));
    worker.on('message', answered).on('error', failed).on('exit', ended);
    inTheEnd.push(() => worker.off('message', answered).off('error', failed).off('exit', ended));
    worker.postMessage(task);
  }).finally(() => {
    for (const end of inTheEnd) end();
  });
}

/**
 * Hands a task to a thread of its own and waits for its answer. Who calls sees to how many run at a time (`inTurn`).
 * @param path of the file that the thread begins with, from the root of the source tree
 * @throws when the thread fails otherwise than by time or memory
 */
export async function runInThread<T>(
  path: string,
  task: unknown,
  bounds: ThreadBounds,
): Promise<ThreadOutcome<T>> {
  const worker = startThread(path, bounds);
  // One that is ended while it fails may fail once more, when nobody listens.
  worker.on('error', () => {});
  try {
    return await taskInThread<T>(worker, path, task, bounds);
  } finally {
    void worker.terminate();
  }
}
