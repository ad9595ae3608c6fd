import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clampStance, stanceWords } from './stance-words';

test('a stance is told without a sign', () => {
  expect(stanceWords(40)).toEqual({ direction: 'for', points: 40 });
  expect(stanceWords(-20)).toEqual({ direction: 'against', points: 20 });
  expect(stanceWords(0)).toEqual({ direction: 'between', points: 0 });
});

test('a stance lies on a step of ten between wholly against and wholly for', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 500 }), (value) => {
      const placed = clampStance(value);
      expect(Math.abs(placed)).toBeLessThanOrEqual(100);
      expect(placed / 10).toBe(Math.trunc(placed / 10));
    }),
  );
});
