import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FlipSet, fewestClaims, fewestVotes, type Tally } from './flip-set';
import type { ArgumentGraph, ArgumentRelation } from './graph';
import { randomGraph } from './random-graph.fixture';
import { baseScore } from './scores';
import { evaluateGraph, strengthsOf } from './strength';
import { applyWhatIf, NO_CHANGES } from './what-if';

const reason = (from: string, to: string, kind: ArgumentRelation['kind'] = 'supports'): ArgumentRelation => ({
  id: `${from}>${to}`,
  from,
  to,
  kind,
  weight: 1,
  group: null,
});

/** A motion on whose side more is said: a (0.9), b (0.6), c (0.55) for it; x (0.7), y (0.6) against. */
const leaning: ArgumentGraph = {
  claims: Object.entries({ t: 0.5, a: 0.9, b: 0.6, c: 0.55, x: 0.7, y: 0.6 }).map(([id, base]) => ({
    id,
    base,
  })),
  relations: [
    reason('a', 't'),
    reason('b', 't'),
    reason('c', 't'),
    reason('x', 't', 'attacks'),
    reason('y', 't', 'attacks'),
  ],
};

const offIds = ({ changes }: FlipSet): string[] => changes?.map(({ claimId }) => claimId) ?? [];

/** Strength of the motion without these claims. */
const withoutClaims = (graph: ArgumentGraph, ids: readonly string[], motion: string): number => {
  const names = {
    claimIds: new Map(graph.claims.map(({ id }) => [id, id])),
    sourcesOf: new Map(),
    fixed: new Set<string>(),
  };
  const applied = applyWhatIf(graph, { ...NO_CHANGES, claimsOff: ids }, names).graph;
  return strengthsOf(applied).strengths.get(motion) ?? Number.NaN;
};

/** The graph with base scores from these tallies. */
const voted = (graph: ArgumentGraph, tallies: ReadonlyMap<string, Tally>): ArgumentGraph => ({
  ...graph,
  claims: graph.claims.map(({ id, base }) => {
    const tally = tallies.get(id);
    return { id, base: tally ? baseScore(tally) : base };
  }),
});

const turned = (tallies: ReadonlyMap<string, Tally>, { changes }: FlipSet): Map<string, Tally> => {
  const result = new Map(tallies);
  for (const change of changes ?? []) {
    if (change.kind !== 'votes-turned') continue;
    const { agree, disagree } = result.get(change.claimId) ?? { agree: 0, disagree: 0 };
    const count = change.to === 'agree' ? change.count : -change.count;
    result.set(change.claimId, { agree: agree + count, disagree: disagree - count });
  }
  return result;
};

