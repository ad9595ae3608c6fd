import { describe, expect, it } from 'vitest';
import { askedStance, firstStanceEnded, isLateFirst, type LateComer, type StanceRoom } from './late';

const steps = [
  { stage: 'read', startedAt: 0, endedAt: 10 },
  { stage: 'first_stance', startedAt: 10, endedAt: 20 },
  { stage: 'explore', startedAt: 20, endedAt: null },
] as const;
const exploring: StanceRoom = {
  kind: 'class',
  stage: 'explore',
  round: 1,
  acts: ['note', 'claim'],
  voice: 'own',
};
const late: LateComer = { steps, joinedAt: 25, hasVoted: false };

describe('the round that a person is asked about', () => {
  it('is the open one at a step for stances', () => {
    const first: StanceRoom = { ...exploring, stage: 'first_stance', acts: ['stance'] };
    expect(askedStance(first, null)).toEqual({ round: 1, isLate: false });
    const second: StanceRoom = { ...first, stage: 'second_stance', round: 2 };
    expect(askedStance(second, null)).toEqual({ round: 2, isLate: false });
  });

  it('is the first one for who came in after it, until they vote', () => {
    expect(askedStance(exploring, late)).toEqual({ round: 1, isLate: true });
    expect(askedStance({ ...exploring, stage: 'vote', acts: ['vote'] }, late)).toEqual({
      round: 1,
      isLate: true,
    });
    expect(askedStance(exploring, { ...late, hasVoted: true })).toBeNull();
  });

  it('is none for who was there', () => {
    expect(askedStance(exploring, { ...late, joinedAt: 15 })).toBeNull();
  });

  it('is the second alone for who comes in then, and none from the reveal on', () => {
    const second: StanceRoom = { ...exploring, stage: 'second_stance', round: 2, acts: ['stance'] };
    expect(askedStance(second, late)).toEqual({ round: 2, isLate: false });
    expect(askedStance({ ...second, acts: [] }, late)).toBeNull();
    for (const stage of ['reveal', 'closed'] as const) {
      expect(askedStance({ ...exploring, stage }, late)).toBeNull();
    }
  });

  it('is none before the room has had its step for it, and while it is back at it', () => {
    expect(askedStance({ ...exploring, stage: 'read' }, { ...late, steps: steps.slice(0, 1) })).toBeNull();
    const back = [...steps, { stage: 'first_stance', startedAt: 30, endedAt: null } as const];
    expect(firstStanceEnded(back)).toBeNull();
  });

  it('is none in a voice that is not one’s own, nor late in the commons', () => {
    expect(askedStance({ ...exploring, acts: ['stance'], voice: 'assigned' }, late)).toBeNull();
    expect(askedStance({ ...exploring, kind: 'commons' }, late)).toBeNull();
  });
});

describe('a late first stance', () => {
  it('is one that was stated when its last step was over', () => {
    expect(isLateFirst(steps, 20)).toBe(false);
    expect(isLateFirst(steps, 21)).toBe(true);
    const twice = [...steps, { stage: 'first_stance', startedAt: 30, endedAt: 40 } as const];
    expect(isLateFirst(twice, 35)).toBe(false);
    expect(isLateFirst(twice, 41)).toBe(true);
    expect(isLateFirst([], 5)).toBe(false);
  });
});
