import type {
  ClaimView,
  DebateView,
  ImpactTally,
  MotionView,
  OwnImpact,
  OwnVote,
  RelationView,
  VoteChoice,
  VoteTally,
} from '@/lib/domain/debate/view';
import { type MapPages, NO_PAGES, withPages } from './merge-part';
import { type OutboxEntry, placeOf, roundPlace, voicePlace } from './outbox-entry';

/**
 * What this tab knows beyond the server's view of a debate. Votes, impacts and stances carry a sequence number, so the
 * newer one is known whatever the order of arrival; for the rest, `at` says when it was learned.
 */
export interface Overlay {
  votes: ReadonlyMap<string, Placed<{ ownVote: OwnVote; tally: VoteTally | null }>>;
  impacts: ReadonlyMap<string, Placed<{ ownImpact: OwnImpact; tally: ImpactTally | null }>>;
  stances: ReadonlyMap<
    string,
    Placed<Pick<MotionView, 'ownStance' | 'firstStance' | 'hasStated' | 'stances'>>
  >;
  claims: ReadonlyMap<string, { claim: ClaimView; at: number }>;
  relations: ReadonlyMap<string, { relation: RelationView; at: number }>;
  /** Notes on a claim or relation, counted when its threads were last known here. */
  noteCounts: ReadonlyMap<string, { count: number; at: number }>;
  /** Counts of claims as the room last said them; null: of too few votes to be told. */
  tallies: ReadonlyMap<string, { tally: VoteTally | null; at: number }>;
  /** Further parts of a large debate. */
  pages: MapPages;
  /** Not yet acknowledged, oldest first. */
  queue: readonly OutboxEntry[];
}

/** An answer with where it counts (see `placeOf`); without it, everywhere. */
export type Placed<T> = T & { place?: string };

export const EMPTY_OVERLAY: Overlay = {
  votes: new Map(),
  impacts: new Map(),
  stances: new Map(),
  claims: new Map(),
  relations: new Map(),
  noteCounts: new Map(),
  tallies: new Map(),
  pages: NO_PAGES,
  queue: [],
};

/**
 * The tally as it will be once one person's vote has changed; what is hidden stays hidden.
 * @param from the vote that the tally holds now, null for none
 */
export function shiftTally(
  tally: VoteTally | null,
  from: VoteChoice | null,
  to: VoteChoice | null,
): VoteTally | null {
  if (tally === null || from === to) return tally;
  const next = { ...tally };
  if (from !== null) next[from] = Math.max(0, next[from] - 1);
  if (to !== null) next[to] += 1;
  return next;
}

/** The mean as it will be once one person's impact has changed. */
export function shiftImpact(
  tally: ImpactTally | null,
  from: number | null,
  to: number | null,
): ImpactTally | null {
  if (tally === null || from === to) return tally;
  const count = tally.count + (from === null ? 0 : -1) + (to === null ? 0 : 1);
  const sum = tally.mean * tally.count - (from ?? 0) + (to ?? 0);
  return count <= 0 ? { mean: 0, count: 0 } : { mean: Math.min(4, Math.max(0, sum / count)), count };
}

/** The newest presses that still wait, by subject, with where they count. */
interface Waiting {
  place: string;
  get: (subject: string) => OutboxEntry | undefined;
}

/** What was refused no longer shows as cast; nor does what was said in another room, voice or round. */
function waitingOf(
  queue: readonly OutboxEntry[],
  type: OutboxEntry['action']['type'],
  place: string,
): Waiting {
  const entries = new Map(
    queue
      .filter(({ action, failure }) => action.type === type && failure === null && placeOf(action) === place)
      .map((entry) => [entry.subject, entry]),
  );
  return { place, get: (subject) => entries.get(subject) };
}

const isHere = ({ place }: { place?: string }, here: string): boolean =>
  place === undefined || place === here;

const isSameTally = (a: VoteTally | null, b: VoteTally | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.agree === b.agree && a.disagree === b.disagree && a.pass === b.pass);

/** @param readAt when the claim was read: counts that were heard before are older */
function withVote(shown: ClaimView, overlay: Overlay, waiting: Waiting, readAt: number): ClaimView {
  const heard = overlay.tallies.get(shown.id);
  const isHeard = heard !== undefined && heard.at > readAt && !isSameTally(shown.tally, heard.tally);
  const claim = isHeard ? { ...shown, tally: heard.tally } : shown;
  const acknowledged = overlay.votes.get(claim.id);
  const isNewer =
    acknowledged !== undefined &&
    isHere(acknowledged, waiting.place) &&
    acknowledged.ownVote.seq > claim.ownVote.seq;
  const { ownVote } = isNewer ? acknowledged : claim;
  const tally = isNewer && !isHeard ? acknowledged.tally : claim.tally;
  const press = waiting.get(claim.id)?.action;
  const seq = waiting.get(claim.id)?.seq ?? 0;
  if (press?.type === 'vote' && seq > ownVote.seq) {
    // A stale vote is no longer in the tally, so the new one only adds.
    const counted = ownVote.isStale ? null : ownVote.choice;
    return {
      ...claim,
      ownVote: { choice: press.choice, seq, isStale: false },
      tally: shiftTally(tally, counted, press.choice),
    };
  }
  return isNewer ? { ...claim, ownVote, tally } : claim;
}

