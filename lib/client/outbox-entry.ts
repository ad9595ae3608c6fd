import type { AddAnnotation, EditAnnotation } from '@/lib/domain/annotation/schema';
import type { AddClaim, EditClaim } from '@/lib/domain/claim/schema';
import type { RoomView, VoteChoice } from '@/lib/domain/debate/view';
import type { RoomVoice } from '@/lib/domain/room/plan';
import type { SendFailure, StanceInput } from './contribution-types';

/**
 * The queue of what a person did and the server has not acknowledged yet. Pure: entries in, entries out.
 *
 * - An entry belongs to one owner and is only ever sent as that person.
 * - Entries on one subject are sent in the order in which they were made.
 * - Votes, impacts and stances replace a waiting older one on the same subject; words never replace words.
 */
export type OutboxAction =
  | {
      type: 'vote';
      roomId: string;
      claimId: string;
      code: string;
      revision: number;
      choice: VoteChoice | null;
      /** As whom the room had people vote when it was pressed: it counts in that voice or not at all. */
      voice?: RoomVoice;
    }
  | { type: 'impact'; roomId: string; relationId: string; weight: number | null; voice?: RoomVoice }
  | { type: 'stance'; roomId: string; motionId: string; stance: StanceInput }
  | { type: 'claim'; roomId: string; input: AddClaim }
  | { type: 'annotation'; roomId: string; input: AddAnnotation }
  | { type: 'edit-claim'; roomId: string; claimId: string; code: string; input: EditClaim }
  | { type: 'edit-annotation'; roomId: string; annotationId: string; input: EditAnnotation };

/** Actions whose words are written against a version of a text: two versions can meet. */
export type EditAction = Extract<OutboxAction, { type: 'edit-claim' | 'edit-annotation' }>;
export const isEdit = (action: OutboxAction): action is EditAction =>
  action.type === 'edit-claim' || action.type === 'edit-annotation';

export interface OutboxEntry {
  /** Event id and idempotency key: the same on every retry. */
  id: string;
  /** `person:<key>` or, before sign-in, `visitor:<tab>`. */
  owner: string;
  /** What it is about: id of the claim, relation, motion, source version or note. */
  subject: string;
  action: OutboxAction;
  /** Grows with every vote, impact or stance on a subject; 0 for words. */
  seq: number;
  /** Milliseconds since 1970, by this device's clock. */
  pressedAt: number;
  /**
   * When a new note or claim was first given to the network, by this device's clock: from then on the server may have it.
   * Null before that; absent on entries that are known by other means, or were kept by an earlier edition of the page.
   */
  begunAt?: number | null;
  attempts: number;
  /** Not to be sent before this time. */
  notBefore: number;
  /** Set when the server refused it for good: the entry stays, as a draft with the reason. */
  failure: SendFailure | null;
}

export const PERSON_PREFIX = 'person:';
export const VISITOR_PREFIX = 'visitor:';
export const ownerOfPerson = (personKey: string): string => `${PERSON_PREFIX}${personKey}`;
/** The account that an owner stands for; null for a visitor and before the page is alive. */
export const personOfOwner = (owner: string): string | null =>
  owner.startsWith(PERSON_PREFIX) ? owner.slice(PERSON_PREFIX.length) : null;
export const ownerOfVisitor = (tabKey: string): string => `${VISITOR_PREFIX}${tabKey}`;
export const isVisitor = (owner: string): boolean => owner.startsWith(VISITOR_PREFIX);

/** How long the server remembers an idempotency key, and so how long an entry may still be sent by itself. */
export const ENTRY_LIFETIME_MS = 24 * 60 * 60 * 1_000;

/** A request under way, a clock put right: the key is not trusted up to its last moment. */
const KEY_MARGIN_MS = 60 * 60 * 1_000;

/** What the server knows again by its idempotency key alone: sent anew without it, it would be there twice. */
export const isKnownByKey = ({ type }: OutboxAction): boolean => type === 'claim' || type === 'annotation';

/**
 * Whether the server may have these words and have forgotten their key: they must not be sent again unless their author
 * has looked. What was never begun to be sent may be sent however old it is.
 */
export function isPerhapsSent({ action, begunAt, pressedAt }: OutboxEntry, now: number): boolean {
  if (!isKnownByKey(action) || begunAt === null) return false;
  return now - (begunAt ?? pressedAt) >= ENTRY_LIFETIME_MS - KEY_MARGIN_MS;
}

