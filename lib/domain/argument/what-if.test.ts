import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimOf, debateOf, relationOf } from '../debate/testing/plain-debate';
import { checkGraph } from './check-graph';
import { compileGraph } from './compiled-graph';
import type { ArgumentGraph } from './graph';
import { graphOfDebate } from './graph-of-debate';
import { LENSES } from './lens';
import { randomGraph } from './random-graph.fixture';
import { solve } from './solve';
import { strengthsOf } from './strength';
import {
  applyWhatIf,
  hasChanges,
  NO_CHANGES,
  setBase,
  toggleClaim,
  toggleSource,
  type WhatIfNames,
  whatIfNames,
} from './what-if';

const cite = (...keys: string[]) => ({
  citations: keys.map((sourceKey, index) => ({
    id: `${sourceKey}${index}`,
    sourceKey,
    sourceVersionId: 'v',
    versionNumber: 1,
    standing: 'here' as const,
    isUndecided: false,
    passageKey: 'p1',
    passageLabel: '1',
    start: 0,
    end: 1,
    exact: 'x',
  })),
});

const debate = debateOf(
  [
    claimOf('D1', { id: 'id-d1', ...cite('article') }),
    claimOf('D2', { id: 'id-d2', ...cite('article', 'treaty') }),
    claimOf('H1', { id: 'id-h1' }),
  ],
  [
    relationOf('id-d1', 'supports', 'M', { id: 'one', group: 'g' }),
    relationOf('id-d2', 'supports', 'M', { id: 'two', group: 'g' }),
    relationOf('id-h1', 'attacks', 'M', { id: 'three' }),
    relationOf('id-h1', 'undercuts', { line: 'one' }, { id: 'doubt' }),
    relationOf('id-d2', 'undercuts', { line: 'doubt' }, { id: 'reply' }),
  ],
);
const graph = graphOfDebate(debate);
const names = whatIfNames(debate);
const ids = ({ claims, relations }: ArgumentGraph) => [...claims, ...relations].map(({ id }) => id);

describe('what if', () => {
  test('nothing changes, nothing is different', () => {
    expect(hasChanges(NO_CHANGES)).toBe(false);
    expect(applyWhatIf(graph, NO_CHANGES, names)).toEqual({ graph, off: new Set(), ignored: [] });
  });

  test('a claim that is off takes its reasons along, linked premises and undercuts too', () => {
    const applied = applyWhatIf(graph, toggleClaim(NO_CHANGES, 'D1'), names);
    expect(applied.off).toEqual(new Set(['id-d1']));
    expect(ids(applied.graph)).toEqual(['M', 'id-d2', 'id-h1', 'three']);
    expect(checkGraph(applied.graph).ok).toBe(true);
  });

  test('a source that is off takes along what rests on it alone', () => {
    expect(applyWhatIf(graph, toggleSource(NO_CHANGES, 'article'), names).off).toEqual(new Set(['id-d1']));
    expect(applyWhatIf(graph, toggleSource(NO_CHANGES, 'treaty'), names).off).toEqual(new Set());
    const both = toggleSource(toggleSource(NO_CHANGES, 'article'), 'treaty');
    expect(applyWhatIf(graph, both, names).off).toEqual(new Set(['id-d1', 'id-d2']));
  });

  test('a base score is set to the hundredth and given back', () => {
    const set = setBase(setBase(NO_CHANGES, 'H1', 0.3), 'H1', 0.666);
    expect(set.bases).toEqual([{ claim: 'H1', base: 0.67 }]);
    expect(applyWhatIf(graph, set, names).graph.claims.find(({ id }) => id === 'id-h1')?.base).toBe(0.67);
    expect(setBase(set, 'H1', null)).toEqual(NO_CHANGES);
    expect(setBase(NO_CHANGES, 'H1', 7).bases[0]?.base).toBe(1);
  });

  test('a switch is on again after two presses', () => {
    expect(toggleClaim(toggleClaim(NO_CHANGES, 'D1'), 'D1')).toEqual(NO_CHANGES);
    expect(toggleSource(toggleSource(NO_CHANGES, 'treaty'), 'treaty')).toEqual(NO_CHANGES);
  });

  test('names that the debate does not have, and the motion, are left alone and told', () => {
    const applied = applyWhatIf(
      graph,
      { claimsOff: ['X9', 'M'], sourcesOff: ['nothing'], bases: [{ claim: 'M', base: 1 }] },
      names,
    );
    expect(applied.ignored).toEqual(['X9', 'M', 'nothing']);
    expect(applied.graph).toEqual(graph);
  });
});

test('what is off counts as if it had no strength, and the given graph stays as it was', () => {
  fc.assert(
    fc.property(
      fc.nat(1e9),
      fc.constantFrom(...LENSES),
      fc.subarray([0, 1, 2, 3, 4, 5]),
      (seed, lens, which) => {
        const map = randomGraph(seed, { claims: 8, relations: 20, undercuts: 0.2, linked: 0.3, weight: 0.3 });
        const before = structuredClone(map);
        const own: WhatIfNames = {
          claimIds: new Map(map.claims.map(({ id }) => [id, id])),
          sourcesOf: new Map(),
          fixed: new Set(),
        };
        const claimsOff = which.map((index) => `c${index}`);
        const applied = applyWhatIf(map, { ...NO_CHANGES, claimsOff }, own);
        expect(map).toEqual(before);
        expect(checkGraph(applied.graph).ok).toBe(true);

        const compiled = compileGraph(map);
        const off = Uint8Array.from(compiled.claimIds, (id) => (claimsOff.includes(id) ? 1 : 0));
        const { strengths } = solve(compiled, lens, { off });
        for (const [id, value] of strengthsOf(applied.graph, lens).strengths) {
          expect(strengths[compiled.indexOf.get(id) ?? -1]).toBeCloseTo(value, 7);
        }
      },
    ),
    { numRuns: 150 },
  );
});
