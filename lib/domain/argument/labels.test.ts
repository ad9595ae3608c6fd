import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeByBruteForce, flattened } from './brute-force.fixture';
import { compileGraph } from './compiled-graph';
import { completeLabellings } from './complete-labellings';
import type { ArgumentGraph, ArgumentRelation } from './graph';
import { groundedLabelling, groundedLabels, type Label } from './labels';
import { openParts, openStanding } from './preferred';
import { randomGraph } from './random-graph.fixture';
import { undecidedParts } from './undecided-parts';

/** `a -x b` attacks, `a -> b` supports, `u -o r0` undercuts the first line. Lines are named r0, r1 ... in order. */
const mapOf = (names: string, ...lines: string[]): ArgumentGraph => ({
  claims: names.split(' ').map((id) => ({ id, base: 0.5 })),
  relations: lines.map((line, index): ArgumentRelation => {
    const [from = '', arrow = '', to = '', group = null] = line.split(' ');
    const kind = arrow === '-o' ? 'undercuts' : arrow === '-x' ? 'attacks' : 'supports';
    return { id: `r${index}`, from, to, kind, weight: 1, group };
  }),
});

const labelled = (graph: ArgumentGraph): Record<Label, string> => {
  const labels = [...groundedLabels(graph)];
  const all = (wanted: Label) =>
    labels
      .filter(([, label]) => label === wanted)
      .map(([id]) => id)
      .join(' ');
  return { in: all('in'), out: all('out'), undecided: all('undecided') };
};

