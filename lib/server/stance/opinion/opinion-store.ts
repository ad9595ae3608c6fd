import 'server-only';
import { FEWEST_FOR_DISTRIBUTION } from '../../../domain/room/visibility';
import { choosesGroupsAgain, type DrawnOpinion } from '../../../domain/stance/opinion/draw-map';
import type { OpinionFrame } from '../../../domain/stance/opinion/opinion-view';
import type { Transaction } from '../../database/client';
import { longReading } from '../../database/long-reading';
import { log } from '../../log';
import { turns } from '../../thread/in-turn';
import { warmThread } from '../../thread/warm-thread';
import {
  changesBetween,
  countingVotes,
  type OpinionHead,
  type OpinionRoom,
  opinionHead,
  type RoomOpinions,
  roomOpinions,
} from './opinion-facts';
import { historyOf, keepStep, opinionStep, settledVotes } from './opinion-steps';
import { opinionVersion } from './opinion-version';
import type { OpinionThreadTask } from './opinion-worker';
import { placePoints } from './place-points';
import { voteMoments } from './vote-moments';

/**
 * Opinion maps that were drawn, and replays of them. A request takes what is there and never waits for a thread: where enough
 * people voted since, another map is drawn meanwhile, and who asks again gets it. What is lost with the process is drawn again, and
 * comes out the same: how far a map goes and what it took from the one before is kept in the database.
 */

export interface DrawnOpinions extends RoomOpinions {
  version: string;
  reading: DrawnOpinion;
}

/** What more votes or people than these needed of memory is not kept until the next map. */
const MOST_KEPT_WARM = { votes: 100_000, people: 5_000 };
const MOST_KEPT = 32;
/** Instances that go on at the same time; one of them is first. */
const MOST_TRIES = 3;
/** While votes pour in, a map is drawn at most so often, and not for more than a fifth of the time. */
const LEAST_PAUSE_MS = 2_000;
const PAUSE_FACTOR = 4;
/** What could not be drawn is not tried again at once, however often somebody asks. */
const PAUSE_AFTER_FAILURE_MS = 60_000;

interface Kept {
  drawn: DrawnOpinions;
  /** As it was when this map was drawn, or found to be still the one. */
  head: OpinionHead;
  /** Of fewer people than a map goes on for there are newer votes. */
  isWaiting: boolean;
  /** Not looked after again before this moment, by this process's clock. */
  restsUntil: number;
}

const newStore = () => ({
  /** The largest real conversations take ten seconds and a few hundred megabytes. While a class votes, map follows on map. */
  thread: warmThread('lib/server/stance/opinion/opinion-thread.mjs', {
    deadlineMs: 120_000,
    memoryMb: 1024,
    idleMs: 60_000,
  }),
  /** A map takes a processor; who comes later than this many is served by the next reading. */
  drawInTurn: turns({ mostAtOnce: 1, mostWaiting: 16 }),
  kept: new Map<string, Kept>(),
  /** How much there is where nothing is drawn, by room. */
  counted: new Map<string, { head: OpinionHead; counts: OpinionCounts }>(),
  /** Of maps that are kept; gone with them. */
  replays: new WeakMap<DrawnOpinions, readonly OpinionFrame[]>(),
  /** By key of what failed: not tried again before this moment. */
  failedUntil: new Map<string, number>(),
});

// Kept on globalThis: pages and the API are bundles of their own, each with this module, and would draw every map twice.
const inProcess = globalThis as typeof globalThis & { standpointOpinions?: ReturnType<typeof newStore> };
inProcess.standpointOpinions ??= newStore();
const { thread, drawInTurn, kept, counted, replays, failedUntil } = inProcess.standpointOpinions;

interface OpinionCounts {
  people: number;
  votes: number;
}

/** What is known of the opinions of a room now. */
export type KnownOpinions =
  /** Fewer than five people have votes that count: no map is drawn of them. */
  | { state: 'too-few'; people: number }
  /** The first map is being drawn. */
  | { state: 'placing'; people: number; votes: number }
  | {
      state: 'drawn';
      drawn: DrawnOpinions;
      /** Votes were given since. */
      isBehind: boolean;
      /** They wait until five people gave some; else the next map is being drawn. */
      isWaiting: boolean;
    };

/** The map, where there is one. */
export const drawnIn = (known: KnownOpinions): DrawnOpinions | null =>
  known.state === 'drawn' ? known.drawn : null;

export async function knownOpinions(room: OpinionRoom, motionId: string): Promise<KnownOpinions> {
  const key = `${room.id} ${motionId}`;
  const head = await opinionHead(room, motionId);
  const found = kept.get(key);
  const counts = found ? null : await countsAt(room, head);
  if (counts && counts.people < FEWEST_FOR_DISTRIBUTION) return { state: 'too-few', people: counts.people };
  const isSeen = found !== undefined && isSame(found.head, head);
  const isResting = found !== undefined && performance.now() < found.restsUntil;
  if (!isSeen && !isResting) inBackground(key, room, () => look(key, room, motionId, head));
  if (!found) return { state: 'placing', ...(counts ?? { people: 0, votes: 0 }) };
  const isWaiting = isSeen && found.isWaiting;
  return { state: 'drawn', drawn: found.drawn, isBehind: !isSeen || isWaiting, isWaiting };
}

const isSame = (one: OpinionHead, other: OpinionHead): boolean =>
  one.cut === other.cut && one.votes === other.votes && one.others === other.others;

