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

test('retries begin within half a second and never wait longer than 15 s', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempts, random) => {
        const delay = retryDelayMs(attempts, random);
        expect(delay).toBeGreaterThanOrEqual(250);
        expect(delay).toBeLessThanOrEqual(15_000);
      },
    ),
  );
});

test('the wait doubles from try to try', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((attempts) => retryDelayMs(attempts, 1))).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000,
  ]);
});

test('a server that asks for patience gets it, up to a minute', () => {
  expect(retryDelayMs(1, 0, 5_000)).toBe(5_000);
  expect(retryDelayMs(1, 0, 3_600_000)).toBe(60_000);
});
