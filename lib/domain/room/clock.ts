import { MOST_MINUTES, type PlanStep, type RoomPlan } from './plan';

/**
 * The clock of a room's step. Times are milliseconds since 1970, by the database's clock. A clock runs (`endsAt`), stands
 * (`leftMs`), or there is none.
 */
export interface StepClock {
  endsAt: number | null;
  leftMs: number | null;
}

export const MINUTE_MS = 60_000;
const MOST_MS = MOST_MINUTES * MINUTE_MS;

export const NO_CLOCK: StepClock = { endsAt: null, leftMs: null };

/**
 * The clock of a step that begins now. A date that is past ends nothing: who goes back to such a step by hand means to
 * stay there.
 */
export function clockOfStep({ minutes, until }: Pick<PlanStep, 'minutes' | 'until'>, now: number): StepClock {
  if (minutes !== null) return { endsAt: now + minutes * MINUTE_MS, leftMs: null };
  const end = until === null ? Number.NaN : Date.parse(until);
  return end > now ? { endsAt: end, leftMs: null } : NO_CLOCK;
}

/** Milliseconds left, never below 0; null without a clock. */
export const leftOf = ({ endsAt, leftMs }: StepClock, now: number): number | null =>
  leftMs ?? (endsAt === null ? null : Math.max(0, endsAt - now));

/** The clock stopped; one that stands or is not there stays as it is. */
export const paused = (clock: StepClock, now: number): StepClock =>
  clock.endsAt === null
    ? clock
    : { endsAt: null, leftMs: Math.min(MOST_MS, Math.max(0, clock.endsAt - now)) };

/** The clock going on with what was left. */
export const resumed = (clock: StepClock, now: number): StepClock =>
  clock.leftMs === null ? clock : { endsAt: now + clock.leftMs, leftMs: null };

/**
 * The clock with more minutes, or fewer: never over before now, never more than a day left. A step without a clock gets one
 * that runs; what is over goes on from now.
 */
export function changedBy(clock: StepClock, minutes: number, now: number): StepClock {
  const left = Math.min(MOST_MS, Math.max(0, (leftOf(clock, now) ?? 0) + minutes * MINUTE_MS));
  if (clock.leftMs !== null) return { endsAt: null, leftMs: left };
  return clock.endsAt === null && minutes <= 0 ? clock : { endsAt: now + left, leftMs: null };
}

/** The clock of the step that a room is at, after its times in the plan were changed. */
export function afterPlanChange(
  clock: StepClock,
  before: Pick<PlanStep, 'minutes' | 'until'>,
  after: Pick<PlanStep, 'minutes' | 'until'>,
  now: number,
): StepClock {
  if (before.minutes === after.minutes && before.until === after.until) return clock;
  if (after.until !== null) return clockOfStep(after, now);
  if (after.minutes === null) return NO_CLOCK;
  return before.minutes === null
    ? clockOfStep(after, now)
    : changedBy(clock, after.minutes - before.minutes, now);
}

/**
 * The steps that a room whose time is over goes through now, in order; the last one is where it stays. A dated step whose
 * date is past too is gone through at once; a step with minutes has all of them, from now, however late its turn came.
 * Empty when it stays where it is.
 */
export function stepsDue(plan: RoomPlan, step: number, clock: StepClock, now: number): number[] {
  const due: number[] = [];
  let isOver = plan[step]?.movesOn === true && clock.endsAt !== null && clock.endsAt <= now;
  let at = step;
  while (isOver && at + 1 < plan.length) {
    at += 1;
    due.push(at);
    const entered = plan[at];
    isOver = entered?.movesOn === true && entered.until !== null && Date.parse(entered.until) <= now;
  }
  return due;
}

/** The same day and time some months later, or that month's last day. */
export function monthsAfter(moment: number, months: number): number {
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** When a room that is opened now is erased, unless told otherwise: so many months after it opens, begins or reaches its last date. */
export const keptUntil = (plan: RoomPlan, opens: number, months: number): number =>
  monthsAfter(lastDate(plan, opens), months);

/** The last date of a plan, or this moment when that is later. */
export const lastDate = (plan: RoomPlan, moment: number): number =>
  Math.max(moment, ...plan.map(({ until }) => (until === null ? moment : Date.parse(until))));

/** A step whose date is over already, or is not after that of a step before it: it would never end by itself. */
export interface DateFault {
  step: number;
  why: 'past' | 'order';
}

/**
 * The first date of a plan that does not fit, from the step that the room is at on; null when all do.
 * @param was the dates that were there, by step: what is past by now and was left as it was is no fault
 */
export function dateFaultOf(
  plan: readonly Pick<PlanStep, 'until'>[],
  { at, now, was }: { at: number; now: number; was: readonly (string | null)[] },
): DateFault | null {
  let before = Number.NEGATIVE_INFINITY;
  for (const [step, { until }] of plan.entries()) {
    if (step < at || until === null) continue;
    const ends = Date.parse(until);
    const isNew = Date.parse(was[step] ?? '') !== ends;
    if (ends <= now && isNew) return { step, why: 'past' };
    if (ends <= before) return { step, why: 'order' };
    before = ends;
  }
  return null;
}
