// Finding the places of a source in another text, in a thread of its own where it may take long: seconds for a long text
// with many notes.

import type { Anchor } from '../../domain/annotation/anchor-types';
import {
  anchorsOf,
  type KnownText,
  type PlannedVersion,
  planVersion,
  type StandingGroup,
  type VersionTask,
} from '../../domain/source/version-plan';
import { turns } from '../thread/in-turn';
import { runInThread } from '../thread/run-in-thread';
import type { SourceTask } from './version-worker';

/** What the work is bounded by takes a few seconds at most. */
const BOUNDS = { deadlineMs: 60_000, memoryMb: 768 };

/** Each takes a processor for itself, and whoever waits longer than for a few of them had better come again. */
const versionTurn = turns({ mostAtOnce: 1, mostWaiting: 8 });

/** Null when too many wait already. */
const inThread = <T>(asked: SourceTask): Promise<T | null> =>
  versionTurn(async () => {
    const outcome = await runInThread<T>('lib/server/source/version-thread.mjs', asked, BOUNDS);
    if (!outcome.ok) throw new Error(`The version thread ran ${outcome.error}.`);
    return outcome.value;
  });

/** Up to here the answer is there before a thread has started, in a few hundredths of a second. */
const MOST_UNITS_HERE = 60_000;
const MOST_PLACES_HERE = 200;

function isSmall(units: number, groups: readonly StandingGroup[]): boolean {
  const places = groups.reduce((sum, { selectors }) => sum + selectors.length, 0);
  const all = groups.reduce((sum, group) => sum + group.in.text.length, units);
  return all <= MOST_UNITS_HERE && places <= MOST_PLACES_HERE;
}

/** `planVersion`, without holding up anything else; null when too many wait for that already. */
export async function plannedVersion(
  task: VersionTask,
): Promise<PlannedVersion | { wrong: 'text' | 'passageKeys' } | null> {
  const units = task.marked.length + task.newest.text.length;
  return isSmall(units, task.groups) ? planVersion(task) : inThread({ type: 'plan', task });
}

/** Places in one version, to be found in a text; a digest's in its original when that is what the text is. */
export interface ToFind {
  group: StandingGroup;
  isOriginal: boolean;
}

/** `anchorsOf` for several groups where that takes no longer than starting a thread does; null otherwise. */
export const anchorsHere = async (groups: ToFind[], to: KnownText): Promise<Anchor[][] | null> =>
  isSmall(
    to.text.length,
    groups.map(({ group }) => group),
  )
    ? groups.map(({ group, isOriginal }) => anchorsOf(group, to, isOriginal))
    : null;

/** `anchorsOf` for several groups, without holding up anything else; null when too many wait for that already. */
export const anchorsIn = async (groups: ToFind[], to: KnownText): Promise<Anchor[][] | null> =>
  (await anchorsHere(groups, to)) ?? inThread({ type: 'anchors', groups, to });
