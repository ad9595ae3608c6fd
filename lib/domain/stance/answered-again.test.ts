import { describe, expect, test } from 'vitest';
import { answeredAgain, type PlacedPair, placedAgain, type Statement, unlinkedPairs } from './answered-again';

const MINUTE = 60_000;

/** Statements of one person: a value, `unsure` or `withdrawn`, and after how many minutes. */
const said = (person: string, ...given: [Statement['value'] | 'unsure' | 'withdrawn', number][]) =>
  given.map(
    ([what, minutes]): Statement => ({
      person,
      answer: what === 'unsure' || what === 'withdrawn' ? what : 'placed',
      value: typeof what === 'number' ? what : null,
      statedAt: minutes * MINUTE,
    }),
  );
const pairOf = (...given: Parameters<typeof said>[1][]) => placedAgain(said('a', ...given), 0).get('a');
const times = (count: number, first: number, second: number): PlacedPair[] =>
  Array.from({ length: count }, () => ({ first, second }));

describe('the first answer and the newest', () => {
  test('are those of a person who placed themselves at two different times, also in the same place', () => {
    expect(pairOf([80, 0], [20, 60])).toEqual({ first: 80, second: 20 });
    expect(pairOf([80, 0], [20, 60], [-10, 90])).toEqual({ first: 80, second: -10 });
    expect(pairOf([30, 0], [30, 60])).toEqual({ first: 30, second: 30 });
  });

  test('are one answer while it is being corrected', () => {
    expect(pairOf([80, 0])).toBeUndefined();
    expect(pairOf([80, 0], [70, 1], [50, 10])).toBeUndefined();
    expect(pairOf([80, 0], [50, 2], [40, 11])).toEqual({ first: 50, second: 40 });
  });

  test('are no pair where one of them is not on the axis', () => {
    expect(pairOf(['unsure', 0], [20, 60])).toBeUndefined();
    expect(pairOf([20, 0], ['unsure', 60])).toBeUndefined();
    expect(pairOf([20, 0], ['unsure', 60], [40, 90])).toEqual({ first: 20, second: 40 });
  });

  test('begin anew after one takes back what one said, and when the motion came to mean something else', () => {
    expect(pairOf([80, 0], [20, 60], ['withdrawn', 61])).toBeUndefined();
    expect(pairOf([80, 0], ['withdrawn', 60], [20, 90])).toBeUndefined();
    expect(placedAgain(said('a', [80, 0], [20, 60]), 30 * MINUTE).size).toBe(0);
    expect(placedAgain(said('a', [80, 0], [20, 60], [0, 90]), 30 * MINUTE).get('a')).toEqual({
      first: 20,
      second: 0,
    });
  });
});

describe('how those moved who answered again', () => {
  test('is not told of fewer than five', () => {
    expect(answeredAgain(times(4, 80, -80))).toBeNull();
    expect(answeredAgain(times(5, 80, -80))?.shift).toMatchObject({ people: 5, pairs: 5, towardsAgainst: 5 });
  });

  test('tells where they stood and where they stand without telling whose dot became which', () => {
    const again = answeredAgain([...times(3, 80, -20), ...times(3, 40, 40)]);
    expect(again).toMatchObject({
      first: [
        { value: 80, people: 3 },
        { value: 40, people: 3 },
      ],
      newest: [
        { value: 40, people: 3 },
        { value: -20, people: 3 },
      ],
      // Three strands of three people each could only be told as one.
      flow: null,
    });
    expect(again && unlinkedPairs(again)).toEqual([...times(3, 80, 40), ...times(3, 40, -20)]);
  });
});
