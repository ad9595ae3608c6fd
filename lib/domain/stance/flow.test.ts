import { describe, expect, test } from 'vitest';
import { flowCells, mergedCellOf, mergedCells, mergedFlow } from './flow';
import type { StancePair } from './shift';

const times = (count: number, first: number, second: number): StancePair[] =>
  Array.from({ length: count }, () => ({ first, second }));

describe('the flow of a public room', () => {
  test('keeps all five bands while every strand is of five people or more', () => {
    const flow = mergedFlow([80, 30, 0, -30, -80].flatMap((value) => times(5, value, value)));
    expect(flow?.bands).toEqual([['strongly-for'], ['for'], ['between'], ['against'], ['strongly-against']]);
  });

  test('puts neighbouring bands together until no strand is of one to four', () => {
    // One stayed strongly for: with those who are for, there are six.
    const people = [...times(1, 80, 80), ...times(5, 30, 30), ...times(6, -30, -30), ...times(5, 30, -30)];
    const flow = mergedFlow(people);
    expect(flow?.counts.flat().every((count) => count === 0 || count >= 5)).toBe(true);
    expect(flow?.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(17);
    expect(flow?.bands[0]).toEqual(['strongly-for', 'for']);
    expect(flow && mergedCells(flow)).toContainEqual({
      before: 0,
      after: flow?.bands.findIndex((part) => part.includes('against')),
      moved: 'against',
      people: 5,
    });
    expect(flow && mergedCellOf(flow, { first: 80, second: 30 })).toEqual({
      before: 0,
      after: 0,
      moved: null,
    });
  });

  test('is not told where few crossed every line that could be drawn', () => {
    expect(mergedFlow([...times(9, 80, 80), ...times(2, 80, -80), ...times(9, -80, -80)])).toBeNull();
    expect(mergedFlow(times(9, 80, 80))).toBeNull();
  });
});

describe('the flow of a class', () => {
  test('parts who moved from who stayed within a band', () => {
    const cells = flowCells([...times(2, 20, 50), ...times(1, 20, 25), { first: 20, second: 'unsure' }]);
    expect(cells).toEqual([
      { before: 1, after: 1, moved: 'for', people: 2 },
      { before: 1, after: 1, moved: null, people: 1 },
    ]);
  });
});
