import { expect, it } from 'vitest';
import { roundedToSum } from './sums';

it('what is shown adds up to the sum that is shown', () => {
  const values = [0.333, 0.333, 0.333, -0.125, -0.124];
  const shown = roundedToSum(values, 2);
  expect(Math.round(shown.reduce((sum, value) => sum + value, 0) * 100)).toBe(75);
  for (const [i, value] of shown.entries()) expect(Math.abs(value - (values[i] ?? 0))).toBeLessThan(0.01);
});
