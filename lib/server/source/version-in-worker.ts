// Finding the places of a source in another text, in a thread of its own where it may take long: seconds for a long text
// with many notes.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Anchor } from '../../domain/annotation/anchor-types';
import {
  anchorsOf,
  type KnownText,
  type PlannedVersion,
  planVersion,
  type StandingGroup,
  type VersionTask,
} from '../../domain/source/version-plan';
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

/** Up to here the answer is there before a thread has started, in a few hundredths of a second. */
const MOST_UNITS_HERE = 60_000;
const MOST_PLACES_HERE = 200;

function isSmall(units: number, groups: readonly StandingGroup[]): boolean {
  const places = groups.reduce((sum, { selectors }) => sum + selectors.length, 0);
  const all = groups.reduce((sum, group) => sum + group.in.text.length, units);
  return all <= MOST_UNITS_HERE && places <= MOST_PLACES_HERE;
}

/** `planVersion`, without holding up anything else. */
export async function plannedVersion(
  task: VersionTask,
): Promise<PlannedVersion | { wrong: 'text' | 'passageKeys' }> {
  const units = task.marked.length + task.newest.text.length;
  return isSmall(units, task.groups) ? planVersion(task) : inTurn(() => runInThread({ type: 'plan', task }));
}

/** `anchorsOf` for several groups, without holding up anything else. */
export async function anchorsIn(
  groups: { group: StandingGroup; isOriginal: boolean }[],
  to: KnownText,
): Promise<Anchor[][]> {
  const alone = groups.map(({ group }) => group);
  return isSmall(to.text.length, alone)
    ? groups.map(({ group, isOriginal }) => anchorsOf(group, to, isOriginal))
    : inTurn(() => runInThread({ type: 'anchors', groups, to }));
}