function withImpact(relation: RelationView, overlay: Overlay, waiting: Waiting): RelationView {
  const acknowledged = overlay.impacts.get(relation.id);
  const isNewer =
    acknowledged !== undefined &&
    isHere(acknowledged, waiting.place) &&
    acknowledged.ownImpact.seq > relation.ownImpact.seq;
  const { ownImpact, tally } = isNewer ? acknowledged : relation;
  const press = waiting.get(relation.id)?.action;
  const seq = waiting.get(relation.id)?.seq ?? 0;
  if (press?.type === 'impact' && seq > ownImpact.seq) {
    return {
      ...relation,
      ownImpact: { weight: press.weight, seq, isStale: false },
      tally: shiftImpact(tally, ownImpact.weight, press.weight),
    };
  }
  return isNewer ? { ...relation, ownImpact, tally } : relation;
}

function withStance(motion: MotionView, overlay: Overlay, waiting: Waiting): MotionView {
  const known = motion.ownStance?.seq ?? 0;
  const acknowledged = overlay.stances.get(motion.id);
  const isNewer =
    acknowledged !== undefined &&
    isHere(acknowledged, waiting.place) &&
    (acknowledged.ownStance?.seq ?? 0) > known;
  const current = isNewer
    ? {
        ...motion,
        ownStance: acknowledged.ownStance,
        firstStance: acknowledged.firstStance,
        hasStated: acknowledged.hasStated,
        stances: acknowledged.stances,
      }
    : motion;
  const entry = waiting.get(motion.id);
  if (entry?.action.type === 'stance' && entry.seq > (current.ownStance?.seq ?? 0)) {
    const { round: _, movedBy: named, ...stance } = entry.action.stance;
    const hasStated = stance.answer !== 'withdrawn';
    // Left out is unchanged, as the server has it.
    const movedBy = named ?? (hasStated ? (current.ownStance?.movedBy ?? []) : []);
    return { ...current, ownStance: { ...stance, movedBy, seq: entry.seq }, hasStated };
  }
  return current;
}

const withCount = <T extends { id: string; noteCount: number }>(
  subject: T,
  overlay: Overlay,
  readAt: (id: string) => number,
): T => {
  const known = overlay.noteCounts.get(subject.id);
  return known !== undefined && known.at > readAt(subject.id) && known.count !== subject.noteCount
    ? { ...subject, noteCount: known.count }
    : subject;
};

/** Things by id: the server's in its order, with newer ones of this tab in place of older, and added ones at the end. */
function withNewer<T extends { id: string }>(
  server: readonly T[],
  own: readonly { value: T; at: number }[],
  readAt: (id: string) => number,
): T[] {
  const newer = new Map(
    own.filter(({ value, at }) => at > readAt(value.id)).map(({ value }) => [value.id, value]),
  );
  const merged = server.map((item) => newer.get(item.id) ?? item);
  const known = new Set(server.map(({ id }) => id));
  return [...merged, ...[...newer.values()].filter(({ id }) => !known.has(id))];
}

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/**
 * The debate as this person should see it now. Whatever did not change keeps its identity, so a vote redraws one card.
 * @param seenAt when this server view first reached the tab, on the clock of the overlay's `at`
 */
export function mergeDebate(page: DebateView, overlay: Overlay, seenAt: number): DebateView {
  const { view: server, of: readAt } = withPages(page, overlay.pages, seenAt);
  const votes = waitingOf(overlay.queue, 'vote', voicePlace(server.room));
  const impacts = waitingOf(overlay.queue, 'impact', voicePlace(server.room));
  const claims = withNewer(
    server.claims,
    [...overlay.claims.values()].map(({ claim, at }) => ({ value: claim, at })),
    readAt,
  ).map((claim) => withCount(withVote(claim, overlay, votes, readAt(claim.id)), overlay, readAt));
  const relations = withNewer(
    server.relations,
    [...overlay.relations.values()].map(({ relation, at }) => ({ value: relation, at })),
    readAt,
  ).map((relation) => withCount(withImpact(relation, overlay, impacts), overlay, readAt));
  const motion = withCount(
    withStance(server.motion, overlay, waitingOf(overlay.queue, 'stance', roundPlace(server.room))),
    overlay,
    readAt,
  );
  const isSame =
    motion === server.motion && sameItems(claims, server.claims) && sameItems(relations, server.relations);
  if (isSame) return server;
  return {
    ...server,
    motion,
    claims: sameItems(claims, server.claims) ? server.claims : claims,
    relations: sameItems(relations, server.relations) ? server.relations : relations,
  };
}