export function subjectOf(action: OutboxAction): string {
  switch (action.type) {
    case 'vote':
    case 'edit-claim':
      return action.claimId;
    case 'edit-annotation':
      return action.annotationId;
    case 'impact':
      return action.relationId;
    case 'stance':
      return action.motionId;
    case 'claim':
      return action.input.relation.kind === 'undercuts'
        ? action.input.relation.toRelationId
        : action.input.relation.toClaimId;
    case 'annotation': {
      const { target } = action.input;
      if (target.type === 'claim') return target.claimId;
      if (target.type === 'relation') return target.relationId;
      if (target.type === 'source') return target.sourceId;
      return target.type === 'passage' ? target.sourceVersionId : target.annotationId;
    }
  }
}

/**
 * Where an answer counts: in one room, and there in one voice or one round. The same person's answers to the same claim in two
 * places have nothing to do with each other.
 */
export function placeOf(action: OutboxAction): string {
  const { type, roomId } = action;
  if (type === 'vote' || type === 'impact') return voicePlace({ id: roomId, voice: action.voice ?? 'own' });
  return type === 'stance' ? roundPlace({ id: roomId, round: action.stance.round ?? 1 }) : roomId;
}

/** Where votes and impacts count now, and where stances do. */
export const voicePlace = ({ id, voice }: Pick<RoomView, 'id' | 'voice'>): string => `${id} ${voice}`;
export const roundPlace = ({ id, round }: Pick<RoomView, 'id' | 'round'>): string => `${id} ${round}`;

const isReplaceable = (action: OutboxAction): boolean =>
  action.type === 'vote' || action.type === 'impact' || action.type === 'stance';

/** Entries in one lane are sent one after the other. */
export const laneOf = ({ action, subject }: OutboxEntry): string =>
  `${action.type} ${placeOf(action)} ${subject}`;

/**
 * Puts an entry at the end of the queue. A replaceable one takes the place of what waited in its lane; what is under
 * way at this moment (`inFlight`) is left alone, for it may already have arrived.
 */
export function enqueue(
  queue: readonly OutboxEntry[],
  added: OutboxEntry,
  inFlight: ReadonlySet<string> = new Set(),
): OutboxEntry[] {
  const kept = isReplaceable(added.action)
    ? queue.filter(
        (entry) => entry.owner !== added.owner || laneOf(entry) !== laneOf(added) || inFlight.has(entry.id),
      )
    : queue.filter((entry) => entry.id !== added.id);
  return [...kept, added];
}

/** Whether a newer press in the same lane makes this one pointless to repeat. */
export function isSuperseded(queue: readonly OutboxEntry[], entry: OutboxEntry): boolean {
  if (!isReplaceable(entry.action)) return false;
  return queue.some(
    (other) => other.owner === entry.owner && laneOf(other) === laneOf(entry) && other.seq > entry.seq,
  );
}

/** The first entry of each lane. A refused entry neither is sent nor holds up those behind it. */
function laneHeads(
  queue: readonly OutboxEntry[],
  owner: string,
  busyLanes: ReadonlySet<string>,
): OutboxEntry[] {
  const seen = new Set(busyLanes);
  return queue.filter((entry) => {
    if (entry.owner !== owner || entry.failure !== null) return false;
    const lane = laneOf(entry);
    if (seen.has(lane)) return false;
    seen.add(lane);
    return true;
  });
}

/** Which entries may be sent now: the first of each lane, when its time has come. */
export const dueEntries = (
  queue: readonly OutboxEntry[],
  owner: string,
  now: number,
  busyLanes: ReadonlySet<string> = new Set(),
): OutboxEntry[] => laneHeads(queue, owner, busyLanes).filter(({ notBefore }) => notBefore <= now);

/** When the next entry becomes due; null when nothing waits. */
export function nextDueAt(queue: readonly OutboxEntry[], owner: string): number | null {
  const times = laneHeads(queue, owner, new Set()).map(({ notBefore }) => notBefore);
  return times.length === 0 ? null : Math.min(...times);
}

/** What was pressed in this tab before sign-in belongs to the person who signs in here; all else stays as it is. */
export function adopt(queue: readonly OutboxEntry[], visitor: string, person: string): OutboxEntry[] {
  return queue.map((entry) => (entry.owner === visitor ? { ...entry, owner: person, notBefore: 0 } : entry));
}

/** Presses of visitors who never signed in are forgotten after a day: nobody could claim them any more. */
export function withoutExpired(queue: readonly OutboxEntry[], now: number): OutboxEntry[] {
  return queue.filter((entry) => !isVisitor(entry.owner) || now - entry.pressedAt < ENTRY_LIFETIME_MS);
}

/** Time order decides, and the id breaks ties, so that two tabs agree about the queue. */
export function inOrder(queue: readonly OutboxEntry[]): OutboxEntry[] {
  return [...queue].sort((a, b) => a.pressedAt - b.pressedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
