import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSeq, retryDelayMs } from './sequence';

test('a press always outranks what is known, whatever the clock says', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 45), fc.nat(2 ** 45), (now, known) => {
      const seq = nextSeq(now, known);
      expect(seq).toBeGreaterThan(known);
      expect(seq).toBeGreaterThanOrEqual(now);
    }),
  );
});

test('a retry waits anything from half a second to a bound that doubles up to 15 s', () => {
  const bounds = [1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];
  expect(bounds.map((_, index) => retryDelayMs(index + 1, 1))).toEqual(bounds);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempts, random) => {
        const delay = retryDelayMs(attempts, random);
        expect(delay).toBeGreaterThanOrEqual(500);
        expect(delay).toBeLessThanOrEqual(bounds[Math.min(attempts, bounds.length) - 1] ?? 0);
      },
    ),
  );
});

test('a server that asks for patience gets it, up to a minute, and is not asked by everyone in one moment', () => {
  expect(retryDelayMs(1, 0, 5_000)).toBe(5_000);
  expect(retryDelayMs(3, 0.5, 5_000)).toBe(6_750);
  expect(retryDelayMs(1, 0, 3_600_000)).toBe(60_000);
});
