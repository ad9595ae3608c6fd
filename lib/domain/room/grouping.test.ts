import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowBandOf } from '../stance/flow';
import {
  divide,
  FEWEST_ALIKE,
  GROUPING_WAYS,
  type GroupingPerson,
  type GroupingWay,
  half,
  SIDING_WAYS,
  takeSides,
} from './grouping';

const stances = fc.array(fc.option(fc.integer({ min: -100, max: 100 })), { minLength: 1, maxLength: 60 });
const peopleOf = (all: readonly (number | null)[]): GroupingPerson[] =>
  all.map((stance, index) => ({ id: `p${String(index).padStart(2, '0')}`, stance }));
const count = fc.integer({ min: 1, max: 12 });
const seed = fc.integer();
/** From against to for, as the report's bands cut them. */
const bandOf = (stance: number): number => 2 - flowBandOf(stance);
/** How many groups come of asking for so many. */
const most = (people: readonly GroupingPerson[], by: GroupingWay): number => {
  const placed = people.filter(({ stance }) => stance !== null).length;
  const held = { random: people.length, opposing: placed / 2, alike: placed / FEWEST_ALIKE }[by];
  return Math.min(people.length, Math.max(1, Math.floor(held)));
};
const way = fc.constantFrom(...GROUPING_WAYS);
const spread = (sizes: readonly number[]): number => Math.max(...sizes) - Math.min(...sizes);
const isAtMostOne = (sizes: readonly number[]) => expect(spread(sizes)).toBeLessThanOrEqual(1);

describe('groups', () => {
  it('hold everybody once, and their sizes differ by at most one', () => {
    fc.assert(
      fc.property(stances, count, way, seed, (all, groups, by, start) => {
        const people = peopleOf(all);
        const divided = divide(people, groups, by, start);
        expect(divided.flat().sort()).toEqual(people.map(({ id }) => id));
        expect(divided).toHaveLength(Math.min(groups, most(people, by)));
        isAtMostOne(divided.map(({ length }) => length));
      }),
    );
  });

  it('are the same for the same seed, in whatever order people are handed in', () => {
    fc.assert(
      fc.property(stances, count, way, seed, (all, groups, by, start) => {
        const people = peopleOf(all);
        expect(divide([...people].reverse(), groups, by, start)).toEqual(divide(people, groups, by, start));
      }),
    );
  });

  it('by stance spread those who have not said where they stand', () => {
    fc.assert(
      fc.property(stances, count, fc.constantFrom('opposing', 'alike'), seed, (all, groups, by, start) => {
        const people = peopleOf(all);
        const silent = new Set(people.filter(({ stance }) => stance === null).map(({ id }) => id));
        const divided = divide(people, groups, by, start);
        isAtMostOne(divided.map((group) => group.filter((id) => silent.has(id)).length));
      }),
    );
  });

  it('of opposing stances each have one of every run of neighbours', () => {
    fc.assert(
      fc.property(stances, count, seed, (all, groups, start) => {
        const people = peopleOf(all).filter(({ stance }) => stance !== null);
        if (people.length === 0) return;
        const divided = divide(people, groups, 'opposing', start);
        const stanceOf = new Map(people.map(({ id, stance }) => [id, bandOf(stance ?? 0)]));
        const sorted = [...stanceOf.values()].sort((one, other) => one - other);
        const held = divided.map((group) =>
          group.map((id) => stanceOf.get(id) ?? 0).sort((one, other) => one - other),
        );
        for (let run = 0; run * divided.length < sorted.length; run += 1) {
          const expected = sorted.slice(run * divided.length, (run + 1) * divided.length);
          const found = held.flatMap((group) => group[run] ?? []).sort((one, other) => one - other);
          expect(found).toEqual(expected);
        }
      }),
    );
  });

  it('of like stances do not reach into each other', () => {
    fc.assert(
      fc.property(stances, count, seed, (all, groups, start) => {
        const people = peopleOf(all);
        const stanceOf = new Map(
          people.map(({ id, stance }) => [id, stance === null ? null : bandOf(stance)]),
        );
        const ranges = divide(people, groups, 'alike', start)
          .map((group) => group.flatMap((id) => stanceOf.get(id) ?? []))
          .filter((held) => held.length > 0)
          .map((held) => [Math.min(...held), Math.max(...held)] as const)
          .sort(([one, oneEnd], [other, otherEnd]) => one - other || oneEnd - otherEnd);
        for (const [index, [, end]] of ranges.entries()) {
          const next = ranges[index + 1];
          if (next) expect(end).toBeLessThanOrEqual(next[0]);
        }
      }),
    );
  });

  it('of like stances hold five who said where they stand, however many groups are asked for', () => {
    fc.assert(
      fc.property(stances, fc.integer({ min: 2, max: 30 }), seed, (all, groups, start) => {
        const people = peopleOf(all);
        const placed = new Set(people.flatMap(({ id, stance }) => (stance === null ? [] : [id])));
        const divided = divide(people, groups, 'alike', start);
        if (divided.length < 2) return;
        for (const group of divided) {
          expect(group.filter((id) => placed.has(id)).length).toBeGreaterThanOrEqual(FEWEST_ALIKE);
        }
      }),
    );
  });

  it('tell no more than a band: within one, other values give the same groups and sides', () => {
    const values = [-100, -75, -60, -59, -30, -10, -9, 0, 9, 10, 40, 59, 60, 80, 100];
    const others = [-60, -60, -99, -11, -59, -40, 9, -9, 0, 59, 10, 20, 99, 61, 60];
    for (const by of ['opposing', 'alike'] as const) {
      for (let groups = 1; groups <= 30; groups += 1) {
        expect(divide(peopleOf(values), groups, by, 7)).toEqual(divide(peopleOf(others), groups, by, 7));
      }
    }
    expect(takeSides(peopleOf(values), 'opposite', 7)).toEqual(takeSides(peopleOf(others), 'opposite', 7));
  });

  it('are not drawn anew for those who stay when somebody is taken out', () => {
    const people = peopleOf(Array.from({ length: 12 }, () => 50));
    const pairs = (from: readonly GroupingPerson[]) => divide(from, 2, 'alike', 3);
    const together = (divided: string[][], id: string) => divided.find((group) => group.includes(id)) ?? [];
    const before = pairs(people);
    for (const { id: gone } of people) {
      const after = pairs(people.filter(({ id }) => id !== gone));
      const moved = people.filter(
        ({ id }) =>
          id !== gone &&
          together(after, id).filter((other) => !together(before, id).includes(other)).length > 1,
      );
      // The cut may go one place further, and no more.
      expect(moved.length).toBeLessThanOrEqual(1);
    }
  });

  it('do not say by their number who stands where', () => {
    const people = peopleOf([-100, -95, -90, -85, -80, 80, 85, 90, 95, 100]);
    const firsts = Array.from({ length: 200 }, (_, start) => divide(people, 2, 'alike', start)[0]?.[0]);
    expect(new Set(firsts)).toEqual(new Set(people.map(({ id }) => id)));
  });

  it('are none for nobody', () => {
    expect(divide([], 3, 'opposing', 1)).toEqual([]);
  });
});

