import { type DeedRefusal, refusalOfDeed } from './acts';
import { type PlanStep, type RoomAct, type RoomVoice, roundOfStep } from './plan';
import type { RoomFrame } from './view';

/** What pages know of a room to offer only what it takes; the server decides by the same rules when something is sent. */
export type TakingFrame = Pick<
  RoomFrame,
  'id' | 'kind' | 'stage' | 'acts' | 'speakers' | 'voice' | 'round' | 'plan' | 'step'
> & {
  seat: Pick<NonNullable<RoomFrame['seat']>, 'role' | 'isInside' | 'isMuted'> | null;
  can: Pick<RoomFrame['can'], 'maintain'>;
};

/** Why a room does not take something from its reader now: as the server says it, or because they only watch. */
export type WhyNot = DeedRefusal | 'no-part';

export interface NotTaken {
  why: WhyNot;
  /** Of `not-now`: the first later step of the plan that takes it; null when none does. */
  step: number | null;
}

/** The first step from this one on that does; null when none does. */
const stepThat = (plan: readonly PlanStep[], from: number, takes: (step: PlanStep) => boolean) => {
  const found = plan.findIndex((step, at) => at >= from && takes(step));
  return found === -1 ? null : found;
};

/** Why the room does not take an act from its reader now, and when it will; null when it does. */
export function notTakenNow(room: TakingFrame, act: RoomAct): NotTaken | null {
  const { seat, can, plan, step } = room;
  const isSpeech = act === 'claim' || act === 'note';
  if ((seat === null || seat.role === 'observer') && !(isSpeech && can.maintain)) {
    return { why: room.stage === 'closed' ? 'room-closed' : 'no-part', step: null };
  }
  const why = refusalOfDeed(room, act, {
    maintains: can.maintain,
    isInside: seat?.isInside ?? false,
    isMuted: seat?.isMuted ?? false,
  });
  if (why === null) return null;
  return { why, step: why === 'not-now' ? stepThat(plan, step + 1, ({ acts }) => acts.includes(act)) : null };
}

/** An answer that a room refused because its step was over: in which voice or round it was given. */
export type LateAnswer =
  | { act: 'vote' | 'impact'; voice: RoomVoice }
  | { act: 'stance'; round: number }
  | { act: 'claim' | 'note' };

/**
 * When something that the room refused could still be sent as it is: now, at a later step of its plan, or never again. An answer
 * counts in the voice or round that it was given in, or not at all.
 */
export function whenStillTaken(room: TakingFrame, late: LateAnswer): 'now' | 'never' | { step: number } {
  if (room.stage === 'closed') return 'never';
  const takes = ({ acts, voice }: Pick<PlanStep, 'acts' | 'voice'>, round: number): boolean =>
    acts.includes(late.act) &&
    (!('voice' in late) || voice === late.voice) &&
    (!('round' in late) || round === late.round);
  const why = notTakenNow(room, late.act)?.why ?? null;
  const isNow = takes(room, room.round);
  if (why === null && isNow) return 'now';
  // A turn comes and a pause ends; whoever has no part here, or answers elsewhere, goes on so.
  if (why === 'muted' || why === 'not-speaking') return { step: room.step };
  if (why !== null && why !== 'not-now') return 'never';
  const at = room.plan.findIndex(
    (step, index) => index > room.step && takes(step, roundOfStep(room.plan, index)),
  );
  return at === -1 ? 'never' : { step: at };
}
