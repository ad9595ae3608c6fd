import type { RoomKind, RoomStage } from '../debate/view';
import type { RoomAct, RoomSpeakers } from './plan';

/**
 * What a room takes now, and from whom: the one place that decides it. The policy asks here; what the database asks in the same
 * statement as a vote says the same (lib/server/vote/commands.ts), and so does what is asked again before a write is kept
 * (lib/server/room/still-takes.ts).
 */

export interface ActingRoom {
  kind: RoomKind;
  stage: RoomStage;
  acts: readonly RoomAct[];
  speakers: RoomSpeakers;
}

export interface ActingPerson {
  /** Keeps the room: steers it by notes and claims while it is open, whatever its step takes. */
  maintains: boolean;
  /** Sits in the inner circle of a fishbowl. */
  isInside: boolean;
  isMuted: boolean;
}

/** `private-note` is a note that nobody else reads. */
export type Deed = RoomAct | 'private-note';

export type DeedRefusal = 'room-closed' | 'answers-in-class' | 'not-now' | 'muted' | 'not-speaking';

const ANSWERS: readonly Deed[] = ['vote', 'impact', 'stance'];

/** Whether people vote, rate and say where they stand in this room. Those of a group do so in its class: there it counts. */
export const takesAnswers = ({ kind }: Pick<ActingRoom, 'kind'>): boolean => kind !== 'breakout';

/** Whether somebody may speak at this step: in a fishbowl the circle whose turn it is. */
const isTheirTurn = (speakers: RoomSpeakers, isInside: boolean): boolean =>
  speakers === 'all' || (speakers === 'inside') === isInside;

/**
 * Why the room does not take this from this person now; null when it does. Who may write in the room at all is not asked here.
 * Votes, impacts and stances follow the step alone: also of those who keep the room, and of those who are muted.
 */
export function refusalOfDeed(room: ActingRoom, deed: Deed, person: ActingPerson): DeedRefusal | null {
  if (room.stage === 'closed') return 'room-closed';
  if (deed === 'private-note') return null;
  if (ANSWERS.includes(deed) && !takesAnswers(room)) return 'answers-in-class';
  const isSpeech = deed === 'note' || deed === 'claim';
  if (isSpeech && person.maintains) return null;
  if (!room.acts.includes(deed)) return 'not-now';
  if (!isSpeech) return null;
  if (person.isMuted) return 'muted';
  return isTheirTurn(room.speakers, person.isInside) ? null : 'not-speaking';
}

/** Whether the room takes this from this person now. */
export const mayAct = (room: ActingRoom, deed: Deed, person: ActingPerson): boolean =>
  refusalOfDeed(room, deed, person) === null;