describe('the grounded labelling', () => {
  test('alternates along a chain of attacks', () => {
    expect(labelled(mapOf('a b c d', 'a -x b', 'b -x c', 'c -x d'))).toEqual({
      in: 'a c',
      out: 'b d',
      undecided: '',
    });
  });

  test('leaves circles undecided, odd or even, and one that attacks itself', () => {
    expect(labelled(mapOf('a b', 'a -x b', 'b -x a')).undecided).toBe('a b');
    expect(labelled(mapOf('a b c', 'a -x b', 'b -x c', 'c -x a')).undecided).toBe('a b c');
    expect(labelled(mapOf('a', 'a -x a')).undecided).toBe('a');
  });

  test('breaks a circle that something undefeated attacks', () => {
    expect(labelled(mapOf('a b u', 'a -x b', 'b -x a', 'u -x a'))).toEqual({
      in: 'b u',
      out: 'a',
      undecided: '',
    });
  });

  test('knows no support', () => {
    expect(labelled(mapOf('a b', 'a -> b'))).toEqual({ in: 'a b', out: '', undecided: '' });
    expect(labelled(mapOf('a b u', 'a -> b', 'u -o r0')).in).toBe('a b u');
  });

  test('an undercut attack leaves its target and its source undefeated', () => {
    expect(labelled(mapOf('a b u', 'a -x b', 'u -o r0'))).toEqual({ in: 'a b u', out: '', undecided: '' });
  });

  test('an undercut whose claim is defeated does not count', () => {
    expect(labelled(mapOf('a b u v', 'a -x b', 'u -o r0', 'v -x u'))).toEqual({
      in: 'a v',
      out: 'b u',
      undecided: '',
    });
  });

  test('an undercut is undercut itself', () => {
    expect(labelled(mapOf('a b u w', 'a -x b', 'u -o r0', 'w -o r1'))).toEqual({
      in: 'a u w',
      out: 'b',
      undecided: '',
    });
  });

  test('an undercut decides a mutual attack', () => {
    expect(labelled(mapOf('a b u', 'a -x b', 'b -x a', 'u -o r1'))).toEqual({
      in: 'a u',
      out: 'b',
      undecided: '',
    });
  });

  test('linked premises attack only together', () => {
    expect(labelled(mapOf('a b t', 'a -x t g', 'b -x t g')).out).toBe('t');
    expect(labelled(mapOf('a b t x', 'a -x t g', 'b -x t g', 'x -x b'))).toEqual({
      in: 'a t x',
      out: 'b',
      undecided: '',
    });
  });

  test('is what all complete labellings agree on, by brute force', () => {
    fc.assert(
      fc.property(fc.nat(1e9), (seed) => {
        const graph = randomGraph(seed, { claims: 5, relations: 8, undercuts: 0.4 });
        const all = completeByBruteForce(flattened(graph));
        const grounded = graph.claims
          .map(({ id }) => id)
          .filter((id) => all.every((extension) => extension.includes(id)));
        expect(labelled(graph).in.split(' ').filter(Boolean).sort()).toEqual(grounded.sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('positions in what is left open', () => {
  test('a mutual attack has two, an odd circle one that decides nothing', () => {
    expect(openParts(mapOf('a b', 'a -x b', 'b -x a'))).toEqual([
      {
        claimIds: ['a', 'b'],
        positions: [
          new Map([
            ['a', 'in'],
            ['b', 'out'],
          ]),
          new Map([
            ['a', 'out'],
            ['b', 'in'],
          ]),
        ],
        inAll: [],
        inSome: ['a', 'b'],
      },
    ]);
    const [odd] = openParts(mapOf('a b c', 'a -x b', 'b -x c', 'c -x a'));
    expect(odd?.positions?.map((labels) => [...labels.values()])).toEqual([
      ['undecided', 'undecided', 'undecided'],
    ]);
  });

  test('what both sides of a mutual attack attack is out in all, and what that attacks is in', () => {
    const [part] = openParts(mapOf('a b c d', 'a -x b', 'b -x a', 'a -x c', 'b -x c', 'c -x d'));
    expect(part?.inAll).toEqual(['d']);
    expect(part?.inSome).toEqual(['a', 'b', 'd']);
  });

  test('a contested claim stands in so many of the positions of its part; a decided one is not asked', () => {
    const two = mapOf('a b', 'a -x b', 'b -x a');
    expect(openStanding(two, 'a')).toEqual({ stands: 1, positions: 2 });
    const more = mapOf('a b c d e', 'a -x b', 'b -x a', 'a -x c', 'b -x c', 'c -x d', 'e -x e');
    expect(openStanding(more, 'c')).toEqual({ stands: 0, positions: 2 });
    expect(openStanding(more, 'd')).toEqual({ stands: 2, positions: 2 });
    expect(openStanding(mapOf('a b c', 'a -x b', 'b -x c', 'c -x a'), 'a')).toEqual({
      stands: 0,
      positions: 1,
    });
    expect(openStanding(mapOf('a b', 'a -x b'), 'b')).toBeNull();
    const names = Array.from({ length: 21 }, (_, i) => `c${i}`);
    const ring = mapOf(names.join(' '), ...names.map((name, i) => `${name} -x c${(i + 1) % 21}`));
    expect(openStanding(ring, 'c0')).toBeNull();
  });

  test('two circles that do not meet are two parts', () => {
    const graph = mapOf('a b c d e', 'a -x b', 'b -x a', 'c -x d', 'd -x c', 'b -> c');
    expect(openParts(graph).map(({ claimIds }) => claimIds)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('a part of more than twenty claims is left as it is', () => {
    const names = Array.from({ length: 21 }, (_, i) => `c${i}`);
    const ring = mapOf(names.join(' '), ...names.map((name, i) => `${name} -x c${(i + 1) % 21}`));
    expect(openParts(ring)).toMatchObject([{ positions: null, inAll: [], inSome: [] }]);
  });

  test('nine mutual attacks that meet in one claim have their 512 positions', () => {
    const numbers = Array.from({ length: 9 }, (_, i) => i);
    const graph = mapOf(
      `${numbers.map((i) => `a${i} b${i}`).join(' ')} c`,
      ...numbers.flatMap((i) => [`a${i} -x b${i}`, `b${i} -x a${i}`, `a${i} -x c`]),
    );
    const [part, ...others] = openParts(graph);
    expect(others).toEqual([]);
    expect(part?.positions).toHaveLength(512);
    // Only where all b are in does c stand.
    expect(part?.positions?.filter((labels) => labels.get('c') === 'in')).toHaveLength(1);
  });

  test('are the largest complete extensions, by brute force', () => {
    fc.assert(
      fc.property(fc.nat(1e9), (seed) => {
        const graph = randomGraph(seed, { claims: 5, relations: 8, undercuts: 0.3 });
        const claims = new Set(graph.claims.map(({ id }) => id));
        const all = completeByBruteForce(flattened(graph));
        const largest = all.filter(
          (extension) =>
            !all.some((other) => other !== extension && extension.every((node) => other.includes(node))),
        );
        const wanted = new Set(
          largest.map((extension) => extension.filter((node) => claims.has(node)).join(' ')),
        );

        const certain = [...groundedLabels(graph)].filter(([, label]) => label === 'in').map(([id]) => id);
        let positions = [certain];
        for (const part of openParts(graph)) {
          positions = positions.flatMap((before) =>
            (part.positions ?? []).map((labels) => [
              ...before,
              ...[...labels].filter(([, label]) => label === 'in').map(([id]) => id),
            ]),
          );
        }
        const order = graph.claims.map(({ id }) => id);
        const found = positions.map((ids) => order.filter((id) => ids.includes(id)).join(' '));
        expect([...new Set(found)].sort()).toEqual([...wanted].sort());
      }),
      { numRuns: 300 },
    );
  });

  test('all complete labellings are found, by brute force', () => {
    fc.assert(
      fc.property(fc.nat(1e9), (seed) => {
        const graph = randomGraph(seed, { claims: 4, relations: 8, undercuts: 0.2 });
        const compiled = compileGraph(graph);
        let count = 1;
        for (const part of undecidedParts(compiled, groundedLabelling(compiled))) {
          count *= [...completeLabellings(part, 10_000)].length;
        }
        expect(count).toBe(completeByBruteForce(flattened(graph)).length);
      }),
      { numRuns: 200 },
    );
  });
});
