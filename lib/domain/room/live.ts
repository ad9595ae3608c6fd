import type { RoomStage, VoteTally } from '../debate/view';
import { ROOM_EVENTS, type RoomEvent } from './events';
import type { RoomAct, RoomSpeakers, RoomVoice } from './plan';
import type { RoomClock } from './view';

/**
 * What a room's stream says. Ids and numbers, never words: whoever wants the words asks the API, which decides again who may read
 * them. What the reader may not know, or the room's stage hides, is in no message.
 */
export type LiveMessage =
  | LiveHello
  | LiveEvent
  | LiveNow
  | LiveHere
  | LiveTurnout
  | LiveTallies
  | LiveReset
  | LiveBye;

/** The stream is open and everything since the cursor has been said. */
export interface LiveHello {
  type: 'hello';
}

/** Something was done, in the room or in one above it. */
export interface LiveEvent {
  type: 'event';
  /** The room that it was done in. */
  room: string;
  ordinal: number;
  event: RoomEvent;
  /** Id of the claim, relation, note, seat or room. */
  subject: string;
  /** Code of the claim. */
  code?: string;
  /** What a note is on, and the note that its thread begins with (itself, when it begins one). */
  on?: LivePlace;
  /** The reader wrote it. */
  isOwn?: boolean;
}

export interface LivePlace {
  claimId?: string;
  relationId?: string;
  sourceVersionId?: string;
  threadId: string;
}

/** Where the room is: after every change of step, clock, plan or settings, and once at the beginning. */
export interface LiveNow {
  type: 'now';
  room: string;
  now: RoomNow;
}

export interface RoomNow {
  step: number;
  stage: RoomStage;
  round: number;
  acts: RoomAct[];
  voice: RoomVoice;
  speakers: RoomSpeakers;
  clock: RoomClock;
}

/** How many people have a page of the room open; in a class, without those who keep it. */
export interface LiveHere {
  type: 'here';
  count: number;
}

/** How far the room's people are: numbers without results, for those who keep it. */
export interface LiveTurnout {
  type: 'turnout';
  turnout: RoomTurnout;
}

export interface RoomTurnout {
  /** People with a seat who are asked to answer. */
  people: number;
  /** Votes in, and people with at least one of them. */
  votes: number;
  voters: number;
  /** People who have done all that the step asks of them. */
  done: number;
  /** People who stated where they stand in the round that is open. */
  stances: number;
}

/** Counts that changed, of claims whose counts this reader may see now; null: of too few votes to be told to them. */
export interface LiveTallies {
  type: 'tallies';
  claims: Record<string, VoteTally | null>;
}

/** What was missed cannot be told one by one, or the reader sees more or less than before: the page has to be read anew. */
export interface LiveReset {
  type: 'reset';
}

export const BYE_REASONS = ['stopping', 'signed-out', 'no-access', 'replaced', 'slow'] as const;
export type ByeReason = (typeof BYE_REASONS)[number];

/** The server ends the stream. */
export interface LiveBye {
  type: 'bye';
  reason: ByeReason;
  /** Milliseconds after which to come back; null: not at all. */
  retryMs: number | null;
}

export const LIVE_TYPES = ['hello', 'event', 'now', 'here', 'turnout', 'tallies', 'reset', 'bye'] as const;

/** Most events that are told one by one to somebody who comes back. */
export const MOST_REPLAYED = 2_000;

/** What the room says to those who ask once, and to pages that hear through another tab: as the stream's messages. */
export interface RoomStanding {
  /** Up to where the messages tell everything. */
  cursor: string;
  messages: LiveMessage[];
}

/** A message as it came over the wire, or null: a newer server may say what this page does not know. */
export function readLiveMessage(data: string): LiveMessage | null {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null || !('type' in value)) return null;
    if (!LIVE_TYPES.some((type) => type === value.type)) return null;
    // The server's own words: only their kind is looked at.
    const message = value as LiveMessage;
    return message.type === 'event' && !ROOM_EVENTS.includes(message.event) ? null : message;
  } catch {
    return null;
  }
}