async function countsAt(room: OpinionRoom, head: OpinionHead): Promise<OpinionCounts> {
  const known = counted.get(room.id);
  if (known && isSame(known.head, head)) return known.counts;
  const counts = await longReading((tx) => countingVotes(tx, room));
  keepAtMost(counted, room.id, { head, counts });
  return counts;
}

/** How a map that was drawn came to be; null while that is being computed. */
export function knownTimeline(room: OpinionRoom, drawn: DrawnOpinions): readonly OpinionFrame[] | null {
  const replay = replays.get(drawn);
  if (replay) return replay;
  inBackground(`${room.id} ${drawn.version} replay`, room, async () => {
    const { facts, reading } = drawn;
    const castAt = await longReading((tx) => voteMoments(tx, room, drawn));
    replays.set(drawn, await inThread<OpinionFrame[]>({ kind: 'timeline', facts, reading, castAt }));
  });
  return null;
}

function inBackground(key: string, { id: roomId }: OpinionRoom, work: () => Promise<void>): void {
  if (performance.now() < (failedUntil.get(key) ?? 0)) return;
  failedUntil.delete(key);
  void drawInTurn(work, key).catch((error) => {
    keepAtMost(failedUntil, key, performance.now() + PAUSE_AFTER_FAILURE_MS);
    log.error({ err: error, roomId }, 'an opinion map could not be drawn');
  });
}

async function inThread<T>(task: OpinionThreadTask): Promise<T> {
  const { vote, people } = task.facts.matrix;
  const isLast = vote.length > MOST_KEPT_WARM.votes || people > MOST_KEPT_WARM.people;
  const outcome = await thread.run<T>(task, isLast);
  if (!outcome.ok) throw new Error(`The opinion thread ran ${outcome.error}.`);
  return outcome.value;
}

/** Looks whether there is another map to draw than the one that is kept, and draws it. */
async function look(key: string, room: OpinionRoom, motionId: string, head: OpinionHead): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const began = performance.now();
    const found = kept.get(key);
    const newest = await settledVotes(room.id);
    // Somebody's vote is being written at this moment: who asks next looks again.
    if (newest === null) return;
    const plan = await longReading((tx) =>
      planned(tx, room, motionId, newest, { found, others: head.others }),
    );
    const seen = {
      head: { ...head, cut: String(plan.cut), votes: String(newest) },
      isWaiting: plan.isWaiting,
    };
    const version = plan.opinions && opinionVersion(room, motionId, plan.cut, plan.opinions);
    if (found && (version === null || version === found.drawn.version)) {
      const restsUntil = performance.now() + PAUSE_FACTOR * (performance.now() - began);
      keepAtMost(kept, key, { ...seen, drawn: found.drawn, restsUntil });
      return;
    }
    if (!plan.opinions || version === null || plan.opinions.facts.matrix.people < FEWEST_FOR_DISTRIBUTION) {
      kept.delete(key);
      return;
    }
    const { cut, after, changes, history } = plan;
    const { seatIds } = plan.opinions;
    const facts = { ...plan.opinions.facts, points: placePoints(room.id, version, seatIds.length) };
    const opinions = { seatIds, facts };
    const choosesGroups =
      after === null || choosesGroupsAgain(facts.matrix.vote.length, after.changes + changes, after.votes);
    const reading = await inThread<DrawnOpinion>({ kind: 'map', facts, before: history, choosesGroups });
    // Another instance went on first: its step is the one to draw.
    if (!(await keepStep(room.id, { cut, after, changes }, opinions, reading))) continue;
    const rest = Math.max(LEAST_PAUSE_MS, PAUSE_FACTOR * (performance.now() - began));
    keepAtMost(kept, key, {
      ...seen,
      drawn: { ...opinions, version, reading },
      restsUntil: performance.now() + rest,
    });
    return;
  }
}

/**
 * Up to which vote the map goes, and what it is made of (null where that is what is kept). It goes on when five people's votes
 * changed since, so that nobody is seen to move; until then it stays as it is.
 */
async function planned(
  tx: Transaction,
  room: OpinionRoom,
  motionId: string,
  newest: bigint,
  { found, others }: { found: Kept | undefined; others: string },
) {
  const after = await opinionStep(tx, room.id);
  const since = after ? await changesBetween(tx, room, after.cut, newest) : { people: 0, votes: 0 };
  const isWaiting = after !== null && since.people < FEWEST_FOR_DISTRIBUTION;
  if (isWaiting) {
    const standing = { cut: after.cut, after, changes: 0, isWaiting: since.people > 0 };
    if (found?.head.cut === String(after.cut) && found.head.others === others)
      return { ...standing, opinions: null, history: null };
    const opinions = await roomOpinions(tx, room, motionId, after.cut);
    if (opinions.facts.matrix.people >= FEWEST_FOR_DISTRIBUTION)
      return { ...standing, opinions, history: await historyOf(tx, room.id, after, 'began', opinions) };
  }
  const opinions = await roomOpinions(tx, room, motionId, newest);
  const history = after && (await historyOf(tx, room.id, after, 'axes', opinions));
  return { cut: newest, after, changes: since.votes, isWaiting: false, opinions, history };
}

/** Keeps a value as the newest; the oldest beyond so many go. */
function keepAtMost<T>(values: Map<string, T>, key: string, value: T): void {
  values.delete(key);
  values.set(key, value);
  for (const oldest of values.keys()) {
    if (values.size <= MOST_KEPT) break;
    values.delete(oldest);
  }
}
