import { describe, expect, test } from 'vitest';
import type { ArgumentGraph } from './graph';
import { groundedLabels } from './labels';
import { compareLenses, labelDisputes, sideOfMiddle } from './lens-comparison';
import { strengthsOf } from './strength';

/** A supporter of 1 against ten attackers of 0.5, and two claims of 0 and 1 that nothing moves by MLP. */
const graph: ArgumentGraph = {
  claims: [
    { id: 'many', base: 0.5 },
    { id: 'believed', base: 1 },
    { id: 'lonely', base: 0.2 },
    ...Array.from({ length: 10 }, (_, i) => ({ id: `x${i}`, base: 0.9 })),
  ],
  relations: Array.from({ length: 10 }, (_, i) => ({
    id: `r${i}`,
    from: `x${i}`,
    to: i < 3 ? 'believed' : 'many',
    kind: 'attacks' as const,
    weight: 1,
    group: null,
  })),
};

describe('lenses side by side', () => {
  const comparison = compareLenses(graph);

  test('give each claim its four strengths', () => {
    expect(comparison.size).toBe(13);
    expect(comparison.get('lonely')).toEqual({
      strengths: { 'quadratic-energy': 0.2, 'df-quad': 0.2, euler: 0.2, mlp: 0.2 },
      isDisputed: false,
    });
  });

  test('disagree where one puts a claim above the middle and another below', () => {
    expect(comparison.get('believed')?.strengths.euler).toBe(1);
    expect(comparison.get('believed')?.strengths['quadratic-energy']).toBeLessThan(0.2);
    expect(comparison.get('believed')?.isDisputed).toBe(true);
    expect(comparison.get('many')?.isDisputed).toBe(false);
  });

  test('agree where the difference is within the margin', () => {
    expect(compareLenses(graph, 0.5).get('believed')?.isDisputed).toBe(false);
  });
});

test('a strength on the edge of the margin is on no side', () => {
  expect([0, 0.44, 0.45, 0.5, 0.55, 0.56, 1].map((strength) => sideOfMiddle(strength))).toEqual([
    -1, -1, 0, 0, 0, 1, 1,
  ]);
});

test('labels and strengths that contradict each other are named, the clearest first', () => {
  const labels = groundedLabels(graph);
  const { strengths } = strengthsOf(graph, 'euler');
  expect(labelDisputes(labels, strengths).map(({ claimId, kind }) => [claimId, kind])).toEqual([
    ['believed', 'defeated-but-strong'],
    ['lonely', 'undefeated-but-weak'],
  ]);
});
