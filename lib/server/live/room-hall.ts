import 'server-only';
import type { VoteTally } from '../../domain/debate/view';
import type { LiveMessage, RoomTurnout } from '../../domain/room/live';
import { showsCounts, tellsCount } from '../../domain/room/visibility';
import { database } from '../database/client';
import { voteTallies } from '../vote/tallies';
import { votesIn } from '../vote/told-tallies';
import { atMostEvery } from './at-most';
import type { Listener } from './listener';
import { readNow, readTurnout, readVoters } from './room-numbers';

const NUMBERS_EVERY_MS = 500;
const PRESENCE_EVERY_MS = 2_000;

/** Whether the counts of a claim are for this reader, by whether they have a vote on it. A group has none of its own. */
const seesCounts = ({ room, actor }: Listener, hasAnswered: boolean): boolean =>
  room.answersIn === null && showsCounts({ room, takesPart: actor.kind === 'person', hasAnswered });

type Tallies = ReadonlyMap<string, VoteTally>;
/** As they are told: null in place of a count of too few. */
type ToldTallies = Record<string, VoteTally | null>;

/** Whether a reader who sees counts is told this one. */
const isTold = ({ room, actor, keepsRoom }: Listener, tally: VoteTally): boolean =>
  tellsCount({
    room,
    takesPart: actor.kind === 'person',
    hasAnswered: true,
    maintains: keepsRoom,
    answers: votesIn(tally),
  });

function tell(
  listener: Listener,
  tallies: Tallies,
  before: Tallies | null,
  isSeen: (claimId: string) => boolean,
): ToldTallies {
  const told: ToldTallies = {};
  for (const [id, tally] of tallies) {
    if (!isSeen(id)) continue;
    const was = before?.get(id);
    if (isTold(listener, tally)) told[id] = tally;
    else if (was === undefined || isTold(listener, was)) told[id] = null;
  }
  return told;
}

/** The same reading for all who ask within half a second; one that failed is made again. */
function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  let at = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (reading === null || now - at > NUMBERS_EVERY_MS) {
      at = now;
      reading = read();
      reading.catch(() => {
        reading = null;
      });
    }
    return reading;
  };
}

const sameTally = (a: VoteTally | undefined, b: VoteTally): boolean =>
  a !== undefined && a.agree === b.agree && a.disagree === b.disagree && a.pass === b.pass;

/**
 * Those who hear one room, and the numbers that are said to them: where the room is, who is here, how many have answered, counts
 * where its stage shows them. However many answer at once, numbers are read and said at most twice a second.
 */
export class RoomHall {
  readonly listeners = new Set<Listener>();
  /** Counts as they were said last, of all claims. */
  private tallies: ReadonlyMap<string, VoteTally> | null = null;
  private turnout: RoomTurnout | null = null;
  private here: number | null = null;
  private readonly numbers = atMostEvery(NUMBERS_EVERY_MS, () => this.sayNumbers());
  private readonly presence = atMostEvery(PRESENCE_EVERY_MS, async () => this.sayHere());
  private readonly now = atMostEvery(NUMBERS_EVERY_MS, () => this.sayNow());

  constructor(
    readonly roomId: string,
    /** People with a page of the room open, in whichever process. */
    private readonly countHere: () => number,
  ) {}

  /** A whole class comes back in one moment after a restart: what is the same for all of it is read once. */
  private readonly sharedNow = shared(() => readNow(this.roomId));
  private readonly sharedTallies = shared(async () => {
    const [someone] = this.listeners;
    if (!someone) return null;
    const counts = await this.readTallies(someone);
    return { counts, voters: await readVoters(this.roomId, [...counts.keys()]) };
  });

  answersChanged = (): void => this.numbers.ask();
  peopleChanged = (): void => this.presence.ask();
  roomChanged = (): void => {
    this.now.ask();
    // What was hidden may be shown now, or the other way round.
    this.tallies = null;
    this.turnout = null;
    this.numbers.ask();
  };

  /** All that somebody who has just come has to know of the room now; the counts too, where they are few enough to say. */
  async greet(listener: Listener): Promise<void> {
    for (const message of await this.standing(listener)) listener.send(message);
  }

