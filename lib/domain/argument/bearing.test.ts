import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BEARS_AGAINST, BEARS_FOR, bearingOn } from './bearing';
import { compileGraph } from './compiled-graph';
import type { ArgumentRelation } from './graph';
import { LENSES } from './lens';
import { probeOf } from './probe';
import { randomGraph } from './random-graph.fixture';
import { solve } from './solve';
import { evaluateGraph } from './strength';

const line = (id: string, from: string, kind: ArgumentRelation['kind'], to: string): ArgumentRelation => ({
  id,
  from,
  to,
  kind,
  weight: 1,
  group: null,
});

test('attacks turn the sign, undercuts that of what they meet', () => {
  const graph = compileGraph({
    claims: ['t', 'a', 'b', 'c', 'u', 'v', 'both', 'none'].map((id) => ({ id, base: 0.5 })),
    relations: [
      line('r1', 'a', 'supports', 't'),
      line('r2', 'b', 'attacks', 't'),
      line('r3', 'c', 'attacks', 'b'),
      line('r4', 'u', 'undercuts', 'r1'),
      line('r5', 'v', 'undercuts', 'r4'),
      line('r6', 'both', 'supports', 'a'),
      line('r7', 'both', 'supports', 'b'),
      line('r8', 't', 'supports', 'none'),
    ],
  });
  const bearing = bearingOn(graph, graph.indexOf.get('t') ?? -1);
  expect(Object.fromEntries(graph.claimIds.map((id, i) => [id, bearing[i]]))).toEqual({
    t: BEARS_FOR,
    a: BEARS_FOR,
    b: BEARS_AGAINST,
    c: BEARS_FOR,
    u: BEARS_AGAINST,
    v: BEARS_FOR,
    both: BEARS_FOR | BEARS_AGAINST,
    none: 0,
  });
});

describe('a trial', () => {
  const trial = fc.record({
    off: fc.subarray([0, 1, 2, 3]),
    bases: fc.uniqueArray(fc.tuple(fc.nat(7), fc.double({ min: 0, max: 1, noNaN: true })), {
      maxLength: 3,
      selector: ([claim]) => claim,
    }),
  });
  const map = { claims: 8, relations: 18, undercuts: 0.2, linked: 0.2 };

  test('gives what the whole map computed anew gives, however often, and leaves nothing behind', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.boolean(),
        fc.constantFrom(...LENSES),
        fc.array(trial),
        (seed, isAcyclic, lens, all) => {
          const evaluated = evaluateGraph(randomGraph(seed, { ...map, isAcyclic }), lens);
          const { graph } = evaluated;
          const probe = probeOf(evaluated, 0);
          for (const { off, bases } of all) {
            const base = graph.base.slice();
            for (const [claim, value] of bases) base[claim] = value;
            const gone = Uint8Array.from(graph.claimIds, (_, claim) => (off.includes(claim) ? 1 : 0));
            const { strengths } = solve(graph, lens, { base, off: gone });
            expect(probe.strengthAfter({ off, bases })).toBe(strengths[0]);
          }
          expect(probe.strengthAfter({})).toBe(probe.present);
        },
      ),
    );
  });

  test('on a claim that bears one way moves the target that way or not at all', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(7), fc.constantFrom(...LENSES), (seed, claim, lens) => {
        const evaluated = evaluateGraph(randomGraph(seed, { ...map, isAcyclic: true }), lens);
        const bearing = bearingOn(evaluated.graph, 0)[claim];
        const probe = probeOf(evaluated, 0);
        const move =
          probe.strengthAfter({ bases: [[claim, 1]] }) - probe.strengthAfter({ bases: [[claim, 0]] });
        if (bearing === BEARS_FOR) expect(move).toBeGreaterThanOrEqual(-1e-12);
        if (bearing === BEARS_AGAINST) expect(move).toBeLessThanOrEqual(1e-12);
        if (bearing === 0) expect(move).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
