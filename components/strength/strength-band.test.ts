import { expect, test } from 'vitest';
import { percentOf, strengthBand } from './strength-band';

test('the scale has five names, the same distance from the middle on both sides', () => {
  expect([0, 0.19, 0.2, 0.39, 0.4, 0.5, 0.6, 0.61, 0.8, 0.81, 1].map(strengthBand)).toEqual([
    'rejected',
    'rejected',
    'weak',
    'weak',
    'open',
    'open',
    'open',
    'holds',
    'holds',
    'strong',
    'strong',
  ]);
  const opposite = { rejected: 'strong', weak: 'holds', open: 'open', holds: 'weak', strong: 'rejected' };
  for (let step = 0; step <= 100; step++) {
    expect(strengthBand(1 - step / 100)).toBe(opposite[strengthBand(step / 100)]);
  }
});

test('what is shown as the same number has the same name', () => {
  expect([0.5951, 0.6, 0.6049].map(strengthBand)).toEqual(['open', 'open', 'open']);
  expect([0.3951, 0.4, 0.4049].map(strengthBand)).toEqual(['open', 'open', 'open']);
});

test('a strength is told in whole steps of a hundred', () => {
  expect([0, 0.344, 0.345, 1].map(percentOf)).toEqual([0, 34, 35, 100]);
});
