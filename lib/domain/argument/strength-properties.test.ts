import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, shuffled } from '../layout/random-map.fixture';
import { compileGraph } from './compiled-graph';
import type { ArgumentGraph, ArgumentRelation } from './graph';
import { LENSES, type Lens } from './lens';
import { type RandomGraphShape, randomGraph } from './random-graph.fixture';
import { referenceStrengths } from './reference.fixture';
import { MOST_ITERATIONS, solve } from './solve';
import { strengthsOf } from './strength';

const seed = fc.integer({ min: 0, max: 2 ** 31 });
const lens = fc.constantFrom(...LENSES);
const acyclic = { claims: 9, relations: 16, undercuts: 0.25, linked: 0.2, isAcyclic: true };
const cyclic = { claims: 8, relations: 20, undercuts: 0.2, linked: 0.2 };
const runs = { numRuns: 150 };

const relationIds = (graph: ArgumentGraph): string[] => graph.relations.map(({ id }) => id);

const expectEqual = (
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
  apart: number,
) => {
  expect([...left.keys()].sort()).toEqual([...right.keys()].sort());
  for (const [id, value] of left) {
    expect(Math.abs(value - (right.get(id) ?? Number.NaN)), id).toBeLessThanOrEqual(apart);
  }
};

const joined = (graph: ArgumentGraph, more: Partial<ArgumentRelation>): ArgumentGraph => ({
  ...graph,
  relations: [
    ...graph.relations,
    { id: 'new', from: 'c0', to: 'c0', kind: 'supports', weight: 1, group: null, ...more },
  ],
});

const strengthOf = (graph: ArgumentGraph, claim: string, by: Lens): number =>
  strengthsOf(graph, by).strengths.get(claim) ?? Number.NaN;

test('a claim without reasons keeps its base score', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), lens, (base, by) => {
      expect(strengthOf({ claims: [{ id: 'a', base }], relations: [] }, 'a', by)).toBe(base);
    }),
  );
});

test.each([
  ['acyclic', acyclic],
  ['cyclic', cyclic],
])('the order of an %s map changes nothing, to the last bit', (_, shape: RandomGraphShape) => {
  fc.assert(
    fc.property(seed, lens, (at, by) => {
      const graph = randomGraph(at, shape);
      const random = seededRandom(at + 1);
      const mixed = {
        claims: shuffled(graph.claims, random),
        relations: shuffled(graph.relations, random),
      };
      expectEqual(strengthsOf(mixed, by).strengths, strengthsOf(graph, by).strengths, 0);
    }),
    runs,
  );
});

test('reasons that differ in nothing but their undercuts come in one order too', () => {
  const line = (id: string, from: string, to: string, kind: ArgumentRelation['kind']): ArgumentRelation => ({
    id,
    from,
    to,
    kind,
    weight: 1,
    group: null,
  });
  const claims = Object.entries({ t: 0.5, a: 1, u: 0.1, v: 0.2, w: 0.7, x: 0.45 }).map(([id, base]) => ({
    id,
    base,
  }));
  const reasons = ['u', 'v', 'w', 'x'].flatMap((from) => [
    line(`r${from}`, 'a', 't', 'supports'),
    line(`d${from}`, from, `r${from}`, 'undercuts'),
  ]);
  const found = new Set<number>();
  for (let seed = 0; seed < 50; seed += 1) {
    const relations = shuffled(reasons, seededRandom(seed));
    for (const by of ['quadratic-energy', 'df-quad'] as const)
      found.add(strengthOf({ claims, relations }, 't', by));
  }
  expect(found.size).toBe(2);
});

test('other ids change nothing but a rounding', () => {
  fc.assert(
    fc.property(seed, lens, (at, by) => {
      const graph = randomGraph(at, acyclic);
      const named = (id: string) => `${(Number(id.slice(1)) * 7919) % 1009}-${id}`;
      const renamed = {
        claims: graph.claims.map(({ id, base }) => ({ id: named(id), base })),
        relations: graph.relations.map((relation) => ({
          ...relation,
          id: named(relation.id),
          from: named(relation.from),
          to: named(relation.to),
          group: relation.group && named(relation.group),
        })),
      };
      const back = new Map(graph.claims.map(({ id }) => [named(id), id]));
      const strengths = [...strengthsOf(renamed, by).strengths].map(
        ([id, value]) => [back.get(id) ?? id, value] as const,
      );
      expectEqual(new Map(strengths), strengthsOf(graph, by).strengths, 1e-12);
    }),
    runs,
  );
});

