import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf, selectedRange } from './segments';

describe('the segments of a stretch of text', () => {
  it('are one piece where nothing is marked, and none where there is no text', () => {
    expect(segmentsOf(3, 9, [])).toEqual([{ start: 3, end: 9, ids: [] }]);
    expect(segmentsOf(5, 5, [{ id: 'x', start: 0, end: 9 }])).toEqual([]);
  });

  it('are cut where overlapping ranges begin and end', () => {
    expect(
      segmentsOf(0, 10, [
        { id: 'note', start: 2, end: 6 },
        { id: 'claim', start: 4, end: 8 },
      ]),
    ).toEqual([
      { start: 0, end: 2, ids: [] },
      { start: 2, end: 4, ids: ['note'] },
      { start: 4, end: 6, ids: ['note', 'claim'] },
      { start: 6, end: 8, ids: ['claim'] },
      { start: 8, end: 10, ids: [] },
    ]);
  });

  it('ignore what lies outside, what is empty, and what only touches', () => {
    const ranges = [
      { id: 'before', start: 0, end: 10 },
      { id: 'after', start: 20, end: 25 },
      { id: 'empty', start: 15, end: 15 },
    ];
    expect(segmentsOf(10, 20, ranges)).toEqual([{ start: 10, end: 20, ids: [] }]);
  });

  it('cover a range that reaches over both ends', () => {
    expect(segmentsOf(10, 20, [{ id: 'wide', start: 0, end: 99 }])).toEqual([
      { start: 10, end: 20, ids: ['wide'] },
    ]);
  });

  it('of twenty thousand chained ranges are cut without looking at each range for each piece', () => {
    let looks = 0;
    const looked = <T>(value: T): T => {
      looks += 1;
      return value;
    };
    const ranges = Array.from({ length: 20_000 }, (_, index) => ({
      get id() {
        return looked(`${index}`);
      },
      get start() {
        return looked(index * 5);
      },
      get end() {
        return looked(index * 5 + 12);
      },
    }));
    expect(segmentsOf(0, 200_000, ranges).length).toBeGreaterThan(20_000);
    expect(looks / ranges.length).toBeLessThan(20);
  });

  it('always join into the whole text, and name exactly the ranges over each character', () => {
    const anyRange = fc.record({ id: fc.uuid(), start: fc.nat(40), end: fc.nat(40) });
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.array(anyRange, { maxLength: 12 }), (start, length, ranges) => {
        const segments = segmentsOf(start, start + length, ranges);
        let at = start;
        for (const segment of segments) {
          expect(segment.start).toBe(at);
          expect(segment.end).toBeGreaterThan(segment.start);
          for (let offset = segment.start; offset < segment.end; offset += 1) {
            const over = ranges.filter((range) => range.start <= offset && offset < range.end);
            expect(segment.ids).toEqual(over.map(({ id }) => id));
          }
          at = segment.end;
        }
        expect(at).toBe(start + length);
      }),
    );
  });
});

describe('a selected range', () => {
  const text = 'Mines lie there.  They stay.';

  it('loses the blanks at both ends', () => {
    expect(selectedRange(text, 5, 18)).toEqual({ start: 6, end: 16, exact: 'lie there.' });
  });

  it('is the same drawn backwards', () => {
    expect(selectedRange(text, 15, 6)).toEqual(selectedRange(text, 6, 15));
  });

  it('stays inside the text', () => {
    expect(selectedRange(text, -4, 5)?.exact).toBe('Mines');
    expect(selectedRange(text, 18, 400)?.exact).toBe('They stay.');
  });

  it('is nothing when only blanks were selected', () => {
    expect(selectedRange(text, 16, 18)).toBeNull();
    expect(selectedRange(text, 7, 7)).toBeNull();
  });

  it('takes a character outside the basic plane whole', () => {
    expect(selectedRange('a😀b', 2, 3)?.exact).toBe('😀');
    expect(selectedRange('a😀b', 0, 2)?.exact).toBe('a😀');
  });
});
