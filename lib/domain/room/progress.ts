import type { RoomStage } from '../debate/view';
import type { RoomAct } from './plan';
import type { RoomQuotas } from './view';

/**
 * How far the people of a room are with what it asks of them, and who may need help. Progress says what people do, never what
 * they think; of stances it says no more than how many are in, not whose.
 */

export const PROGRESS_TASKS = ['votes', 'passages', 'annotations', 'replies', 'claims'] as const;
export type ProgressTask = (typeof PROGRESS_TASKS)[number];
export type TaskCounts = Record<ProgressTask, number>;
/** How much is asked of each person now; what is missing is not asked for. Never 0. */
export type AskedTasks = Partial<TaskCounts>;

export interface PersonProgress {
  participantId: string;
  alias: string;
  /** ISO 8601, as are the moments below. */
  joinedAt: string;
  /** When they last did something that counts here; null for nothing yet. */
  lastActiveAt: string | null;
  /** Had a page of the room open then. */
  seenAt: string | null;
  asksHelpAt: string | null;
  isMuted: boolean;
  /** Works under an account or as a guest; false for a place on the roster that nobody has taken yet. */
  isHere: boolean;
  /** Seat in the inner circle of a fishbowl. */
  isInside: boolean;
  /** Was given a side to argue for. */
  hasSide: boolean;
  counts: TaskCounts;
}

const ACT_OF: Readonly<Record<ProgressTask, RoomAct | null>> = {
  votes: 'vote',
  passages: null,
  annotations: 'note',
  replies: 'note',
  claims: 'claim',
};

/**
 * What a room asks of its people at a step.
 * @param there how much there is: nobody can vote on more claims, or read more passages, than there are
 */
export function askedNow(
  room: { stage: RoomStage; acts: readonly RoomAct[]; quotas: RoomQuotas },
  there: { claims: number; passages: number },
): AskedTasks {
  if (room.stage === 'reveal' || room.stage === 'closed') return {};
  const most: Partial<TaskCounts> = { votes: there.claims, passages: there.passages };
  const asked: AskedTasks = {};
  for (const task of PROGRESS_TASKS) {
    const act = ACT_OF[task];
    if (act !== null && !room.acts.includes(act)) continue;
    // A vote without a quota is a vote on everything.
    const quota = room.quotas[task] ?? (task === 'votes' && room.stage === 'vote' ? there.claims : 0);
    const amount = Math.min(quota, most[task] ?? quota);
    if (amount > 0) asked[task] = amount;
  }
  return asked;
}

const tasksIn = (asked: AskedTasks): [ProgressTask, number][] =>
  PROGRESS_TASKS.flatMap((task): [ProgressTask, number][] => {
    const amount = asked[task];
    return amount === undefined ? [] : [[task, amount]];
  });

export const isAnythingAsked = (asked: AskedTasks): boolean => tasksIn(asked).length > 0;

/** Whether a person has done all that is asked; false when nothing is. */
export const isDone = (counts: TaskCounts, asked: AskedTasks): boolean =>
  isAnythingAsked(asked) && tasksIn(asked).every(([task, amount]) => counts[task] >= amount);

/** Done so far of all that is asked, 0 to 1, each task with the same weight; 0 when nothing is asked. */
export function shareDone(counts: TaskCounts, asked: AskedTasks): number {
  const tasks = tasksIn(asked);
  if (tasks.length === 0) return 0;
  const sum = tasks.reduce((total, [task, amount]) => total + Math.min(1, counts[task] / amount), 0);
  return sum / tasks.length;
}

/** The rings of the projector: the shares alone, the fullest first, so that no place is a person. */
export const ringsOf = (
  people: readonly Pick<PersonProgress, 'counts' | 'isHere'>[],
  asked: AskedTasks,
): number[] =>
  people
    .filter(({ isHere }) => isHere)
    .map(({ counts }) => Math.round(shareDone(counts, asked) * 100) / 100)
    .sort((one, other) => other - one);

/** Without anything done for this long, in a step that asks for something, a person may need help. */
export const IDLE_MS = 5 * 60_000;
/** Without a page of the room open for this long, a person is offline. */
export const OFFLINE_MS = 90_000;
/** For this long after they came in, nobody is called idle or offline. */
export const NEWCOMER_MS = 2 * 60_000;

/** Why somebody may need help. `asked`: they said so. Minutes are whole ones, rounded down. */
export type NeedOfHelp =
  | { why: 'asked'; minutes: number }
  | { why: 'offline'; minutes: number }
  | { why: 'idle'; minutes: number };

const at = (moment: string | null): number =>
  moment === null ? Number.NEGATIVE_INFINITY : Date.parse(moment);

/**
 * Whether a person may need help now, and why; the gravest reason alone.
 * @param room with `isRevealed` from the reveal on: the room waits for nobody then, and only who asks for help needs it
 * @param now milliseconds since 1970, of the server's clock, as is `stageStartedAt`
 */
export function needOfHelp(
  person: PersonProgress,
  room: { asked: AskedTasks; stageStartedAt: number; isRevealed: boolean },
  now: number,
): NeedOfHelp | null {
  const minutesSince = (moment: number) => Math.max(0, Math.floor((now - moment) / 60_000));
  if (person.asksHelpAt !== null) return { why: 'asked', minutes: minutesSince(at(person.asksHelpAt)) };
  if (room.isRevealed || !person.isHere || isDone(person.counts, room.asked)) return null;
  if (now - at(person.joinedAt) < NEWCOMER_MS) return null;
  const seen = Math.max(at(person.seenAt), at(person.joinedAt));
  if (now - seen >= OFFLINE_MS) return { why: 'offline', minutes: minutesSince(seen) };
  if (!isAnythingAsked(room.asked)) return null;
  // Nobody is idle for what was asked of them a moment ago.
  const last = Math.max(at(person.lastActiveAt), at(person.joinedAt), room.stageStartedAt);
  return now - last >= IDLE_MS ? { why: 'idle', minutes: minutesSince(last) } : null;
}

export const PEOPLE_ORDERS = ['alias', 'help', 'least', 'most', 'latest'] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

const HELP_RANK: Readonly<Record<NeedOfHelp['why'], number>> = { asked: 0, idle: 1, offline: 2 };

/** People in an order, ties by alias; whoever has not come yet stands last in every order. */
export function sortPeople<P extends PersonProgress>(
  people: readonly P[],
  order: PeopleOrder,
  room: { asked: AskedTasks; stageStartedAt: number; isRevealed: boolean },
  now: number,
  language: string,
): P[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const rank = (person: P): number => {
    if (order === 'alias') return 0;
    if (order === 'help') {
      const need = needOfHelp(person, room, now);
      // Whoever has waited longest comes first.
      return need === null ? 10 : HELP_RANK[need.why] - Math.min(need.minutes, 600) / 1000;
    }
    if (order === 'latest') return -Date.parse(person.joinedAt);
    const share = shareDone(person.counts, room.asked);
    return order === 'least' ? share : -share;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .sort(
      (one, other) =>
        Number(other.person.isHere) - Number(one.person.isHere) ||
        one.rank - other.rank ||
        collator.compare(one.person.alias, other.person.alias),
    )
    .map(({ person }) => person);
}