test('one more supporter never lowers its target, one more attacker never raises it', () => {
  fc.assert(
    fc.property(seed, lens, fc.nat(7), fc.nat(7), (at, by, a, b) => {
      const graph = randomGraph(at, acyclic);
      const [to, from] = [`c${Math.min(a, b)}`, `c${Math.max(a, b) + 1}`];
      const before = strengthOf(graph, to, by);
      expect(strengthOf(joined(graph, { from, to, kind: 'supports' }), to, by)).toBeGreaterThanOrEqual(
        before - 1e-12,
      );
      expect(strengthOf(joined(graph, { from, to, kind: 'attacks' }), to, by)).toBeLessThanOrEqual(
        before + 1e-12,
      );
    }),
    runs,
  );
});

test('equal reasons for and against leave a claim at its base score', () => {
  fc.assert(
    fc.property(seed, lens, (at, by) => {
      const { claims, relations } = randomGraph(at, acyclic);
      const motion = { id: 'motion', base: 0.37 };
      const both = claims.flatMap(({ id }, i) =>
        (['supports', 'attacks'] as const).map((kind) => ({
          id: `${kind}${i}`,
          from: id,
          to: 'motion',
          kind,
          weight: 1,
          group: null,
        })),
      );
      const graph = { claims: [...claims, motion], relations: [...relations, ...both] };
      expect(strengthOf(graph, 'motion', by)).toBeCloseTo(0.37, 12);
    }),
    runs,
  );
});

test('support and attack mirror each other by quadratic energy', () => {
  fc.assert(
    fc.property(seed, (at) => {
      const { claims, relations } = randomGraph(at, acyclic);
      const turned = {
        claims: claims.map(({ id, base }) => ({ id, base: id === 'c0' ? 1 - base : base })),
        relations: relations.map((relation) =>
          relation.to === 'c0'
            ? {
                ...relation,
                kind: relation.kind === 'supports' ? ('attacks' as const) : ('supports' as const),
              }
            : relation,
        ),
      };
      const left = strengthOf({ claims, relations }, 'c0', 'quadratic-energy');
      expect(strengthOf(turned, 'c0', 'quadratic-energy')).toBeCloseTo(1 - left, 12);
    }),
    runs,
  );
});

test('undercutting a support never raises its target, undercutting an attack never lowers it', () => {
  fc.assert(
    fc.property(seed, lens, fc.nat(), (at, by, pick) => {
      const graph = randomGraph(at, { ...acyclic, claims: 8 });
      const claims = [...graph.claims, { id: 'doubt', base: 0.8 }];
      const direct = graph.relations.filter(({ kind }) => kind !== 'undercuts');
      const met = direct[pick % direct.length];
      if (!met) return;
      const before = strengthOf(graph, met.to, by);
      const undercut = joined({ ...graph, claims }, { from: 'doubt', to: met.id, kind: 'undercuts' });
      const after = strengthOf(undercut, met.to, by);
      if (met.kind === 'supports') expect(after).toBeLessThanOrEqual(before + 1e-12);
      else expect(after).toBeGreaterThanOrEqual(before - 1e-12);
    }),
    runs,
  );
});

test.each([
  ['acyclic', acyclic],
  ['cyclic', { ...cyclic, relations: 40 }],
])('strengths and effective weights of an %s map lie within 0 and 1', (_, shape: RandomGraphShape) => {
  fc.assert(
    fc.property(seed, lens, fc.boolean(), (at, by, atTheEnds) => {
      const graph = randomGraph(at, shape);
      const claims = atTheEnds
        ? graph.claims.map(({ id, base }) => ({ id, base: Math.round(base) }))
        : graph.claims;
      const { strengths, effectiveWeights } = strengthsOf({ ...graph, claims }, by);
      for (const value of [...strengths.values(), ...effectiveWeights.values()]) {
        expect(value >= 0 && value <= 1, String(value)).toBe(true);
      }
      expect([...effectiveWeights.keys()].sort()).toEqual(relationIds(graph).sort());
    }),
    runs,
  );
});

test.each([0, 0.5, 1])('thousands of reasons neither overflow nor lose a claim of base score %f', (base) => {
  const claims = Array.from({ length: 3_000 }, (_, i) => ({ id: `c${i}`, base: i === 0 ? base : 1 }));
  for (const kind of ['supports', 'attacks'] as const) {
    const relations = claims
      .slice(1)
      .map(({ id }) => ({ id: `r${id}`, from: id, to: 'c0', kind, weight: 1, group: null }));
    for (const by of LENSES) {
      const value = strengthOf({ claims, relations }, 'c0', by);
      expect(value >= 0 && value <= 1, `${by} ${value}`).toBe(true);
    }
  }
});