  async standing(listener: Listener): Promise<LiveMessage[]> {
    const { room } = listener;
    const isClass = room.kind !== 'commons';
    const [now, turnout, tallies] = await Promise.all([
      isClass ? this.sharedNow() : null,
      isClass && listener.keepsRoom ? readTurnout(this.roomId) : null,
      isClass && seesCounts(listener, true) ? this.sharedTallies() : null,
    ]);
    const counts = tallies ? await this.talliesFor([listener], tallies.counts, null, tallies.voters) : null;
    const own = counts?.get(listener);
    return [
      ...(now ? [{ type: 'now', room: this.roomId, now } as const] : []),
      { type: 'here', count: this.countHere() },
      ...(turnout ? [{ type: 'turnout', turnout } as const] : []),
      ...(own ? [{ type: 'tallies', claims: own } as const] : []),
    ];
  }

  stop(): void {
    this.numbers.stop();
    this.presence.stop();
    this.now.stop();
  }

  private async sayNow(): Promise<void> {
    const now = await readNow(this.roomId);
    if (now) this.sayTo(this.listeners, { type: 'now', room: this.roomId, now });
  }

  private sayHere(): void {
    const count = this.countHere();
    if (count === this.here) return;
    this.here = count;
    this.sayTo(this.listeners, { type: 'here', count });
  }

  private async sayNumbers(): Promise<void> {
    await this.sayTurnout();
    await this.sayTallies();
  }

  private async sayTurnout(): Promise<void> {
    const keepers = [...this.listeners].filter((one) => one.keepsRoom && one.room.kind !== 'commons');
    if (keepers.length === 0) return;
    const turnout = await readTurnout(this.roomId);
    if (JSON.stringify(turnout) === JSON.stringify(this.turnout)) return;
    this.turnout = turnout;
    this.sayTo(keepers, { type: 'turnout', turnout });
  }

  private async sayTallies(): Promise<void> {
    const seeing = [...this.listeners].filter((one) => seesCounts(one, true));
    const [first] = seeing;
    if (first === undefined) return;
    const tallies = await this.readTallies(first);
    const before = this.tallies;
    this.tallies = tallies;
    const changed = new Map([...tallies].filter(([id, tally]) => !sameTally(before?.get(id), tally)));
    // A vote that was taken back may have been the only one.
    for (const id of before?.keys() ?? []) {
      if (!tallies.has(id)) changed.set(id, { agree: 0, disagree: 0, pass: 0 });
    }
    // After a long silence the first reading only says where the numbers start; readers have theirs from their pages.
    if (before === null && first.room.kind === 'commons') return;
    if (changed.size === 0) return;
    for (const [listener, claims] of await this.talliesFor(seeing, changed, before)) {
      listener.send({ type: 'tallies', claims });
    }
  }

  private readTallies({ room }: Listener): Promise<ReadonlyMap<string, VoteTally>> {
    return voteTallies(database().prisma, { id: this.roomId, debateId: room.debateId });
  }

  /**
   * Of counts those that each may see; readers who may see none are missing. Where a count is of too few, who does not keep the
   * room is told so, and nothing when it was so before: that it changed would tell of a vote.
   */
  private async talliesFor(
    listeners: readonly Listener[],
    tallies: Tallies,
    before: Tallies | null,
    knownVoters: ReadonlyMap<string, ReadonlySet<string>> | null = null,
  ): Promise<Map<Listener, ToldTallies>> {
    const mustAnswer = listeners.some((one) => !seesCounts(one, false));
    const voters = mustAnswer ? (knownVoters ?? (await readVoters(this.roomId, [...tallies.keys()]))) : null;
    const result = new Map<Listener, ToldTallies>();
    // Whoever need not answer first is told the same as others who keep the room, or do not: a whole class shares one answer.
    const shared = new Map<boolean, ToldTallies>();
    for (const listener of listeners) {
      const isShared = seesCounts(listener, false);
      const seat = listener.room.participantId;
      const known = isShared ? shared.get(listener.keepsRoom) : undefined;
      const told =
        known ??
        tell(listener, tallies, before, (id) => {
          if (isShared) return true;
          return seesCounts(listener, true) && seat !== null && (voters?.get(id)?.has(seat) ?? false);
        });
      if (isShared) shared.set(listener.keepsRoom, told);
      if (Object.keys(told).length > 0) result.set(listener, told);
    }
    return result;
  }

  private sayTo(listeners: Iterable<Listener>, message: LiveMessage): void {
    for (const listener of [...listeners]) listener.send(message);
  }
}
