import type { RoomKind, RoomStage } from '../debate/view';
import type { RoomAct, RoomVoice } from '../room/plan';
import { isRevealed } from '../room/visibility';

/**
 * The fair path of those who come in late: nobody states a first stance after they have heard the room, but whoever was not
 * there for it may, until they have voted. Times are milliseconds since 1970.
 */

/** When a room was at a step. */
export interface StepSpan {
  stage: RoomStage;
  startedAt: number;
  /** Null while it is there. */
  endedAt: number | null;
}

/** When the room's last step for first stances was over; null while it has had none, or is at one. */
export function firstStanceEnded(steps: readonly StepSpan[]): number | null {
  const spans = steps.filter(({ stage }) => stage === 'first_stance');
  if (spans.length === 0 || spans.some(({ endedAt }) => endedAt === null)) return null;
  return Math.max(...spans.map(({ endedAt }) => endedAt ?? 0));
}

/** Whether a first stance was stated when the room's step for it was over: reports count these and say so. */
export function isLateFirst(steps: readonly StepSpan[], statedAt: number): boolean {
  const ended = firstStanceEnded(steps);
  return ended !== null && statedAt > ended;
}

export interface StanceRoom {
  kind: RoomKind;
  stage: RoomStage;
  round: number;
  acts: readonly RoomAct[];
  voice: RoomVoice;
}

export interface LateComer {
  steps: readonly StepSpan[];
  joinedAt: number;
  /** Has voted in the room, in whichever voice. */
  hasVoted: boolean;
}

/** Whether a step could be one after which somebody comes late: before the second stance, and not at the first. */
export const hasLatePath = ({ kind, stage, round, acts }: StanceRoom): boolean =>
  kind !== 'commons' && round === 1 && !acts.includes('stance') && !isRevealed({ kind, stage });

/** What the room asks of a person now. */
export interface AskedStance {
  round: 1 | 2;
  /** The step for it is over; the person came in later. */
  isLate: boolean;
}

/**
 * The round in which the room takes a stance from this person now, or null. Where one stands is said in one's own voice or
 * not at all. Who comes in at the second stance gives one answer only.
 * @param person null where nothing is known of them, as of a visitor: then only the step decides
 */
export function askedStance(room: StanceRoom, person: LateComer | null): AskedStance | null {
  if (room.stage === 'closed' || room.voice !== 'own') return null;
  if (room.acts.includes('stance')) return { round: room.round === 2 ? 2 : 1, isLate: false };
  if (!person || person.hasVoted || !hasLatePath(room)) return null;
  const ended = firstStanceEnded(person.steps);
  return ended !== null && person.joinedAt >= ended ? { round: 1, isLate: true } : null;
}
