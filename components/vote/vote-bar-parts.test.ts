import fc from 'fast-check';
import { expect, test } from 'vitest';
import { voteBarParts } from './vote-bar-parts';

const counts = fc.record({ agree: fc.nat(500), pass: fc.nat(500), disagree: fc.nat(500) });

test('the parts fill the bar in order, without overlap, with one pixel between them', () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(30, 36, 72), (tally, widthPx) => {
      const { agree, pass, disagree, total } = voteBarParts(tally, widthPx);
      const parts = [agree, pass, disagree].filter((part) => part !== null);
      if (total === 0) {
        expect(parts).toEqual([]);
        return;
      }
      expect(parts[0]?.start).toBe(0);
      for (const [index, part] of parts.entries()) {
        const next = parts[index + 1];
        const end = part.start + part.width;
        expect(next ? next.start - end : widthPx - end).toBe(next ? 1 : 0);
      }
    }),
  );
});

test('every answer that somebody gave can be seen, and none that nobody gave', () => {
  fc.assert(
    fc.property(counts, (tally) => {
      const { agree, pass, disagree } = voteBarParts(tally, 30);
      for (const [count, part] of [
        [tally.agree, agree],
        [tally.pass, pass],
        [tally.disagree, disagree],
      ] as const) {
        if (count === 0) expect(part).toBeNull();
        else expect(part?.width).toBeGreaterThanOrEqual(2);
      }
    }),
  );
});
