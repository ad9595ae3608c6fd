import { describe, expect, it } from 'vitest';
import { type PlanStep, planInput, roundOfStep } from './plan';
import { PLAN_NAMES, planOf } from './plans';

const NOW = Date.UTC(2026, 0, 5, 9);
const step = (more: Partial<PlanStep> = {}): PlanStep => ({
  stage: 'explore',
  title: null,
  task: null,
  minutes: null,
  until: null,
  movesOn: false,
  acts: [],
  voice: 'own',
  speakers: 'all',
  ...more,
});
const refusals = (steps: PlanStep[]) =>
  planInput.safeParse(steps).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('plans to start from', () => {
  it.each(PLAN_NAMES)('%s is a plan', (name) => {
    expect(refusals(planOf(name, NOW))).toEqual([]);
  });

  it('one lesson takes 45 minutes', () => {
    for (const name of ['oxford', 'controversy', 'fishbowl'] as const) {
      expect(planOf(name, NOW).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(45);
    }
  });

  it('a controversy argues for the given side, then for the other one', () => {
    const voices = planOf('controversy', NOW).map(({ voice }) => voice);
    expect(voices.indexOf('assigned')).toBeLessThan(voices.indexOf('swapped'));
  });

  it('a seminar’s steps end one after the other, at dates', () => {
    const ends = planOf('seminar', NOW).flatMap(({ until }) => until ?? []);
    expect(ends).toEqual([...ends].sort());
    expect(ends[0]).toBe('2026-01-12T09:00:00.000Z');
  });
});

describe('a plan', () => {
  it('gives a step a time or an end, and moves on by itself only with one of them', () => {
    expect(refusals([step({ minutes: 5, until: new Date(NOW).toISOString() })])).toEqual(['0.until']);
    expect(refusals([step({ movesOn: true })])).toEqual(['0.movesOn']);
    expect(refusals([step({ movesOn: true, minutes: 5 })])).toEqual([]);
  });

  it('asks for a first stance before the second, and hides nothing again after the reveal', () => {
    expect(refusals([step({ stage: 'second_stance' }), step({ stage: 'first_stance' })])).toEqual([
      '1.stage',
    ]);
    expect(refusals([step({ stage: 'reveal' }), step({ stage: 'vote' })])).toEqual(['1.stage']);
    expect(refusals([step({ stage: 'reveal', acts: ['stance'] })])).toEqual(['0.acts']);
  });

  it('has a step, and names no act twice', () => {
    expect(planInput.safeParse([]).success).toBe(false);
    expect(planInput.safeParse([{ ...step(), acts: ['vote', 'vote'] }]).success).toBe(false);
  });

  it('opens the second round with the second stance', () => {
    const plan = planOf('oxford', NOW);
    expect(plan.map((_, index) => roundOfStep(plan, index))).toEqual([1, 1, 1, 1, 2, 2]);
  });
});
