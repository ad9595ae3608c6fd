import { describe, expect, test } from 'vitest';
import type { ArgumentGraph, ArgumentRelationKind } from './graph';
import { LENSES, type Lens } from './lens';
import { strengthsOf } from './strength';

/** `a -> b` supports, `a -x b` attacks, `a -o r0` undercuts the first line. Lines are named r0, r1 ... in order. */
const graphOf = (
  bases: Record<string, number>,
  lines: string[] = [],
  more: Record<string, { weight?: number; group?: string }> = {},
): ArgumentGraph => ({
  claims: Object.entries(bases).map(([id, base]) => ({ id, base })),
  relations: lines.map((line, index) => {
    const [from = '', arrow = '', to = ''] = line.split(' ');
    const kinds: Record<string, ArgumentRelationKind> = {
      '->': 'supports',
      '-x': 'attacks',
      '-o': 'undercuts',
    };
    const id = `r${index}`;
    const kind = kinds[arrow] ?? 'supports';
    return { id, from, to, kind, weight: more[id]?.weight ?? 1, group: more[id]?.group ?? null };
  }),
});

const strengthOf = (graph: ArgumentGraph, claim: string, lens?: Lens): number =>
  strengthsOf(graph, lens).strengths.get(claim) ?? Number.NaN;

/** Answers to three decimals, in the order of the lenses. */
const known: {
  name: string;
  graph: ArgumentGraph;
  claim: string;
  answers: [number, number, number, number];
}[] = [
  {
    name: 'three claims of 0.2 that support each other in a ring',
    graph: graphOf({ a: 0.2, b: 0.2, c: 0.2 }, ['a -> b', 'b -> c', 'c -> a']),
    claim: 'a',
    answers: [0.2455, 1, 0.2339, 0.2413],
  },
  {
    name: 'two claims of 0.5 that support each other',
    graph: graphOf({ a: 0.5, b: 0.5 }, ['a -> b', 'b -> a']),
    claim: 'b',
    answers: [0.648, 1, 0.609, 0.659],
  },
  {
    name: '0.5 with ten attackers of 0.5 and one supporter of 1',
    graph: graphOf(
      { t: 0.5, s: 1, ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`x${i}`, 0.5])) },
      ['s -> t', ...Array.from({ length: 10 }, (_, i) => `x${i} -x t`)],
    ),
    claim: 't',
    answers: [0.029, 0.5, 0.257, 0.018],
  },
  {
    name: '1 with two attackers of 0.9',
    graph: graphOf({ t: 1, a: 0.9, b: 0.9 }, ['a -x t', 'b -x t']),
    claim: 't',
    answers: [0.236, 0.01, 1, 1],
  },
  {
    name: '0 with two supporters of 0.9',
    graph: graphOf({ t: 0, a: 0.9, b: 0.9 }, ['a -> t', 'b -> t']),
    claim: 't',
    answers: [0.764, 0.99, 0, 0],
  },
  {
    name: 'two claims of 1 that attack each other',
    graph: graphOf({ a: 1, b: 1 }, ['a -x b', 'b -x a']),
    claim: 'a',
    answers: [0.682, 0.5, 1, 1],
  },
  {
    name: 'six equal supporters and attackers of 0.7',
    graph: graphOf(
      { t: 0.7, ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`x${i}`, 0.6])) },
      Array.from({ length: 12 }, (_, i) => `x${i} ${i < 6 ? '->' : '-x'} t`),
    ),
    claim: 't',
    answers: [0.7, 0.7, 0.7, 0.7],
  },
];

describe.each(known)('$name', ({ graph, claim, answers }) => {
  test.each(LENSES.map((lens, index) => [lens, answers[index] ?? Number.NaN] as const))(
    'is as known by %s',
    (lens, answer) => {
      expect(strengthOf(graph, claim, lens)).toBeCloseTo(answer, 3);
    },
  );
});

describe('quadratic energy, the default', () => {
  test('one weak reply hardly moves a claim', () => {
    expect(strengthOf(graphOf({ t: 0.5, a: 0.3 }, ['a -x t']), 't')).toBeCloseTo(0.459, 3);
  });

  test('one full reason halves the way to the end', () => {
    expect(strengthOf(graphOf({ t: 0.5, a: 1 }, ['a -> t']), 't')).toBe(0.75);
    expect(strengthOf(graphOf({ t: 0.5, a: 1 }, ['a -x t']), 't')).toBe(0.25);
  });

  test('five claims that all attack each other settle', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const clique = graphOf(
      { a: 1, b: 1, c: 1, d: 1, e: 1 },
      names.flatMap((from) => names.filter((to) => to !== from).map((to) => `${from} -x ${to}`)),
    );
    expect(strengthOf(clique, 'a', 'quadratic-energy')).toBeCloseTo(0.3447, 4);
    expect(strengthOf(clique, 'e', 'df-quad')).toBeCloseTo(0.2755, 4);
  });
});

