import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BAND_COUNT, bandOf, summarizeStances } from './bands';

test('the ends and the middle fall into the ends and the middle', () => {
  expect([100, 0, -100].map(bandOf)).toEqual([0, 3, 6]);
});

test('bands mirror each other: for and against are treated alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100, max: 100 }), (value) => {
      expect(bandOf(value)).toBe(BAND_COUNT - 1 - bandOf(-value));
    }),
  );
});

test('a stance further for never lies in a later band', () => {
  for (let value = -99; value <= 100; value += 1)
    expect(bandOf(value)).toBeLessThanOrEqual(bandOf(value - 1));
});

test('fewer than five answers give numbers, not a picture', () => {
  expect(summarizeStances([{ value: 10 }, { value: null }])).toEqual({ count: 2, unsure: 1, bands: null });
});

test('everyone who placed a stance is in exactly one band', () => {
  const answers = [100, 60, 0, -20, -100, null].map((value) => ({ value }));
  const { count, unsure, bands } = summarizeStances(answers);
  expect(bands?.reduce((a, b) => a + b, 0)).toBe(count - unsure);
});
