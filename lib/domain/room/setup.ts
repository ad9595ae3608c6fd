import { z } from 'zod';
import { line, prose } from '../text/input';
import { LIMITS } from '../text/limits';
import { MOST_STEPS, planInput, type RoomPlan } from './plan';
import { quotasInput } from './quotas';
import { LONGEST_SLUG } from './room-slug';
import { MOST_NOTES_BEFORE_OTHERS } from './visibility';

/** Opening a room, and the numbers behind its defaults. */

/** Hours that a join code is good for: a day at school. */
export const CODE_HOURS = 12;
/** Months until a room is erased by itself. */
export const USUAL_RETENTION_MONTHS = 12;
export const MOST_RETENTION_MONTHS = 36;
/** Days after closing when typed names are erased. */
export const NAMES_KEPT_DAYS = 30;

export const openRoomInput = z.strictObject({
  name: line(LIMITS.roomName),
  /** Slug of the debate. */
  debate: z.string().max(LONGEST_SLUG),
  plan: planInput,
  claimsNeedApproval: z.boolean().default(true),
  notesNeedApproval: z.boolean().default(false),
  notesBeforeOthers: z.int().min(0).max(MOST_NOTES_BEFORE_OTHERS).default(0),
  showsCountsEarly: z.boolean().default(false),
  /** Stays as it is for as long as the room is there. */
  namesCanBeRevealed: z.boolean().default(false),
  quotas: quotasInput.default({}),
});

export type OpenRoom = z.infer<typeof openRoomInput>;
/** What a browser sends: what is left out is as usual. */
export type OpenRoomGiven = z.input<typeof openRoomInput>;

/** A room with dates is open to newcomers for as long as it is kept; one with a clock for a day at school. */
export const isDated = (plan: RoomPlan): boolean => plan.some(({ until }) => until !== null);

/** The step that a room is at and the one that it shall be at; `from` guards against two people pressing at once. */
export const stepInput = z.strictObject({ from: z.int().min(0).max(99), to: z.int().min(0).max(99) });
export type StepInput = z.infer<typeof stepInput>;

export const clockInput = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('pause') }),
  z.strictObject({ action: z.literal('resume') }),
  /** Minutes more, or fewer. */
  z.strictObject({
    action: z.literal('add'),
    minutes: z
      .int()
      .min(-60)
      .max(60)
      .refine((minutes) => minutes !== 0),
  }),
]);
export type ClockInput = z.infer<typeof clockInput>;

/** A plan as it shall be, beside what the person saw: somebody else may have changed it meanwhile. */
export const changePlanInput = z
  .strictObject({
    was: planInput,
    plan: planInput,
    /** For each step of the plan, which step of the earlier one it is; null for a new one. */
    origins: z.array(z.int().min(0).max(MOST_STEPS).nullable()).max(MOST_STEPS),
  })
  .superRefine(({ was, plan, origins }, context) => {
    const refuse = (...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', path, message: 'origins' });
    const kept = origins.filter((origin) => origin !== null);
    if (origins.length !== plan.length || new Set(kept).size !== kept.length) refuse('origins');
    // What a step was is in the room's log: another stage is another step.
    plan.forEach(({ stage }, index) => {
      const origin = origins[index] ?? null;
      if (origin !== null && was[origin]?.stage !== stage) refuse('plan', index, 'stage');
    });
  });
export type ChangePlan = z.infer<typeof changePlanInput>;

/** What may change in a room that runs. What is left out stays. */
export const roomSetupInput = z.strictObject({
  name: line(LIMITS.roomName).exactOptional(),
  claimsNeedApproval: z.boolean().exactOptional(),
  notesNeedApproval: z.boolean().exactOptional(),
  notesBeforeOthers: z.int().min(0).max(MOST_NOTES_BEFORE_OTHERS).exactOptional(),
  /** Counts that were shown cannot be hidden again. */
  showsCountsEarly: z.literal(true).exactOptional(),
  hasOpenDoors: z.boolean().exactOptional(),
  quotas: quotasInput.exactOptional(),
  retainUntil: z.iso.datetime().exactOptional(),
});
export type RoomSetup = z.infer<typeof roomSetupInput>;
export type RoomSetupGiven = z.input<typeof roomSetupInput>;

export const closeRoomInput = z.strictObject({ conclusion: prose(LIMITS.conclusion).nullable() });
export type CloseRoom = z.infer<typeof closeRoomInput>;

/** What waits for a decision in a class and its groups. */
export interface Waits {
  claims: number;
  notes: number;
}

export const copyRoomInput = z.strictObject({
  name: line(LIMITS.roomName),
  /** When the copy begins: dates of the plan move by as many days. */
  startsAt: z.iso.datetime(),
  /** Takes the class's own published claims along. */
  keepsClaims: z.boolean(),
});
export type CopyRoom = z.infer<typeof copyRoomInput>;

/** The room's name, typed: nobody erases a class by one press. */
export const eraseRoomInput = z.strictObject({ name: z.string().max(LIMITS.roomName * 8) });

const DAY_MS = 24 * 60 * 60 * 1000;

/** A plan whose dates are as many whole days later as the copy begins after the original: times of day stay. */
export function shiftedPlan(plan: RoomPlan, from: number, to: number): RoomPlan {
  const shift = Math.round((to - from) / DAY_MS) * DAY_MS;
  return plan.map((step) =>
    step.until === null ? step : { ...step, until: new Date(Date.parse(step.until) + shift).toISOString() },
  );
}
