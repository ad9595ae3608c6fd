import { describe, expect, it } from 'vitest';
import { bandColours, forSideOf, placeOn, sideOfValue } from './axis';
import {
  BROAD,
  isStripDotted,
  NARROW,
  SLIM,
  stripBars,
  stripMeasures,
  stripPeople,
  WALL,
  WIDE,
} from './strip';

const BASES = { first: 212, second: 460 };

describe('the axis of a stance picture', () => {
  it('has For at the start, and a place for every stance', () => {
    expect(placeOn(WALL.axis, 100)).toBe(WALL.axis.startPx);
    expect(placeOn(WALL.axis, -100)).toBe(WALL.axis.endPx);
    expect(placeOn(WALL.axis, 0)).toBe((WALL.axis.startPx + WALL.axis.endPx) / 2);
  });
  it('takes the colour of the side that speaks for the motion, whichever it is', () => {
    const usual = forSideOf([
      { role: 'a', speaks: 'for' },
      { role: 'b', speaks: 'against' },
    ]);
    const other = forSideOf([
      { role: 'a', speaks: 'against' },
      { role: 'b', speaks: 'for' },
    ]);
    expect([40, 0, -40].map((value) => sideOfValue(value, usual))).toEqual(['a', 'n', 'b']);
    expect([40, 0, -40].map((value) => sideOfValue(value, other))).toEqual(['b', 'n', 'a']);
    expect(bandColours(other)).toEqual([...bandColours(usual)].reverse());
  });
});

describe('the strip of both rounds', () => {
  it.each([
    ['paper', WIDE],
    ['the wall', WALL],
  ])('has the same place for either side on %s', (_, size) => {
    const middle = (size.axis.startPx + size.axis.endPx) / 2;
    for (const value of [4, 5, 15, 25, 95]) {
      const [person] = stripPeople([{ first: value, second: -value }], size, BASES);
      expect((person?.second?.x ?? 0) - middle, String(value)).toBeCloseTo(
        middle - (person?.first?.x ?? 0),
        0,
      );
    }
  });
  it('stacks who stands at the same place, and keeps each person through both rounds', () => {
    const people = stripPeople(
      [
        { first: 0, second: null },
        { first: 50, second: 50 },
        { first: 52, second: -20 },
        { first: null, second: 'unsure' },
      ],
      WALL,
      BASES,
    );
    expect(people).toHaveLength(3);
    const [one, two, three] = people;
    expect(one?.first?.x).toBe(two?.first?.x);
    expect(one?.first?.y).toBeGreaterThan(two?.first?.y ?? Number.NaN);
    expect([two?.second?.value, two?.isOnce]).toEqual([-20, false]);
    expect([three?.first?.value, three?.second, three?.isOnce]).toEqual([0, null, true]);
  });
  it('makes dots smaller before a stack grows out of its row', () => {
    const crowd = Array.from({ length: 300 }, () => ({ first: 40, second: 30 }));
    expect(stripMeasures(crowd, WALL).radius).toBeLessThan(1);
    const top = Math.min(...stripPeople(crowd, WALL, BASES).flatMap(({ first }) => first?.y ?? []));
    expect(top).toBeGreaterThan(BASES.first - WALL.rowPx - 10);
    expect(stripMeasures(crowd, WIDE).radius).toBe(1);
  });
});

describe('people as dots', () => {
  const standing = (count: number, value: number) =>
    Array.from({ length: count }, (_, index) => ({ first: index % 2 === 0 ? value : -value, second: null }));

  it('have at least 5 px each on every page, or are drawn as bars', () => {
    const most = standing(40, 60);
    expect(isStripDotted(most)).toBe(true);
    for (const size of [BROAD, WIDE, NARROW, SLIM]) {
      expect(2 * stripMeasures(most, size).radius).toBeGreaterThanOrEqual(5);
    }
    expect(isStripDotted(standing(42, 60))).toBe(false);
  });
});

describe('the bars of a crowd', () => {
  const people = [
    ...Array.from({ length: 300 }, () => ({ first: 40, second: null })),
    ...Array.from({ length: 100 }, () => ({ first: -20, second: null })),
    { first: 'unsure' as const, second: null },
  ];
  it('stand at their stacks, For first, as high as their share of the tallest', () => {
    const [forty, against, ...more] = stripBars(people, 'first', WIDE, 100);
    expect(more).toEqual([]);
    expect(forty).toMatchObject({
      value: 40,
      people: 300,
      heightPx: WIDE.rowPx - 6,
      y: 100 - WIDE.rowPx + 6,
    });
    expect(against).toMatchObject({ value: -20, people: 100 });
    expect(against?.heightPx).toBeCloseTo((WIDE.rowPx - 6) / 3, 1);
  });
  it('of a round without answers are none', () => {
    expect(stripBars(people, 'second', WIDE, 100)).toEqual([]);
  });
});