describe('undercuts', () => {
  const bases = { t: 0.5, a: 1, u: 0.5, v: 1 };

  test('a full undercut takes a reason away', () => {
    expect(strengthOf(graphOf({ t: 0.5, a: 1, u: 1 }, ['a -> t', 'u -o r0']), 't')).toBe(0.5);
  });

  test('a half undercut halves its weight, whatever the lens', () => {
    const half = graphOf(bases, ['a -> t', 'u -o r0']);
    const weighted = graphOf(bases, ['a -> t'], { r0: { weight: 0.5 } });
    for (const lens of LENSES) expect(strengthOf(half, 't', lens)).toBe(strengthOf(weighted, 't', lens));
    expect(strengthsOf(half).effectiveWeights.get('r0')).toBe(0.5);
  });

  test('several undercuts multiply', () => {
    const graph = graphOf(bases, ['a -> t', 'u -o r0', 'u -o r0'], { r2: { weight: 0.5 } });
    expect(strengthsOf(graph).effectiveWeights.get('r0')).toBe(0.5 * 0.75);
  });

  test('an undercut is undercut itself', () => {
    const graph = graphOf(bases, ['a -> t', 'u -o r0', 'v -o r1']);
    const { effectiveWeights } = strengthsOf(graph);
    expect(effectiveWeights.get('r1')).toBe(0);
    expect(effectiveWeights.get('r0')).toBe(1);
  });

  test('two undercuts in a circle are refused', () => {
    expect(() => strengthsOf(graphOf(bases, ['u -o r1', 'v -o r0']))).toThrow('circle');
  });
});

describe('linked premises', () => {
  const bases = { t: 0.5, a: 0.8, b: 0.4, c: 0.9, u: 0.5 };
  const linked = { r0: { group: 'g' }, r1: { group: 'g' }, r2: { group: 'g' } };

  test('are one reason, as strong as the weakest', () => {
    const group = graphOf(bases, ['a -> t', 'b -> t', 'c -> t'], linked);
    for (const lens of LENSES)
      expect(strengthOf(group, 't', lens)).toBe(strengthOf(graphOf(bases, ['b -> t']), 't', lens));
  });

  test('weigh as much as the lightest line', () => {
    const group = graphOf(bases, ['a -> t', 'b -> t'], {
      r0: { group: 'g', weight: 0.5 },
      r1: { group: 'g' },
    });
    expect(strengthOf(group, 't')).toBe(strengthOf(graphOf(bases, ['b -> t'], { r0: { weight: 0.5 } }), 't'));
  });

  test('are undercut together, through whichever line', () => {
    const through = (line: string) =>
      strengthOf(
        graphOf(bases, ['a -> t', 'b -> t', `u -o ${line}`], { r0: { group: 'g' }, r1: { group: 'g' } }),
        't',
      );
    expect(through('r0')).toBe(through('r1'));
    expect(through('r0')).toBe(strengthOf(graphOf(bases, ['b -> t'], { r0: { weight: 0.5 } }), 't'));
  });

  test('undercut together, as strongly as the weakest', () => {
    const graph = graphOf(bases, ['c -> t', 'a -o r0', 'b -o r0'], {
      r1: { group: 'h' },
      r2: { group: 'h' },
    });
    expect(strengthsOf(graph).effectiveWeights.get('r0')).toBe(1 - 0.4);
  });
});

test('a relation that leads to nothing is refused', () => {
  expect(() => strengthsOf(graphOf({ a: 1 }, ['a -> b']))).toThrow('"b"');
  expect(() => strengthsOf(graphOf({ a: 1 }, ['b -> a']))).toThrow('"b"');
  expect(() => strengthsOf(graphOf({ a: 1 }, ['a -o r7']))).toThrow('"r7"');
});

test('a chain of 20,000 claims is computed without recursion', () => {
  const claims = Array.from({ length: 20_000 }, (_, i) => ({ id: `c${i}`, base: 0.5 }));
  const relations = claims.slice(1).map(({ id }, i) => ({
    id: `r${i}`,
    from: `c${i}`,
    to: id,
    kind: 'supports' as const,
    weight: 1,
    group: null,
  }));
  const { converged, iterations } = strengthsOf({ claims, relations });
  expect({ converged, iterations }).toEqual({ converged: true, iterations: 1 });
});

test('an empty map has no strengths', () => {
  expect(strengthsOf({ claims: [], relations: [] })).toEqual({
    strengths: new Map(),
    effectiveWeights: new Map(),
    converged: true,
    iterations: 0,
    damped: [],
  });
});
