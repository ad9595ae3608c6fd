// Finding the places of a source in another text, in a thread of its own: it takes seconds for a long text with many notes.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Anchor } from '../../domain/annotation/anchor-types';
import type { KnownText, PlannedVersion, StandingGroup, VersionTask } from '../../domain/source/version-plan';
import type { SourceTask } from './version-worker';

type Answer = { type: 'started' } | { type: 'done'; result: unknown };

/** Starting the thread, and then the work: what it is bounded by takes a few seconds at most. */
const PATIENCE_TO_START_MS = 60_000;
const PATIENCE_MS = 60_000;
const MEMORY_MB = 768;

/** At a time: each takes a processor for itself. */
const MOST_THREADS = 1;
let running = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_THREADS) await new Promise<void>((resolve) => queue.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The turn passes to the one that waits longest, or is given back.
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

function runInThread<T>(asked: SourceTask): Promise<T> {
  const file = join(process.cwd(), 'lib/server/source/version-thread.mjs');
  const worker = new Worker(pathToFileURL(file), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  let clock: NodeJS.Timeout | undefined;
  return new Promise<T>((resolve, reject) => {
    const late = () => reject(new Error('The version thread took too long.'));
    clock = setTimeout(late, PATIENCE_TO_START_MS);
    worker.on('message', (answer: Answer) => {
      clearTimeout(clock);
      if (answer.type === 'started') clock = setTimeout(late, PATIENCE_MS);
      // The thread runs the functions of the very types below, so it answers what they give.
      else resolve(answer.result as T);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The version thread ended with code ${code}.`)));
    worker.postMessage(asked);
  }).finally(() => {
    clearTimeout(clock);
    void worker.terminate();
  });
}

/** `planVersion`, without holding up anything else. */
export const planVersionInWorker = (
  task: VersionTask,
): Promise<PlannedVersion | { wrong: 'text' | 'passageKeys' }> =>
  inTurn(() => runInThread({ type: 'plan', task }));

/** `anchorsOf` for several groups, without holding up anything else. */
export const anchorsInWorker = (
  groups: { group: StandingGroup; isOriginal: boolean }[],
  to: KnownText,
): Promise<Anchor[][]> => inTurn(() => runInThread({ type: 'anchors', groups, to }));
