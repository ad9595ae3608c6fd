import { describe, expect, test } from 'vitest';
import { compileGraph } from './compiled-graph';
import type { ArgumentGraph } from './graph';
import { LENSES } from './lens';
import { randomGraph } from './random-graph.fixture';
import { conservativeness, MOST_ITERATIONS, STEPS, solve, workspaceOf } from './solve';
import { strengthsOf } from './strength';

// Found by trying seeds: about one in five hundred circles as dense as this never settles by itself.
const restless = randomGraph(31, { claims: 20, relations: 200, isEven: true });

describe('a circle that never settles', () => {
  test('is damped, named and then has an answer', () => {
    const { converged, damped, iterations, strengths } = strengthsOf(restless);
    expect(converged).toBe(true);
    expect(damped).toHaveLength(20);
    expect(iterations).toBeGreaterThan(STEPS.length * MOST_ITERATIONS);
    for (const value of strengths.values()) expect(value >= 0 && value <= 1).toBe(true);
  });

  test('settles from its damped feedback alone, with the stated constant', () => {
    const graph = compileGraph(restless);
    const space = workspaceOf(graph, 'quadratic-energy');
    const damped = solve(graph, 'quadratic-energy').damped;
    const part = graph.partOf[damped[0] ?? -1] ?? -1;
    const weights = damped.map((claim) => {
      const total = restless.relations
        .filter(({ to }) => to === graph.claimIds[claim])
        .filter(({ from }) => damped.includes(graph.indexOf.get(from) ?? -1))
        .reduce((sum, { weight }) => sum + weight, 0);
      const base = graph.base[claim] ?? Number.NaN;
      return (Math.max(base, 1 - base) * 3 * Math.sqrt(3) * total) / 8;
    });
    expect(conservativeness(space, part)).toBeCloseTo(1.01 * Math.max(...weights), 9);
  });

  test('is damped by its own weight, not by reasons from outside', () => {
    const pushed: ArgumentGraph = {
      claims: [...restless.claims, { id: 'x', base: 1e-9 }],
      relations: [
        ...restless.relations,
        ...Array.from({ length: 50 }, (_, i) => ({
          id: `x${i}`,
          from: 'x',
          to: 'c0',
          kind: 'supports' as const,
          weight: 1,
          group: null,
        })),
      ],
    };
    const before = strengthsOf(restless).strengths;
    const after = strengthsOf(pushed);
    expect(after.damped).toHaveLength(20);
    for (const [id, value] of before) expect(after.strengths.get(id)).toBeCloseTo(value, 6);
  });

  test('leaves claims outside it alone', () => {
    const beside: ArgumentGraph = {
      claims: [...restless.claims, { id: 'x', base: 0.5 }, { id: 'y', base: 1 }],
      relations: [
        ...restless.relations,
        { id: 'xy', from: 'y', to: 'x', kind: 'supports', weight: 1, group: null },
      ],
    };
    const { strengths, damped } = strengthsOf(beside);
    expect(strengths.get('x')).toBe(0.75);
    expect(damped).not.toContain('x');
  });
});

test('five claims that attack each other settle with the first step', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const graph = compileGraph({
    claims: names.map((id) => ({ id, base: 1 })),
    relations: names.flatMap((from) =>
      names
        .filter((to) => to !== from)
        .map((to) => ({ id: from + to, from, to, kind: 'attacks', weight: 1, group: null })),
    ),
  });
  for (const lens of LENSES) {
    const { converged, damped, iterations } = solve(graph, lens);
    expect({ converged, damped }).toEqual({ converged: true, damped: [] });
    expect(iterations).toBeLessThan(MOST_ITERATIONS);
  }
});

test('a circle that swings too far with the first step settles with a smaller one', () => {
  // Seven claims support seven that attack them; steady claims on both sides hold them where they move most.
  const [ups, downs, steady] = ['up', 'down', 'steady'].map((name) =>
    Array.from({ length: 7 }, (_, i) => `${name}${i}`),
  ) as [string[], string[], string[]];
  const lines = (from: string[], kind: 'supports' | 'attacks', to: string[], weight: number) =>
    from.flatMap((a) => to.map((b) => ({ id: a + b, from: a, to: b, kind, weight, group: null })));
  const graph = compileGraph({
    claims: [
      ...[...ups, ...downs].map((id) => ({ id, base: 0.5 })),
      ...steady.map((id) => ({ id, base: 1 })),
    ],
    relations: [
      ...lines(downs, 'supports', ups, 1),
      ...lines(ups, 'attacks', downs, 1),
      ...lines(steady, 'attacks', ups, 3.795 / 7),
      ...lines(steady, 'supports', downs, 4.955 / 7),
    ],
  });
  const { converged, damped, iterations } = solve(graph, 'quadratic-energy');
  expect({ converged, damped }).toEqual({ converged: true, damped: [] });
  expect(iterations).toBeGreaterThan(MOST_ITERATIONS);
});