describe('the fewest claims', () => {
  test('are those without which the motion falls below the middle', () => {
    const set = fewestClaims(evaluateGraph(leaning), 't');
    expect(set).toMatchObject({
      toward: 'below',
      changes: [{ kind: 'claim-off', claimId: 'a' }],
      size: 1,
      isExact: true,
      isMinimal: true,
    });
    expect(set.after).toBeCloseTo(withoutClaims(leaning, ['a'], 't'), 12);
    expect(set.after).toBeLessThan(0.5);
  });

  test('of one side can be more than of all', () => {
    const set = fewestClaims(evaluateGraph(leaning), 't', new Set(['b', 'c']));
    expect(offIds(set).sort()).toEqual(['b', 'c']);
    expect(set.isExact).toBe(true);
  });

  test('of the side that already loses there are none, and that is certain', () => {
    const set = fewestClaims(evaluateGraph(leaning), 't', new Set(['x', 'y']));
    expect(set).toMatchObject({ changes: null, after: null, size: 0, isExact: true });
  });

  test('lift a motion that is below', () => {
    const turnedRound = {
      ...leaning,
      relations: leaning.relations.map((line) => ({
        ...line,
        kind: line.kind === 'supports' ? ('attacks' as const) : ('supports' as const),
      })),
    };
    expect(fewestClaims(evaluateGraph(turnedRound), 't')).toMatchObject({
      toward: 'above',
      changes: [{ claimId: 'a' }],
    });
  });

  test('may be claims that defend a reason', () => {
    // a is what a motion stands on, and d is what keeps a from its attacker.
    const defended: ArgumentGraph = {
      claims: Object.entries({ t: 0.5, a: 0.9, x: 0.6, e: 1, d: 1 }).map(([id, base]) => ({ id, base })),
      relations: [
        reason('a', 't'),
        reason('x', 't', 'attacks'),
        reason('e', 'a', 'attacks'),
        { ...reason('d', 'e>a', 'undercuts'), id: 'd>e>a' },
      ],
    };
    expect(offIds(fewestClaims(evaluateGraph(defended), 't', new Set(['d'])))).toEqual(['d']);
  });

  test('of a motion that is not there are not asked for', () => {
    expect(() => fewestClaims(evaluateGraph(leaning), 'z')).toThrow('"z"');
  });

  test('are as few as by trying every set, on random maps', () => {
    fc.assert(
      fc.property(fc.nat(1e9), (seed) => {
        const graph = randomGraph(seed, {
          claims: 6,
          relations: 12,
          undercuts: 0.2,
          linked: 0.2,
          weight: 0.5,
        });
        const evaluated = evaluateGraph(graph);
        const strength = strengthsOf(graph).strengths.get('c0') ?? Number.NaN;
        const others = graph.claims.map(({ id }) => id).filter((id) => id !== 'c0');
        let fewest = Number.POSITIVE_INFINITY;
        for (let bits = 0; bits < 1 << others.length; bits += 1) {
          const ids = others.filter((_, i) => bits & (1 << i));
          const after = withoutClaims(graph, ids, 'c0');
          const isAcross = strength > 0.5 ? after <= 0.5 - 1e-6 : after >= 0.5 + 1e-6;
          if (isAcross) fewest = Math.min(fewest, ids.length);
        }
        const set = fewestClaims(evaluated, 'c0');
        expect(set.isExact).toBe(true);
        expect(set.changes?.length ?? Number.POSITIVE_INFINITY).toBe(fewest);
        if (set.changes) expect(set.after).toBeCloseTo(withoutClaims(graph, offIds(set), 'c0'), 7);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the fewest votes', () => {
  const tallies = new Map<string, Tally>([
    ['a', { agree: 6, disagree: 1 }],
    ['b', { agree: 3, disagree: 1 }],
    ['x', { agree: 4, disagree: 1 }],
    ['y', { agree: 2, disagree: 2 }],
  ]);
  const graph = voted(leaning, tallies);

  test('are turned on the claims where they matter most', () => {
    const set = fewestVotes(evaluateGraph(graph), 't', tallies);
    expect(set.isExact).toBe(true);
    const after = strengthsOf(voted(leaning, turned(tallies, set))).strengths.get('t');
    expect(after).toBeLessThan(0.5);
    expect(set.after).toBeCloseTo(after ?? Number.NaN, 12);
  });

  test('may turn to agree on the other side', () => {
    const others = new Map<string, Tally>([
      ['x', { agree: 4, disagree: 8 }],
      ['y', { agree: 2, disagree: 9 }],
    ]);
    const start = voted(leaning, new Map([...others, ['a', { agree: 1, disagree: 6 }]]));
    const set = fewestVotes(evaluateGraph(start), 't', others);
    const turns = set.changes?.map((change) => change.kind === 'votes-turned' && change.to);
    expect(new Set(turns)).toEqual(new Set(['agree']));
    expect(set.size).toBeGreaterThan(8);
  });

  test('are none where nobody voted', () => {
    expect(fewestVotes(evaluateGraph(leaning), 't', new Map())).toMatchObject({
      changes: null,
      isExact: true,
    });
  });

  test('are as few as by trying every way to turn votes, on random maps', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 4, maxLength: 4 }),
        (seed, votes) => {
          const map = randomGraph(seed, { claims: 5, relations: 9, undercuts: 0.2, isAcyclic: true });
          const own = new Map(votes.map(([agree, disagree], i) => [`c${i + 1}`, { agree, disagree }]));
          const start = voted({ ...map, claims: map.claims.map(({ id }) => ({ id, base: 0.5 })) }, own);
          const strength = strengthsOf(start).strengths.get('c0') ?? Number.NaN;
          let fewest = Number.POSITIVE_INFINITY;
          // Every claim ends with some count of agreeing votes.
          const ways = [...own].reduce<Map<string, Tally>[]>(
            (before, [id, { agree, disagree }]) =>
              before.flatMap((made) =>
                Array.from({ length: agree + disagree + 1 }, (_, count) =>
                  new Map(made).set(id, { agree: count, disagree: agree + disagree - count }),
                ),
              ),
            [new Map()],
          );
          for (const way of ways) {
            const after = strengthsOf(voted(start, way)).strengths.get('c0') ?? Number.NaN;
            const isAcross = strength > 0.5 ? after <= 0.5 - 1e-6 : after >= 0.5 + 1e-6;
            if (!isAcross) continue;
            const size = [...way].reduce(
              (sum, [id, { agree }]) => sum + Math.abs(agree - (own.get(id)?.agree ?? 0)),
              0,
            );
            fewest = Math.min(fewest, size);
          }
          const set = fewestVotes(evaluateGraph(start), 'c0', own);
          expect(set.isExact).toBe(true);
          expect(set.changes ? set.size : Number.POSITIVE_INFINITY).toBe(fewest);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a large map', () => {
  const wide = (count: number): ArgumentGraph => ({
    claims: [
      { id: 't', base: 0.5 },
      ...Array.from({ length: count }, (_, i) => ({ id: `c${i}`, base: 0.2 + (i % 7) / 10 })),
    ],
    relations: Array.from({ length: count }, (_, i) =>
      reason(`c${i}`, i < 200 ? 't' : `c${i % 200}`, i % 5 === 0 ? 'attacks' : 'supports'),
    ),
  });

  test('has a set that is checked, though perhaps not the smallest', () => {
    const graph = wide(5_000);
    const set = fewestClaims(evaluateGraph(graph), 't');
    expect(set.changes).not.toBeNull();
    expect(set.isMinimal).toBe(true);
    const ids = offIds(set);
    expect(withoutClaims(graph, ids, 't')).toBeLessThan(0.5);
    for (const id of ids.slice(0, 5)) {
      const rest = ids.filter((other) => other !== id);
      expect(withoutClaims(graph, rest, 't')).toBeGreaterThan(0.5 - 1e-6);
    }
  });

  test('that nothing can take across the middle is known for certain', () => {
    const graph = wide(300);
    const relations = graph.relations.map((line) => ({ ...line, kind: 'supports' as const }));
    const set = fewestClaims(evaluateGraph({ ...graph, relations }), 't');
    expect(set).toMatchObject({ toward: 'below', changes: null, isExact: true });
  });

  test('has votes that do it, none of them for nothing', () => {
    const graph = wide(300);
    const tallies = new Map(
      graph.claims.slice(1).map(({ id }, i) => [id, { agree: 40 + (i % 50), disagree: 20 }]),
    );
    const start = voted(graph, tallies);
    const set = fewestVotes(evaluateGraph(start), 't', tallies);
    expect(set.isExact).toBe(false);
    expect(set.isMinimal).toBe(true);
    const strengthOf = (set: FlipSet) =>
      strengthsOf(voted(graph, turned(tallies, set))).strengths.get('t') ?? Number.NaN;
    expect(strengthOf(set)).toBeLessThan(0.5);
    for (const change of (set.changes ?? []).slice(0, 5)) {
      if (change.kind !== 'votes-turned') continue;
      const less = (set.changes ?? []).map((other) =>
        other === change ? { ...change, count: change.count - 1 } : other,
      );
      expect(strengthOf({ ...set, changes: less })).toBeGreaterThan(0.5 - 1e-6);
    }
  });
});
