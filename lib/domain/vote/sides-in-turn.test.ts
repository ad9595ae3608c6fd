import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SideRole } from '../debate/view';
import { type SidedClaim, sidesInTurn, startingSide } from './sides-in-turn';

const claim = (id: string, side: SideRole): SidedClaim => ({ id, side });
const sided = (a: number, b: number, n = 0): SidedClaim[] =>
  (['a', 'b', 'n'] as const).flatMap((side) =>
    Array.from({ length: { a, b, n }[side] }, (_, index) => claim(`${side}${index}`, side)),
  );
const sizes = fc.nat(12);
const seeds = fc.string({ minLength: 1, maxLength: 20 });
const flags = fc.boolean();
const idsOf = (claims: readonly { id: string }[]) => claims.map(({ id }) => id);
const people = Array.from({ length: 2000 }, (_, index) => `0197f3c2-${index}`);

/** A weight for every claim, the same in every run. */
const weightOf = (id: string) => 1 + (id.length * 7 + id.charCodeAt(id.length - 1)) ** 2;

describe('a person’s order', () => {
  it('has every claim once and is the same again, whatever order they came in', () => {
    fc.assert(
      fc.property(
        sizes,
        sizes,
        sizes,
        seeds,
        fc.nat(),
        flags,
        flags,
        (a, b, n, seed, turn, isWeighted, isMirrored) => {
          const claims = sided(a, b, n);
          const draw = { seed, isMirrored, ...(isWeighted && { weightOf }) };
          const order = idsOf(sidesInTurn(claims, draw));
          expect([...order].sort()).toEqual(idsOf(claims).sort());
          const cut = claims.length === 0 ? 0 : turn % claims.length;
          const turned = [...claims.slice(cut), ...claims.slice(0, cut)].reverse();
          expect(idsOf(sidesInTurn(turned, draw))).toEqual(order);
        },
      ),
    );
  });

  it('begins with the side whose turn it is and gives the sides in turn while both have claims', () => {
    fc.assert(
      fc.property(sizes, sizes, sizes, seeds, flags, (a, b, n, seed, isWeighted) => {
        const draw = { seed, ...(isWeighted && { weightOf }) };
        const sides = sidesInTurn(sided(a, b, n), draw)
          .map(({ side }) => side)
          .filter((side) => side !== 'n');
        if (a > 0 && b > 0) expect(sides[0]).toBe(startingSide(draw));
        sides.slice(0, 2 * Math.min(a, b)).forEach((_, index) => {
          const met = sides.slice(0, index + 1);
          const ofA = met.filter((side) => side === 'a').length;
          expect(Math.abs(2 * ofA - met.length)).toBeLessThanOrEqual(1);
        });
        if (a > 0 && b > 0) expect(sidesInTurn(sided(a, b), { ...draw, first: 'b' })[0]?.side).toBe('b');
      }),
    );
  });

  it('spreads claims of no side evenly', () => {
    const sides = sidesInTurn(sided(3, 3, 2), { seed: 'me' }).map(({ side }) => side);
    expect(sides.flatMap((side, place) => (side === 'n' ? place : []))).toEqual([2, 6]);
    expect(sidesInTurn(sided(0, 0, 5), { seed: 'me' })).toHaveLength(5);
  });

  it('is not another one for the others when a claim is added', () => {
    fc.assert(
      fc.property(sizes, sizes, seeds, (a, b, seed) => {
        const draw = { seed, weightOf };
        const before = sidesInTurn(sided(a, b), draw).filter(({ side }) => side === 'a');
        const after = sidesInTurn([...sided(a, b), claim('late', 'a')], draw).filter(
          ({ side, id }) => side === 'a' && id !== 'late',
        );
        expect(idsOf(after)).toEqual(idsOf(before));
      }),
    );
  });

  it('mirrored, is the other way round on each side and begins with the other one', () => {
    fc.assert(
      fc.property(sizes, sizes, seeds, (a, b, seed) => {
        const [plain, mirrored] = [false, true].map((isMirrored) =>
          sidesInTurn(sided(a, b), { seed, isMirrored }),
        ) as [SidedClaim[], SidedClaim[]];
        for (const side of ['a', 'b'] as const) {
          const on = (claims: SidedClaim[]) => idsOf(claims.filter((one) => one.side === side));
          expect(on(mirrored)).toEqual(on(plain).reverse());
        }
        expect(startingSide({ seed, isMirrored: true })).not.toBe(startingSide({ seed }));
      }),
    );
  });
});

describe('over many people', () => {
  test('either side begins as often, and with equal weights every claim stands in every place', () => {
    const starts = people.filter((seed) => startingSide({ seed }) === 'a').length;
    // Five standard deviations of a fair coin.
    expect(Math.abs(starts - 1000)).toBeLessThan(112);
    const claims = sided(5, 5);
    const places = new Map(claims.map(({ id }) => [id, Array<number>(10).fill(0)]));
    for (const seed of people) {
      sidesInTurn(claims, { seed }).forEach(({ id }, place) => {
        const counts = places.get(id) as number[];
        counts[place] = (counts[place] ?? 0) + 1;
      });
    }
    for (const counts of places.values()) {
      for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(67);
    }
  });

  test('a claim is drawn first in proportion to its weight, and its mean place follows it', () => {
    const weights = [1, 2, 4, 8, 16];
    const claims = weights.map((weight) => claim(`w${weight}`, 'a'));
    const weightOf = (id: string) => Number(id.slice(1));
    const first = new Map<string, number>();
    const place = new Map<string, number>();
    for (const seed of people) {
      sidesInTurn(claims, { seed, weightOf }).forEach(({ id }, at) => {
        if (at === 0) first.set(id, (first.get(id) ?? 0) + 1);
        place.set(id, (place.get(id) ?? 0) + at / people.length);
      });
    }
    for (const weight of weights) {
      const share = weight / 31;
      const bound = 5 * Math.sqrt(share * (1 - share) * people.length);
      expect(Math.abs((first.get(`w${weight}`) ?? 0) - share * people.length)).toBeLessThan(bound);
      // One claim stands before another as often as their weights say: the mean place is the sum of those chances.
      const mean = weights
        .filter((other) => other !== weight)
        .reduce((sum, other) => sum + other / (other + weight), 0);
      expect(Math.abs((place.get(`w${weight}`) ?? 0) - mean)).toBeLessThan(0.17);
    }
  });
});
