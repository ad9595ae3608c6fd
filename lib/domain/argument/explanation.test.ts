import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, MOST_REASONS } from './explanation';
import type { ArgumentGraph, ArgumentRelation } from './graph';
import { LENSES } from './lens';
import { type RandomGraphShape, randomGraph } from './random-graph.fixture';
import { evaluateGraph, strengthsOf } from './strength';

const relation = (id: string, more: Partial<ArgumentRelation>): ArgumentRelation => ({
  id,
  from: 'a',
  to: 't',
  kind: 'supports',
  weight: 1,
  group: null,
  ...more,
});

const graph: ArgumentGraph = {
  claims: [
    { id: 't', base: 0.5 },
    { id: 'a', base: 1 },
    { id: 'b', base: 0.4 },
    { id: 'c', base: 0.8 },
    { id: 'u', base: 0.5 },
  ],
  relations: [
    relation('for', { weight: 0.9 }),
    relation('one', { from: 'b', kind: 'attacks', group: 'g' }),
    relation('two', { from: 'c', kind: 'attacks', group: 'g' }),
    relation('doubt', { from: 'u', to: 'for', kind: 'undercuts' }),
  ],
};

const NONE = { raise: 0, lower: 0, nothing: 0 };

describe('an explanation', () => {
  const explanation = explain(evaluateGraph(graph), 't');

  test('names base score and strength', () => {
    // Energy 0.9 * 0.5 * 1 - 0.4.
    const share = 0.05 ** 2 / (1 + 0.05 ** 2);
    expect(explanation).toMatchObject({ claimId: 't', base: 0.5, others: NONE, isDamped: false });
    expect(explanation?.strength).toBeCloseTo(0.5 + 0.5 * share, 12);
  });

  test('names each reason once, linked premises as one, undercuts with what they meet', () => {
    const [undercut, attack, support] = explanation?.reasons ?? [];
    expect(undercut).toMatchObject({
      relationIds: ['doubt'],
      premiseIds: ['u'],
      kind: 'undercuts',
      undercutIds: ['for'],
      strength: 0.5,
    });
    expect(attack).toMatchObject({
      relationIds: ['one', 'two'],
      premiseIds: ['b', 'c'],
      kind: 'attacks',
      undercutIds: null,
      strength: 0.4,
    });
    expect(support).toMatchObject({
      relationIds: ['for'],
      premiseIds: ['a'],
      kind: 'supports',
      undercutIds: null,
      strength: 1,
      weight: 0.9,
      effectiveWeight: 0.45,
    });
  });

  test('says what is missing without each', () => {
    const h = (energy: number) => energy ** 2 / (1 + energy ** 2);
    const strength = 0.5 + 0.5 * h(0.05);
    const [undercut, attack, support] = explanation?.reasons ?? [];
    expect(support?.contribution).toBeCloseTo(strength - (0.5 - 0.5 * h(0.4)), 12);
    expect(attack?.contribution).toBeCloseTo(strength - (0.5 + 0.5 * h(0.45)), 12);
    expect(undercut?.contribution).toBeCloseTo(strength - (0.5 + 0.5 * h(0.5)), 12);
  });

  test('of a claim that is not there is null', () => {
    expect(explain(evaluateGraph(graph), 'x')).toBeNull();
  });

  test('of a claim without reasons says so', () => {
    expect(explain(evaluateGraph(graph), 'a')).toMatchObject({ reasons: [], others: NONE });
  });
});

test.each([
  ['acyclic', { claims: 8, relations: 20, undercuts: 0.2, linked: 0.2, isAcyclic: true }],
  // Few reasons a claim: all of them are candidates, and the circles have one answer.
  ['cyclic', { claims: 6, relations: 14, undercuts: 0.2, linked: 0.2, weight: 0.3 }],
])('contributions on an %s map are the differences to the map without the reason', (_, shape) => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.constantFrom(...LENSES), (seed, lens) => {
      const map = randomGraph(seed, shape satisfies RandomGraphShape);
      const evaluated = evaluateGraph(map, lens);
      for (const { id } of map.claims) {
        const explanation = explain(evaluated, id);
        expect(explanation?.reasons.length).toBeLessThanOrEqual(MOST_REASONS);
        let before = Number.POSITIVE_INFINITY;
        for (const { relationIds, contribution } of explanation?.reasons ?? []) {
          // A relation without weight is no reason.
          const relations = map.relations.map((line) =>
            relationIds.includes(line.id) ? { ...line, weight: 0 } : line,
          );
          const rest = strengthsOf({ ...map, relations }, lens).strengths.get(id) ?? Number.NaN;
          expect(contribution).toBeCloseTo((explanation?.strength ?? Number.NaN) - rest, 7);
          expect(Math.abs(contribution)).toBeLessThanOrEqual(before + 1e-12);
          before = Math.abs(contribution);
        }
      }
    }),
    { numRuns: 100 },
  );
});

describe('a claim of many reasons', () => {
  const claims = Array.from({ length: 9 }, (_, i) => ({ id: `c${i}`, base: i / 10 }));
  const explained = (attacking: (index: number) => boolean) =>
    explain(
      evaluateGraph({
        claims: [...claims, { id: 't', base: 0.5 }],
        relations: claims.map(({ id }, index) =>
          relation(`r-${id}`, { from: id, kind: attacking(index) ? 'attacks' : 'supports' }),
        ),
      }),
      't',
    );
  const namesOf = (explanation: ReturnType<typeof explained>) =>
    explanation?.reasons.map(({ premiseIds }) => premiseIds[0]);

  test('has its six largest named and the rest counted', () => {
    const explanation = explained(() => false);
    expect(namesOf(explanation)).toEqual(['c8', 'c7', 'c6', 'c5', 'c4', 'c3']);
    expect(explanation?.others).toEqual({ raise: 2, lower: 0, nothing: 1 });
  });

  test('has reasons of both directions named, though those of one are all larger', () => {
    const explanation = explained((index) => index > 3);
    expect(new Set(namesOf(explanation))).toEqual(new Set(['c8', 'c7', 'c6', 'c3', 'c2', 'c1']));
    expect(explanation?.others).toEqual({ raise: 0, lower: 2, nothing: 1 });
  });
});
