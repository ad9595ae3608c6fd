import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileGraph, rescored } from './compiled-graph';
import type { ArgumentGraph } from './graph';
import { randomGraph } from './random-graph.fixture';
import { evaluateGraph, strengthsById, strengthsOf } from './strength';

const shape = { claims: 12, relations: 30, undercuts: 0.2, linked: 0.2, isEven: false };

/** The same claims and relations with other numbers, zero among them. */
const withOtherNumbers = (graph: ArgumentGraph, other: ArgumentGraph): ArgumentGraph => ({
  claims: graph.claims.map((claim, index) => ({ ...claim, base: other.claims[index]?.base ?? 0 })),
  relations: graph.relations.map((line, index) => ({ ...line, weight: other.relations[index]?.weight ?? 0 })),
});

test('new votes and impacts over old arrays give what compiling anew gives', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (seed, otherSeed) => {
      const graph = randomGraph(seed, shape);
      const next = withOtherNumbers(graph, randomGraph(otherSeed, shape));
      const before = evaluateGraph(graph);
      expect(rescored(before.graph, next)).not.toBeNull();
      const found = strengthsById(evaluateGraph(next, 'quadratic-energy', before));
      const expected = strengthsOf(next);
      // Two lines from one claim to another may be added up in another order.
      for (const part of ['strengths', 'effectiveWeights'] as const) {
        expect([...found[part].keys()].sort()).toEqual([...expected[part].keys()].sort());
        for (const [id, value] of expected[part]) expect(found[part].get(id)).toBeCloseTo(value, 8);
      }
    }),
  );
});

test('a graph of another shape is compiled anew', () => {
  const graph = randomGraph(3, shape);
  const compiled = compileGraph(graph);
  const first = graph.relations[0];
  if (!first) throw new Error('this map has relations');
  const others: ArgumentGraph[] = [
    { ...graph, relations: graph.relations.slice(1) },
    { ...graph, claims: [...graph.claims, { id: 'new', base: 0.5 }] },
    { ...graph, relations: [{ ...first, from: 'c11' }, ...graph.relations.slice(1)] },
    { ...graph, relations: [{ ...first, group: 'alone' }, ...graph.relations.slice(1)] },
    {
      ...graph,
      relations: [
        { ...first, kind: first.kind === 'attacks' ? 'supports' : 'attacks' },
        ...graph.relations.slice(1),
      ],
    },
  ];
  for (const other of others) {
    expect(rescored(compiled, other)).toBeNull();
    const evaluated = evaluateGraph(other, 'quadratic-energy', evaluateGraph(graph));
    expect(strengthsById(evaluated)).toEqual(strengthsOf(other));
  }
});
