import type { AnnotationThread, AnnotationView, HeldBack } from '@/lib/domain/annotation/view';
import type { ClaimView, DebateView, RelationView } from '@/lib/domain/debate/view';
import type {
  AddedClaim,
  AnnotationAnswer,
  ImpactAnswer,
  StanceAnswer,
  VoteAnswer,
} from './contribution-types';
import type { LastEdit } from './map-edits';
import { EMPTY_OVERLAY, type Overlay } from './merge-debate';
import type { Keeping } from './outbox-disk';
import { isEdit, type OutboxAction, type OutboxEntry, placeOf } from './outbox-entry';
import { countNotes, hasNote, putNote, type ThreadFilter, threadFilterKey, threadFilterOf } from './threads';

/** What readers of the contribution store see, as one value that changes identity with its contents. */
export interface StoreSnapshot {
  overlay: Overlay;
  threads: ReadonlyMap<string, readonly AnnotationThread[]>;
  /** Notes that the server acknowledged, by id, and when: a list asked for before that may not hold them. */
  heardNotes: ReadonlyMap<string, { note: AnnotationView; at: number }>;
  /** Own answers that the server has not taken yet, by id of the claim, relation or motion. */
  pending: ReadonlyMap<string, PendingState>;
  /** Kept and still to be sent, oldest first. */
  waiting: readonly OutboxEntry[];
  /** Kept because the server would not take it. */
  refused: readonly OutboxEntry[];
  isOffline: boolean;
  waitingCount: number;
  /** Something waits that a page which goes now would lose: the browser keeps nothing. */
  isUnkept: boolean;
  /** The session is over: what waits is sent after the next sign-in. */
  isSignedOut: boolean;
  /** `person:…`, `visitor:…`, or empty before the page is alive. */
  owner: string;
  lastEdit: LastEdit | null;
  /** What the reader has to post before they read the notes of others; null when nothing is held back. */
  heldBack: HeldBack | null;
}

/**
 * `sending` is the normal moment between press and answer; `waiting` is worth telling, and is said only once this device
 * has it, or will not take it.
 */
export type PendingState = 'waiting' | 'sending' | 'failed';

export const EMPTY_SNAPSHOT: StoreSnapshot = {
  overlay: EMPTY_OVERLAY,
  threads: new Map(),
  heardNotes: new Map(),
  pending: new Map(),
  waiting: [],
  refused: [],
  isOffline: false,
  waitingCount: 0,
  isUnkept: false,
  isSignedOut: false,
  owner: '',
  lastEdit: null,
  heldBack: null,
};

/** How the connection looks from here. */
export interface Connection {
  /** The browser says so itself. */
  isNetworkGone: boolean;
  lastTry: 'reached' | 'lost';
  /** Nothing is sent before somebody signs in. */
  isHeld: boolean;
  isSignedOut: boolean;
  keeping: (id: string) => Keeping;
}

const STATES = { kept: 'waiting', writing: 'sending', unkept: 'waiting' } as const;

/** One lost try is a hiccup; from the second on a person should know. */
const TRIES_BEFORE_OFFLINE = 2;

export function withQueue(
  snapshot: StoreSnapshot,
  queue: readonly OutboxEntry[],
  { isNetworkGone, lastTry, isHeld, isSignedOut, keeping }: Connection,
): StoreSnapshot {
  const waiting = queue.filter(({ failure }) => failure === null);
  const isStuck = waiting.some(({ attempts }) => attempts >= TRIES_BEFORE_OFFLINE);
  const pending = new Map<string, PendingState>();
  for (const entry of queue) {
    // Words show their own state where they stand.
    if (entry.action.type === 'annotation' || entry.action.type === 'claim' || isEdit(entry.action)) continue;
    const isFirstTry = entry.attempts === 0 && !isNetworkGone && !isHeld && !isSignedOut;
    pending.set(entry.subject, entry.failure ? 'failed' : isFirstTry ? 'sending' : STATES[keeping(entry.id)]);
  }
  const before = snapshot.overlay.queue;
  const isSame = before.length === queue.length && before.every((entry, index) => entry === queue[index]);
  return {
    ...snapshot,
    overlay: isSame ? snapshot.overlay : { ...snapshot.overlay, queue },
    pending,
    waiting,
    refused: queue.filter(({ failure }) => failure !== null),
    isOffline: isNetworkGone || (lastTry === 'lost' && isStuck),
    waitingCount: waiting.length,
    isUnkept: queue.some(({ id }) => keeping(id) === 'unkept'),
    isSignedOut: isSignedOut && waiting.length > 0,
  };
}

const withOverlay = (snapshot: StoreSnapshot, change: Partial<Overlay>): StoreSnapshot => ({
  ...snapshot,
  overlay: { ...snapshot.overlay, ...change },
});

export const withClaim = (snapshot: StoreSnapshot, claim: ClaimView, at: number): StoreSnapshot =>
  withOverlay(snapshot, { claims: new Map(snapshot.overlay.claims).set(claim.id, { claim, at }) });

export const withRelation = (snapshot: StoreSnapshot, relation: RelationView, at: number): StoreSnapshot =>
  withOverlay(snapshot, {
    relations: new Map(snapshot.overlay.relations).set(relation.id, { relation, at }),
  });

