// A thread that stays between tasks. What it has loaded and compiled is there for the next one, which for small tasks is most of
// their time.

import type { Worker } from 'node:worker_threads';
import { startThread, type ThreadBounds, type ThreadOutcome, taskInThread } from './run-in-thread';

export interface WarmBounds extends ThreadBounds {
  /** It is ended when it had nothing to do for so long, ms. */
  idleMs: number;
}

export interface WarmThread {
  /**
   * Hands a task to the thread, which is started when there is none. It is ended when the task goes beyond its bounds or fails.
   * @param isLast ends it after this task: what a large one needed is not kept
   * @throws when the thread fails otherwise than by time or memory, and while it is at another task (`turns` sees to that)
   */
  run<T>(task: unknown, isLast?: boolean): Promise<ThreadOutcome<T>>;
}

/** @param path of the file that the thread begins with, from the root of the source tree; it listens for task after task */
export function warmThread(path: string, { idleMs, ...bounds }: WarmBounds): WarmThread {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isAtWork = false;

  const started = (): Worker => {
    const thread = startThread(path, bounds);
    // Whatever ends it while it is idle, the next task starts another one.
    thread.on('error', () => {});
    thread.on('exit', () => {
      if (worker === thread) worker = null;
    });
    return thread;
  };
  const end = (): void => {
    clearTimeout(idle);
    void worker?.terminate();
    worker = null;
  };

  return {
    async run<T>(task: unknown, isLast = false): Promise<ThreadOutcome<T>> {
      if (isAtWork) throw new Error(`The thread ${path} is at another task.`);
      isAtWork = true;
      clearTimeout(idle);
      worker ??= started();
      worker.ref();
      let isSound = false;
      try {
        const outcome = await taskInThread<T>(worker, path, task, bounds);
        isSound = outcome.ok && !isLast;
        return outcome;
      } finally {
        isAtWork = false;
        if (isSound && worker) {
          // Neither keeps a process from ending.
          worker.unref();
          idle = setTimeout(end, idleMs).unref();
        } else end();
      }
    },
  };
}
