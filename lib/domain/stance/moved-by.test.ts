import { describe, expect, it } from 'vitest';
import { movedBy, type PairWithReasons } from './moved-by';

const mover = (...reasons: string[]): PairWithReasons => ({ first: 0, second: -30, reasons });

describe('what moved people', () => {
  it('tells each direction apart and leaves out who stayed', () => {
    const people = [
      ...Array.from({ length: 5 }, () => mover('a')),
      ...Array.from({ length: 6 }, () => ({ first: 0, second: 50, reasons: ['b'] })),
      { first: 10, second: 10, reasons: ['c', 'a'] },
    ];
    expect(movedBy(people, 'against').ranks).toEqual([{ items: [{ claimId: 'a', namedBy: 5 }] }]);
    expect(movedBy(people, 'for').ranks).toEqual([{ items: [{ claimId: 'b', namedBy: 6 }] }]);
  });

  it('gives the number alone below five movers', () => {
    const people = [mover('a'), mover('a'), mover('a'), mover('a')];
    expect(movedBy(people, 'against').movers).toBe(0);
    expect(movedBy([...people, { first: 0, second: 0, reasons: [] }], 'against')).toEqual({
      direction: 'against',
      movers: 4,
      ranks: null,
      left: 0,
      namedOnce: 0,
    });
  });

  it('lists nothing that was named once, and counts it', () => {
    const people = [mover('a', 'b'), mover('a'), mover(), mover(), mover('c')];
    expect(movedBy(people, 'against')).toMatchObject({
      ranks: [{ items: [{ claimId: 'a', namedBy: 2 }] }],
      namedOnce: 2,
    });
  });

  it('cuts no tie: claims named alike are listed together or not at all', () => {
    const people = [
      mover('a', 'b', 'c'),
      mover('a', 'b', 'c'),
      mover('a', 'd', 'e'),
      mover('d', 'e', 'f'),
      mover('f', 'a'),
    ];
    // a by 4; b, c, d, e and f by 2 each: six in all, and the list takes five.
    expect(movedBy(people, 'against')).toMatchObject({
      ranks: [{ items: [{ claimId: 'a', namedBy: 4 }] }],
      left: 5,
    });
  });

  it('counts a claim once a person', () => {
    const people = [mover('a', 'a'), mover(), mover(), mover(), mover()];
    expect(movedBy(people, 'against').ranks).toEqual([]);
  });
});