/** @param at when the threads were asked for: what was heard since then stands over them */
export function withThreads(
  snapshot: StoreSnapshot,
  filter: ThreadFilter,
  asked: readonly AnnotationThread[],
  at: number,
): StoreSnapshot {
  const key = threadFilterKey(filter);
  const newer = [...snapshot.heardNotes.values()].filter(
    (heard) => heard.at >= at && threadFilterKey(threadFilterOf(heard.note.target)) === key,
  );
  const threads = newer.reduce<readonly AnnotationThread[]>((list, { note }) => putNote(list, note), asked);
  const known = { ...snapshot, threads: new Map(snapshot.threads).set(key, threads) };
  const subject = 'claimId' in filter ? filter.claimId : 'relationId' in filter ? filter.relationId : null;
  if (subject === null) return known;
  const noteCounts = new Map(known.overlay.noteCounts).set(subject, { count: countNotes(threads), at });
  return withOverlay(known, { noteCounts });
}

/** Threads that nobody has opened are left: they are read in full when somebody does. */
export function withNote(snapshot: StoreSnapshot, note: AnnotationView, at: number): StoreSnapshot {
  const heardNotes = new Map(snapshot.heardNotes).set(note.id, { note, at });
  const heard = { ...snapshot, heardNotes };
  const filter = threadFilterOf(note.target);
  const known = heard.threads.get(threadFilterKey(filter));
  const inPlace = known ? withThreads(heard, filter, known, at) : heard;
  // A note whose passage is lost stands in the list of its whole source as well.
  const elsewhere = [...inPlace.threads].filter(
    ([key, list]) =>
      key !== threadFilterKey(filter) &&
      (hasNote(list, note.id) || (note.parentId !== null && hasNote(list, note.parentId))),
  );
  if (elsewhere.length === 0) return inPlace;
  const threads = new Map(inPlace.threads);
  for (const [key, list] of elsewhere) threads.set(key, putNote(list, note));
  return { ...inPlace, threads };
}

/** The number of the newest own answer on the subject that this tab has heard of; 0 for none. */
export function learnedSeq({ votes, impacts, stances }: Overlay, action: OutboxAction): number {
  if (action.type === 'vote') return votes.get(action.claimId)?.ownVote.seq ?? 0;
  if (action.type === 'impact') return impacts.get(action.relationId)?.ownImpact.seq ?? 0;
  if (action.type === 'stance') return stances.get(action.motionId)?.ownStance?.seq ?? 0;
  return 0;
}

/** Lines that a claim brought along: they are published, declined, archived and restored with it. */
export const linesOf = ({ relations }: DebateView, { id, status }: ClaimView): RelationView[] =>
  relations.filter((line) => line.fromClaimId === id && line.status === status);

/** What the server answered to a press; an answer without content teaches nothing. */
export function withAnswer(
  snapshot: StoreSnapshot,
  action: OutboxAction,
  value: unknown,
  at: number,
): StoreSnapshot {
  if (typeof value !== 'object' || value === null) return snapshot;
  const { votes, impacts, stances, tallies } = snapshot.overlay;
  const place = placeOf(action);
  switch (action.type) {
    case 'vote':
      return withOverlay(snapshot, {
        votes: new Map(votes).set(action.claimId, { ...(value as VoteAnswer), place }),
        // What was heard before does not know of this vote.
        tallies: new Map([...tallies].filter(([id]) => id !== action.claimId)),
      });
    case 'impact':
      return withOverlay(snapshot, {
        impacts: new Map(impacts).set(action.relationId, { ...(value as ImpactAnswer), place }),
      });
    case 'stance':
      return withOverlay(snapshot, {
        stances: new Map(stances).set(action.motionId, { ...(value as StanceAnswer), place }),
      });
    case 'claim': {
      const { claim, relation } = value as AddedClaim;
      return withRelation(withClaim(snapshot, claim, at), relation, at);
    }
    case 'edit-claim':
      return withClaim(snapshot, (value as Pick<AddedClaim, 'claim'>).claim, at);
    case 'annotation':
    case 'edit-annotation':
      return withNote(snapshot, (value as AnnotationAnswer).annotation, at);
  }
}

/**
 * Notes and replies that were written here and have not arrived, for showing where they will stand.
 * @param isHeld nothing can be sent now; otherwise a note on its first way is still in its form
 */
export function waitingNotesOf(
  { overlay }: StoreSnapshot,
  filter: ThreadFilter,
  threads: readonly AnnotationThread[] | null,
  isHeld: boolean,
): readonly OutboxEntry[] {
  return overlay.queue.filter(({ action, attempts, failure }) => {
    if (action.type !== 'annotation' && action.type !== 'edit-annotation') return false;
    if (attempts === 0 && failure === null && !isHeld) return false;
    if (action.type === 'edit-annotation') return hasNote(threads ?? [], action.annotationId);
    const { target } = action.input;
    if (target.type === 'annotation') return hasNote(threads ?? [], target.annotationId);
    return threadFilterKey(threadFilterOf(target)) === threadFilterKey(filter);
  });
}
