import { describe, expect, it } from 'vitest';
import { planOf } from './plans';
import { sidesForTheRest, unreadyFor } from './readiness';

const somebody = { isHere: true, isInside: false, hasSide: false };
const people = (count: number, more: Partial<typeof somebody> = {}) =>
  Array.from({ length: count }, () => ({ ...somebody, ...more }));
const stepOf = (name: 'controversy' | 'fishbowl', index: number) => {
  const step = planOf(name, 0)[index];
  if (!step) throw new Error('no such step');
  return step;
};

describe('a step', () => {
  it('for sides is not ready while somebody who is there has none', () => {
    const step = stepOf('controversy', 2);
    const mixed = [...people(9, { hasSide: true }), ...people(1)];
    expect(unreadyFor(step, people(10))).toEqual({ lacks: 'sides', people: 10 });
    expect(unreadyFor(step, mixed)).toEqual({ lacks: 'sides', people: 1 });
    expect(unreadyFor(step, [...people(9, { hasSide: true }), ...people(1, { isHere: false })])).toBeNull();
    expect(unreadyFor(stepOf('controversy', 4), people(10))).toBeNull();
  });

  it('of a fishbowl is not ready while nobody sits in the circle that speaks', () => {
    const [inner, outer] = [stepOf('fishbowl', 2), stepOf('fishbowl', 3)];
    expect(unreadyFor(inner, people(12))).toEqual({ lacks: 'circle', people: 12 });
    expect(unreadyFor(inner, [...people(6), ...people(6, { isInside: true })])).toBeNull();
    expect(unreadyFor(outer, people(12, { isInside: true }))?.lacks).toBe('circle');
    expect(unreadyFor(outer, people(12))).toBeNull();
    expect(unreadyFor(inner, people(1))).toBeNull();
  });
});

it('those without a side fill up the smaller one, and the others keep theirs', () => {
  const had = ['a', 'a', 'b'].map((sideId, index) => ({ id: `had ${index}`, sideId }));
  const none = [1, 2, 3].map((index) => ({ id: `new ${index}`, sideId: null }));
  const given = sidesForTheRest([...had, ...none], ['a', 'b']);
  expect([given.get('a')?.length, given.get('b')?.length]).toEqual([1, 2]);
});
