import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLOW_BANDS, flowBandOf, flowOf } from './flow';
import { MOVED_FROM, movedTowards, type StancePair, type StanceReply, shiftOf } from './shift';

const pair = (first: StanceReply, second: StanceReply): StancePair => ({ first, second });
const many = (count: number, first: StanceReply, second: StanceReply) =>
  Array.from({ length: count }, () => pair(first, second));

/** An invented class of 28: 25 answered twice. */
const CLASS: StancePair[] = [
  [40, 10],
  [-70, -70],
  [80, 80],
  [-30, -10],
  [60, 40],
  [10, -20],
  [70, 70],
  [-60, -60],
  [90, 90],
  [-40, -20],
  [80, null],
  [-50, -50],
  [60, 60],
  [-20, -50],
  [30, -10],
  [50, 70],
  [0, -30],
  [70, 50],
  [-10, 20],
  [-80, -80],
  [40, 40],
  [30, 30],
  ['unsure', -40],
  [60, 60],
  [-20, 10],
  [-90, -90],
  [30, -20],
  [null, 50],
].map(([first, second]) => pair(first as StanceReply, second as StanceReply));

const reply = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -100, max: 100 }) },
  { weight: 1, arbitrary: fc.constant<StanceReply>('unsure') },
  { weight: 1, arbitrary: fc.constant<StanceReply>(null) },
);
const people = fc.array(fc.record({ first: reply, second: reply }), { maxLength: 40 });
const mirror = (value: StanceReply): StanceReply => (typeof value === 'number' ? 0 - value : value);

describe('the shift of a class', () => {
  it('is the known one for an invented class of 28', () => {
    expect(shiftOf(CLASS)).toEqual({
      people: 28,
      pairs: 25,
      first: { placed: 26, unsure: 1, none: 1 },
      second: { placed: 27, unsure: 0, none: 1 },
      onlyFirst: 1,
      onlySecond: 2,
      stayed: 12,
      towardsFor: 5,
      towardsAgainst: 8,
      mean: { first: 10, second: 5, shift: -5, decimals: 0, least: -7, most: -3, direction: 'against' },
    });
  });

  it('does not take silence or doubt for 0', () => {
    const sure = many(5, 40, 60);
    const more = [...sure, ...many(9, null, 'unsure'), ...many(9, 'unsure', -100), ...many(9, -100, null)];
    expect(shiftOf(more).mean).toEqual(shiftOf(sure).mean);
  });

  it('has a mean from five pairs on', () => {
    expect(shiftOf(many(4, 0, 50)).mean).toBeNull();
    expect(shiftOf(many(5, 0, 50)).mean).toMatchObject({ shift: 50, least: 50, most: 50, direction: 'for' });
  });

  it('is not clear when one person makes it', () => {
    const one = [...many(9, 20, 20), pair(-100, 100)];
    expect(shiftOf(one).mean).toMatchObject({ shift: 20, least: 0, direction: null });
  });

  it('takes one decimal when whole points would not add up', () => {
    // 0.4 and 0.8: rounded to 0 and 1, but the shift is 0.4.
    const small = [...many(4, 0, 1), pair(2, 0)];
    expect(shiftOf(small).mean).toMatchObject({ decimals: 1, first: 0.4, second: 0.8, shift: 0.4 });
  });

  it('shows numbers that add up and lie in the range shown', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { mean } = shiftOf(all);
        if (!mean) return;
        expect(mean.second - mean.first).toBeCloseTo(mean.shift, 9);
        expect(mean.least).toBeLessThanOrEqual(mean.shift);
        expect(mean.most).toBeGreaterThanOrEqual(mean.shift);
        expect(mean.direction === null).toBe(mean.least <= 0 && mean.most >= 0);
      }),
    );
  });

  it('keeps within its range whoever is left out', () => {
    fc.assert(
      fc.property(people, (all) => {
        const { mean } = shiftOf(all);
        const pairs = all.filter(
          ({ first, second }) => typeof first === 'number' && typeof second === 'number',
        );
        if (!mean) return;
        for (const left of pairs) {
          const rest = pairs.filter((other) => other !== left);
          const shift =
            rest.reduce((sum, { first, second }) => sum + Number(second) - Number(first), 0) / rest.length;
          expect(shift).toBeGreaterThanOrEqual(mean.least - 1e-9);
          expect(shift).toBeLessThanOrEqual(mean.most + 1e-9);
        }
      }),
    );
  });

  it('treats both sides alike', () => {
    fc.assert(
      fc.property(people, (all) => {
        const here = shiftOf(all);
        const there = shiftOf(all.map(({ first, second }) => pair(mirror(first), mirror(second))));
        expect(there.towardsAgainst).toBe(here.towardsFor);
        expect(there.mean?.shift).toBe(here.mean === null ? undefined : 0 - here.mean.shift);
        expect(there.mean?.least).toBe(here.mean === null ? undefined : 0 - here.mean.most);
      }),
    );
  });

  it('counts everybody once', () => {
    fc.assert(
      fc.property(people, (all) => {
        const shift = shiftOf(all);
        const told = shift.pairs < 5 ? 0 : shift.pairs;
        expect(shift.stayed + shift.towardsFor + shift.towardsAgainst).toBe(told);
        for (const round of [shift.first, shift.second]) {
          expect(round.placed + round.unsure + round.none).toBe(all.length);
        }
        expect(shift.pairs + shift.onlyFirst).toBe(shift.first.placed);
        expect(shift.pairs + shift.onlySecond).toBe(shift.second.placed);
      }),
    );
  });

  it(`a move begins at ${MOVED_FROM} points`, () => {
    expect(movedTowards(pair(0, 9))).toBeNull();
    expect(movedTowards(pair(0, 10))).toBe('for');
    expect(movedTowards(pair(0, -10))).toBe('against');
    expect(movedTowards(pair('unsure', 50))).toBeNull();
  });
});

describe('the flow between bands', () => {
  it('cuts for and against alike', () => {
    const cuts = [100, 60, 59, 10, 9, 0, -9, -10, -59, -60, -100].map(
      (value) => FLOW_BANDS[flowBandOf(value)],
    );
    expect(cuts).toEqual([
      'strongly-for',
      'strongly-for',
      'for',
      'for',
      'between',
      'between',
      'between',
      'against',
      'against',
      'strongly-against',
      'strongly-against',
    ]);
  });

  it('has a strand for each matched pair and nobody else', () => {
    const flow = flowOf(CLASS);
    expect(flow?.flat().reduce((sum, count) => sum + count, 0)).toBe(25);
    expect(flow?.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual([7, 7, 1, 6, 4]);
    expect(flowOf(many(4, 0, 0))).toBeNull();
  });
});
