import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanesOf } from './lanes';

describe('the lanes of highlights', () => {
  it('are the lowest that is free where a highlight begins', () => {
    const lanes = lanesOf([
      { id: 'long', start: 0, end: 20 },
      { id: 'inside', start: 5, end: 10 },
      { id: 'next', start: 10, end: 15 },
    ]);
    expect([...lanes]).toEqual([
      ['long', 0],
      ['inside', 1],
      ['next', 1],
    ]);
  });

  it('are given to three at a place, and a fourth is left to be counted', () => {
    const same = ['a', 'b', 'c', 'd'].map((id) => ({ id, start: 0, end: 5 }));
    expect([...lanesOf(same).keys()]).toEqual(['a', 'b', 'c']);
  });

  it('are never shared by two that overlap, and no lane is free where one was left out', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(20));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 30 }), (pairs) => {
        const ranges = pairs.map(([start, length], index) => ({
          id: `${index}`,
          start,
          end: start + length,
        }));
        const lanes = lanesOf(ranges);
        const taken = (at: number) =>
          ranges.flatMap((one) => (one.start <= at && at < one.end ? (lanes.get(one.id) ?? []) : []));
        for (let at = 0; at < 80; at += 1) expect(new Set(taken(at)).size).toBe(taken(at).length);
        for (const { id, start, end } of ranges)
          if (start < end && !lanes.has(id)) expect(taken(start)).toHaveLength(3);
      }),
    );
  });
});