test('a part of the map that has nothing to do with the rest changes nothing in it', () => {
  fc.assert(
    fc.property(seed, lens, (at, by) => {
      const graph = randomGraph(at, cyclic);
      const rename = (id: string) => `b${id}`;
      const other = randomGraph(at + 1, cyclic);
      const beside = {
        claims: [...graph.claims, ...other.claims.map(({ id, base }) => ({ id: rename(id), base }))],
        relations: [
          ...graph.relations,
          ...other.relations.map((relation) => ({
            ...relation,
            id: rename(relation.id),
            from: rename(relation.from),
            to: rename(relation.to),
            group: relation.group && rename(relation.group),
          })),
        ],
      };
      const both = strengthsOf(beside, by).strengths;
      for (const [id, value] of strengthsOf(graph, by).strengths) expect(both.get(id)).toBe(value);
    }),
    runs,
  );
});

describe('the definitions, written down a second time', () => {
  test('give the same on acyclic maps, to 1e-8', () => {
    fc.assert(
      fc.property(seed, lens, (at, by) => {
        const graph = randomGraph(at, acyclic);
        const reference = referenceStrengths(graph, by);
        if (!reference) throw new Error('an acyclic map always settles');
        const { strengths, iterations } = strengthsOf(graph, by);
        expect(iterations).toBe(1);
        expectEqual(strengths, reference, 1e-8);
      }),
      runs,
    );
  });

  test('give the same in circles whose weights have one answer, to 1e-7', () => {
    fc.assert(
      fc.property(seed, lens, (at, by) => {
        const graph = randomGraph(at, { ...cyclic, relations: 12, weight: 0.15 });
        const reference = referenceStrengths(graph, by);
        if (!reference) throw new Error('a contraction always settles');
        expectEqual(strengthsOf(graph, by).strengths, reference, 1e-7);
      }),
      runs,
    );
  });
});

describe('circles', () => {
  test('end where small steps from the base scores lead, though whole steps may be taken near rest', () => {
    fc.assert(
      fc.property(seed, lens, (at, by) => {
        const { claims, relations } = randomGraph(at, {
          claims: 8,
          relations: 40,
          undercuts: 0.1,
          isEven: true,
        });
        // A ring makes one circle of it all: then all claims step together here and there.
        const ring = claims.map(({ id }, i) => ({
          id: `ring${i}`,
          from: id,
          to: `c${(i + 1) % claims.length}`,
          kind: 'supports' as const,
          weight: 0.01,
          group: null,
        }));
        const graph = { claims, relations: [...relations, ...ring] };
        const reference = referenceStrengths(graph, by, { most: MOST_ITERATIONS });
        // Without an end of small steps there is nothing to compare with.
        if (reference) expectEqual(strengthsOf(graph, by).strengths, reference, 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  // Each of these has a second place of rest, to which whole steps from the base scores would lead.
  test.each([
    [1922, 'quadratic-energy'],
    [66679, 'df-quad'],
    [93124, 'quadratic-energy'],
    [114365, 'quadratic-energy'],
    [125720, 'df-quad'],
  ] as const)('with two places of rest end in the one that small steps reach (%i, %s)', (at, by) => {
    const graph = randomGraph(at, { claims: 8, relations: 40, undercuts: 0.1, isEven: true });
    const reference = referenceStrengths(graph, by);
    if (!reference) throw new Error('the reference settles on this map');
    expectEqual(strengthsOf(graph, by).strengths, reference, 1e-6);
  });

  test('end where no claim would move any more', () => {
    fc.assert(
      fc.property(seed, lens, (at, by) => {
        const graph = compileGraph(randomGraph(at, cyclic));
        const solution = solve(graph, by);
        if (!solution.converged || solution.damped.length > 0) return;
        // With every circle cut open at its answers, one exact pass over the map gives those answers again.
        const { claims, relations } = randomGraph(at, cyclic);
        const answers = new Map(
          graph.claimIds.map((id, index) => [id, solution.strengths[index] ?? Number.NaN]),
        );
        const open = {
          claims: [
            ...claims,
            ...claims.map(({ id }) => ({ id: `copy ${id}`, base: answers.get(id) ?? Number.NaN })),
          ],
          relations: relations.map((relation) => ({ ...relation, from: `copy ${relation.from}` })),
        };
        const again = strengthsOf(open, by).strengths;
        for (const [id, value] of answers) expect(again.get(id)).toBeCloseTo(value, 7);
      }),
      runs,
    );
  });
});