describe('sides', () => {
  it('hold everybody once, and their sizes differ by at most one', () => {
    fc.assert(
      fc.property(stances, fc.constantFrom(...SIDING_WAYS), seed, (all, by, start) => {
        const people = peopleOf(all);
        const sides = takeSides(people, by, start);
        expect([...sides.for, ...sides.against].sort()).toEqual(people.map(({ id }) => id));
        isAtMostOne([sides.for.length, sides.against.length]);
      }),
    );
  });

  it('that are opposite to what people think put nobody who is for the motion below one who is against', () => {
    fc.assert(
      fc.property(stances, seed, (all, start) => {
        const people = peopleOf(all);
        const stanceOf = new Map(
          people.map(({ id, stance }) => [id, stance === null ? null : bandOf(stance)]),
        );
        const sides = takeSides(people, 'opposite', start);
        const held = (ids: readonly string[]) => ids.flatMap((id) => stanceOf.get(id) ?? []);
        expect(Math.max(-101, ...held(sides.for))).toBeLessThanOrEqual(Math.min(101, ...held(sides.against)));
      }),
    );
  });

  it('give each the side that they do not hold where both are held by as many', () => {
    const sides = takeSides(peopleOf([-80, 30, -10, 90]), 'opposite', 5);
    expect(sides.for.sort()).toEqual(['p00', 'p02']);
    expect(sides.against.sort()).toEqual(['p01', 'p03']);
  });
});

it('sides against what people think each have five who said it, once ten have', () => {
  const people = [...peopleOf([-80, -70, 10, 20, 30, 40, 50, 60, 70, 80]), ...silent(10)];
  const placed = new Set(people.flatMap(({ id, stance }) => (stance === null ? [] : [id])));
  const sides = takeSides(people, 'opposite', 5);
  expect(sides.for.filter((id) => placed.has(id))).toHaveLength(5);
  expect(sides.against.filter((id) => placed.has(id))).toHaveLength(5);
});

const silent = (many: number): GroupingPerson[] =>
  Array.from({ length: many }, (_, index) => ({ id: `q${index}`, stance: null }));

it('half of the people is half of them', () => {
  const ids = peopleOf([1, 2, 3, 4, 5]).map(({ id }) => id);
  const inside = half(ids, 3);
  expect(inside).toHaveLength(2);
  expect(half([...ids].reverse(), 3)).toEqual(inside);
});
