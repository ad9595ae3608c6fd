import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseScore, relationWeight } from './scores';

test.each([
  [0, 0, 0.5],
  [1, 0, 0.6],
  [0, 1, 0.4],
  [10, 0, 0.857],
  [3, 1, 0.625],
  [100, 50, 0.662],
])('%i who agree and %i who disagree make a base score of %f', (agree, disagree, base) => {
  expect(baseScore({ agree, disagree })).toBeCloseTo(base, 3);
});

test.each([
  [0, 0, 1],
  [Number.NaN, 0, 1],
  [4, 9, 1],
  [0, 4, 0.5],
  [2, 4, 0.75],
  [0, 1, 0.8],
])('a mean impact of %f by %i people weighs %f', (mean, count, weight) => {
  expect(relationWeight({ mean, count })).toBeCloseTo(weight, 12);
});

test('no vote makes a claim certain, and one more who agrees always raises it', () => {
  const count = fc.nat(100_000);
  fc.assert(
    fc.property(count, count, (agree, disagree) => {
      const base = baseScore({ agree, disagree });
      expect(base > 0 && base < 1).toBe(true);
      expect(baseScore({ agree: agree + 1, disagree })).toBeGreaterThan(base);
      expect(baseScore({ agree: disagree, disagree: agree })).toBeCloseTo(1 - base, 12);
    }),
  );
});
