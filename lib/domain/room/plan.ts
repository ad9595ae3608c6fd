import { z } from 'zod';
import { line, prose } from '../text/input';
import { LIMITS } from '../text/limits';

/**
 * The plan of a room: the steps that it goes through, as data that its teacher can change. A step says what the room does now
 * (its stage), for how long, and what people may do meanwhile. `closed` is no step: a room is closed, with a conclusion.
 */

export const PLAN_STAGES = ['read', 'first_stance', 'explore', 'vote', 'second_stance', 'reveal'] as const;
export type PlanStage = (typeof PLAN_STAGES)[number];
/** What a room does now: the stage of a step, or closed. */
export type RoomStage = PlanStage | 'closed';

/** What people may do: write notes, propose claims, vote, rate impacts, state where they stand. */
export const ROOM_ACTS = ['note', 'claim', 'vote', 'impact', 'stance'] as const;
export type RoomAct = (typeof ROOM_ACTS)[number];

/** As whom: as themselves, for the side that they were given, or for the other one. */
export const ROOM_VOICES = ['own', 'assigned', 'swapped'] as const;
export type RoomVoice = (typeof ROOM_VOICES)[number];

/** Whose claims and notes the room takes: in a fishbowl one circle speaks and the other listens. */
export const ROOM_SPEAKERS = ['all', 'inside', 'outside'] as const;
export type RoomSpeakers = (typeof ROOM_SPEAKERS)[number];

/** Most steps of a plan. */
export const MOST_STEPS = 20;
/** Longest time of a step on the clock: a day. Longer ones end at a date. */
export const MOST_MINUTES = 24 * 60;

export const planStepInput = z.strictObject({
  stage: z.enum(PLAN_STAGES),
  /** What the room calls it; null for the stage's own name. */
  title: line(LIMITS.stepTitle).nullable(),
  /** What people are asked to do; null for the stage's own words. */
  task: prose(LIMITS.stepTask).nullable(),
  /** Its time on the clock, or when it ends; at most one of the two. Neither: somebody moves the room on. */
  minutes: z.int().min(1).max(MOST_MINUTES).nullable(),
  until: z.iso.datetime().nullable(),
  /** When its time is over the next step begins by itself. */
  movesOn: z.boolean(),
  acts: z
    .array(z.enum(ROOM_ACTS))
    .max(ROOM_ACTS.length)
    .refine((acts) => new Set(acts).size === acts.length),
  voice: z.enum(ROOM_VOICES),
  speakers: z.enum(ROOM_SPEAKERS),
});

export type PlanStep = z.infer<typeof planStepInput>;

/** A plan whose parts fit each other. Paths of refusals name the step, e.g. `plan.2.until`. */
export const planInput = z
  .array(planStepInput)
  .min(1)
  .max(MOST_STEPS)
  .superRefine((steps, context) => {
    const refuse = (index: number, field: keyof PlanStep) =>
      context.addIssue({ code: 'custom', path: [index, field], message: field });
    const second = steps.findIndex(({ stage }) => stage === 'second_stance');
    const revealed = steps.findIndex(({ stage }) => stage === 'reveal');
    steps.forEach((step, index) => {
      if (step.minutes !== null && step.until !== null) refuse(index, 'until');
      if (step.movesOn && step.minutes === null && step.until === null) refuse(index, 'movesOn');
      if (step.stage === 'first_stance' && second !== -1 && index > second) refuse(index, 'stage');
      // What was revealed cannot be hidden again, and an answer given after it would not be one's own.
      if (revealed !== -1 && index > revealed && step.stage !== 'reveal') refuse(index, 'stage');
      if (step.stage === 'reveal' && step.acts.includes('stance')) refuse(index, 'acts');
    });
  });

export type RoomPlan = z.infer<typeof planInput>;

/**
 * What a room takes at a step. Once it has shown what came of it, where people stand is taken at none: whoever has seen the result
 * would answer to it, and a report that was shown would say something else the next day.
 */
export const actsAt = (step: Pick<PlanStep, 'acts'>, wasRevealed: boolean): RoomAct[] =>
  step.acts.filter((act) => act !== 'stance' || !wasRevealed);

/** The stance round of a step, from 0: the second one begins with the first step that asks for a second stance. */
export const roundOfStep = (plan: readonly Pick<PlanStep, 'stage'>[], step: number): 1 | 2 =>
  plan.slice(0, step + 1).some(({ stage }) => stage === 'second_stance') ? 2 : 1;

/** What a stage lets people do, unless the plan says otherwise. */
export const USUAL_ACTS: Readonly<Record<RoomStage, readonly RoomAct[]>> = {
  read: ['note'],
  first_stance: ['note', 'stance'],
  explore: ['note', 'claim'],
  vote: ['note', 'vote', 'impact'],
  // A vote may change until the reveal.
  second_stance: ['note', 'vote', 'impact', 'stance'],
  reveal: ['note'],
  closed: [],
};
