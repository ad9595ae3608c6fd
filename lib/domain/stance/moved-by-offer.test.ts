import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { movedByOffer, ownMove, withMovedBy } from './moved-by-offer';

const CLAIMS = [
  { id: 'a1', side: 'a' },
  { id: 'a2', side: 'a' },
  { id: 'b1', side: 'b' },
  { id: 'b2', side: 'b' },
  { id: 'n1', side: 'n' },
] as const;

describe('what may have moved somebody', () => {
  it('is offered from what they met, both sides in turn', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const offer = movedByOffer(CLAIMS, new Set(['a1', 'a2', 'b1', 'b2', 'gone']), seed);
        const sides = offer.map(({ side }) => side).join('');
        expect(['abab', 'baba']).toContain(sides);
      }),
    );
  });

  it('begins with either side about as often', () => {
    const met = new Set(['a1', 'b1']);
    const starts = Array.from({ length: 1000 }, (_, seed) => movedByOffer(CLAIMS, met, `seat ${seed}`)[0]);
    const withA = starts.filter((claim) => claim?.side === 'a').length;
    expect(Math.abs(withA - 500)).toBeLessThan(80);
  });
});

describe('the choice of three', () => {
  test('takes a claim, and gives it back when it is pressed again', () => {
    expect(withMovedBy(['x'], 'y')).toEqual({ chosen: ['x', 'y'], mustReplace: false });
    expect(withMovedBy(['x', 'y'], 'x')).toEqual({ chosen: ['y'], mustReplace: false });
  });

  test('asks at the fourth which one gives way, and puts it in that place', () => {
    const three = ['x', 'y', 'z'];
    expect(withMovedBy(three, 'w')).toEqual({ chosen: three, mustReplace: true });
    expect(withMovedBy(three, 'w', 'y')).toEqual({ chosen: ['x', 'w', 'z'], mustReplace: false });
    expect(withMovedBy(three, 'w', 'other')).toEqual({ chosen: three, mustReplace: true });
  });
});

test('a move is told by its length and its direction', () => {
  expect(ownMove(40, 10)).toEqual({ points: 30, towards: 'against' });
  expect(ownMove(-20, 40)).toEqual({ points: 60, towards: 'for' });
  expect(ownMove(0, 0)).toEqual({ points: 0, towards: null });
});
