import { describe, expect, it } from 'vitest';
import {
  afterPlanChange,
  changedBy,
  clockOfStep,
  dateFaultOf,
  leftOf,
  MINUTE_MS,
  monthsAfter,
  NO_CLOCK,
  paused,
  resumed,
  stepsDue,
} from './clock';
import { planOf } from './plans';
import { shiftedPlan } from './setup';

const NOW = Date.UTC(2026, 0, 5, 9);
const DAY_MS = 24 * 60 * MINUTE_MS;
const inMinutes = (minutes: number) => ({ endsAt: NOW + minutes * MINUTE_MS, leftMs: null });
const at = (moment: number) => new Date(moment).toISOString();

describe('the clock of a step that begins', () => {
  it('runs for its minutes, or to its date, or is none', () => {
    expect(clockOfStep({ minutes: 8, until: null }, NOW)).toEqual(inMinutes(8));
    expect(clockOfStep({ minutes: null, until: at(NOW + DAY_MS) }, NOW).endsAt).toBe(NOW + DAY_MS);
    expect(clockOfStep({ minutes: null, until: null }, NOW)).toEqual(NO_CLOCK);
  });

  it('is none when its date is past: who goes back there means to stay', () => {
    expect(clockOfStep({ minutes: null, until: at(NOW) }, NOW)).toEqual(NO_CLOCK);
  });
});

describe('a clock', () => {
  it('stands with what was left and goes on with it', () => {
    const stood = paused(inMinutes(5), NOW + MINUTE_MS);
    expect(stood).toEqual({ endsAt: null, leftMs: 4 * MINUTE_MS });
    expect(resumed(stood, NOW + 60 * MINUTE_MS).endsAt).toBe(NOW + 64 * MINUTE_MS);
    expect(paused(inMinutes(-1), NOW).leftMs).toBe(0);
  });

  it('takes more minutes and fewer, never over before now', () => {
    expect(changedBy(inMinutes(5), 2, NOW)).toEqual(inMinutes(7));
    expect(changedBy(inMinutes(5), -9, NOW)).toEqual(inMinutes(0));
    expect(changedBy({ endsAt: null, leftMs: MINUTE_MS }, -9, NOW)).toEqual({ endsAt: null, leftMs: 0 });
  });

  it('goes on from now when it was over, and begins where there was none', () => {
    expect(changedBy(inMinutes(-30), 2, NOW)).toEqual(inMinutes(2));
    expect(changedBy(NO_CLOCK, 3, NOW)).toEqual(inMinutes(3));
    expect(changedBy(NO_CLOCK, -3, NOW)).toEqual(NO_CLOCK);
  });

  it('has at most a day left', () => {
    expect(leftOf(changedBy(inMinutes(24 * 60), 60, NOW), NOW)).toBe(DAY_MS);
  });

  it('follows the plan when its minutes change there', () => {
    const eight = { minutes: 8, until: null };
    expect(afterPlanChange(inMinutes(3), eight, eight, NOW)).toEqual(inMinutes(3));
    expect(afterPlanChange(inMinutes(3), eight, { minutes: 10, until: null }, NOW)).toEqual(inMinutes(5));
    expect(afterPlanChange(inMinutes(3), eight, { minutes: null, until: null }, NOW)).toEqual(NO_CLOCK);
    expect(afterPlanChange(NO_CLOCK, { minutes: null, until: null }, eight, NOW)).toEqual(inMinutes(8));
  });
});

describe('steps that are due', () => {
  const seminar = planOf('seminar', NOW);
  const clock = (step: number) => clockOfStep(seminar[step] ?? { minutes: null, until: null }, NOW);

  it('are none before the time, and the next one after it', () => {
    expect(stepsDue(seminar, 0, clock(0), NOW + 6 * DAY_MS)).toEqual([]);
    expect(stepsDue(seminar, 0, clock(0), NOW + 7 * DAY_MS)).toEqual([1]);
  });

  it('are all whose dates went by, up to one that nobody moves but a teacher', () => {
    expect(stepsDue(seminar, 0, clock(0), NOW + 22 * DAY_MS)).toEqual([1, 2, 3]);
    expect(stepsDue(seminar, 0, clock(0), NOW + 99 * DAY_MS)).toEqual([1, 2, 3, 4]);
  });

  it('have all of their minutes, however late their turn came', () => {
    const lesson = planOf('oxford', NOW).map((step) => ({ ...step, movesOn: true }));
    expect(stepsDue(lesson, 0, inMinutes(8), NOW + DAY_MS)).toEqual([1]);
  });

  it('are none of a clock that stands, of a step that stays, and after the last one', () => {
    const lesson = planOf('oxford', NOW);
    expect(stepsDue(lesson, 0, inMinutes(0), NOW)).toEqual([]);
    const moving = lesson.map((step) => ({ ...step, movesOn: true }));
    expect(stepsDue(moving, 0, { endsAt: null, leftMs: 0 }, NOW)).toEqual([]);
    expect(stepsDue(moving, 5, inMinutes(0), NOW)).toEqual([]);
  });
});

describe('dates', () => {
  it('some months later keep the day, or take the month’s last one', () => {
    expect(at(monthsAfter(Date.UTC(2026, 0, 31, 9), 1))).toBe('2026-02-28T09:00:00.000Z');
    expect(at(monthsAfter(NOW, 12))).toBe('2027-01-05T09:00:00.000Z');
  });

  it('of a copied plan move by whole days', () => {
    const shifted = shiftedPlan(planOf('seminar', NOW), NOW, NOW + 365 * DAY_MS + 3 * MINUTE_MS);
    expect(shifted[0]?.until).toBe('2027-01-12T09:00:00.000Z');
    expect(shifted[5]?.until).toBeNull();
  });
});

describe('the dates of a plan', () => {
  const dated = (...days: (number | null)[]) =>
    days.map((day) => ({ until: day === null ? null : at(NOW + day * DAY_MS) }));
  const fresh = { at: 0, now: NOW, was: [] };

  it('come one after the other, and none is over', () => {
    expect(dateFaultOf(dated(1, null, 3), fresh)).toBeNull();
    expect(dateFaultOf(dated(3, null, 1), fresh)).toEqual({ step: 2, why: 'order' });
    expect(dateFaultOf(dated(1, 1), fresh)).toEqual({ step: 1, why: 'order' });
    expect(dateFaultOf(dated(7, -2000), fresh)).toEqual({ step: 1, why: 'past' });
  });

  it('of steps that are over are not asked about, nor one that went by and was left', () => {
    expect(dateFaultOf(dated(-3, 9, 2), { ...fresh, at: 2 })).toBeNull();
    const went = dated(-3, -1, 4);
    expect(dateFaultOf(went, { ...fresh, at: 1, was: went.map(({ until }) => until) })).toBeNull();
    expect(dateFaultOf(dated(-3, -2, 4), { ...fresh, at: 1, was: went.map(({ until }) => until) })).toEqual({
      step: 1,
      why: 'past',
    });
  });
});
