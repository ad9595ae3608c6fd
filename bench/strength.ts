// The argument engine, against one plain pass over the same arrays. A circle takes dozens of passes, so the ratio says how
// much more than the bare arithmetic each of them costs.

import { compileGraph, rescored } from '../lib/domain/argument/compiled-graph';
import type { ArgumentClaim, ArgumentGraph, ArgumentRelation } from '../lib/domain/argument/graph';
import { LENSES } from '../lib/domain/argument/lens';
import { solve } from '../lib/domain/argument/solve';
import { inRounds, median, type Row, row } from './measure';

const CLAIMS = 5_000;
const RELATIONS = 25_000;
const ROUNDS = 15;
/**
 * What a computation may cost in plain passes: so many to set out, and so many for each of its own. A quiet machine does a
 * plain pass in a tenth of a millisecond or less, so that this keeps the 20 ms that are the goal at this size.
 */
const MOST_TO_SET_OUT = 6;
const MOST_PER_PASS = 2;

/** Numbers in [0, 1) that are the same in every run (Lehmer 1951). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A map of this size, one in twenty relations an undercut. With circles nearly every claim depends on every other. */
function largeMap(hasCircles: boolean): ArgumentGraph {
  const next = sequence(7);
  const below = (count: number): number => Math.floor(next() * count);
  const claims: ArgumentClaim[] = Array.from({ length: CLAIMS }, (_, i) => ({ id: `c${i}`, base: next() }));
  const relations: ArgumentRelation[] = [];
  while (relations.length < RELATIONS) {
    const one = below(CLAIMS);
    const other = below(CLAIMS);
    const met = relations[below(relations.length)];
    const isUndercut = met !== undefined && hasCircles && next() < 0.05;
    // Without circles reasons come from claims of higher number; two that are the same make none.
    if (!hasCircles && one === other) continue;
    const [from, to] = hasCircles ? [one, other] : [Math.max(one, other), Math.min(one, other)];
    relations.push({
      id: `r${relations.length}`,
      from: `c${from}`,
      to: isUndercut ? met.id : `c${to}`,
      kind: isUndercut ? 'undercuts' : next() < 0.55 ? 'supports' : 'attacks',
      weight: 1,
      group: null,
    });
  }
  return { claims, relations };
}

/** CPU time in milliseconds: what else the machine does meanwhile is not counted. */
const timed = (run: () => void) => async (): Promise<number> => {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

async function benchMap(name: string, map: ArgumentGraph): Promise<Row[]> {
  const graph = compileGraph(map);
  const revoted = { ...map, claims: map.claims.map((claim) => ({ ...claim, base: 1 - claim.base })) };
  const { base, weight, premises, linkStart } = graph;
  const sums = new Float64Array(CLAIMS);
  const plainPass = (): void => {
    for (let claim = 0; claim < CLAIMS; claim += 1) {
      let sum = 0;
      for (let link = linkStart[claim] as number; link < (linkStart[claim + 1] as number); link += 1) {
        sum += (weight[link] as number) * (base[premises[link] as number] as number);
      }
      sums[claim] = sum;
    }
  };
  const candidates: Record<string, () => Promise<number>> = {
    plain: timed(plainPass),
    compile: timed(() => compileGraph(map)),
    rescore: timed(() => rescored(graph, revoted)),
  };
  for (const lens of LENSES) candidates[lens] = timed(() => solve(graph, lens));
  // One round to warm up.
  await inRounds(candidates, 1);
  const runs = await inRounds(candidates, ROUNDS);
  const of = (what: string): number => median(runs[what] ?? []);
  const plain = of('plain');
  const rowOf = (what: string, ms: number, most?: number) =>
    row(`strength of ${name}: ${what}`, ms, plain, 'ms', most === undefined ? {} : { most });
  const { iterations } = solve(graph, 'quadratic-energy');
  return [
    rowOf(
      `quadratic energy, passes: ${iterations}`,
      of('quadratic-energy'),
      MOST_TO_SET_OUT + iterations * MOST_PER_PASS,
    ),
    ...LENSES.slice(1).map((lens) => rowOf(lens, of(lens))),
    rowOf('reading the map into arrays', of('compile')),
    rowOf('reading only the votes anew', of('rescore')),
  ];
}

/** Measures and gives the table's rows. */
export async function benchStrength(): Promise<Row[]> {
  return [
    ...(await benchMap('5,000 claims without circles', largeMap(false))),
    ...(await benchMap('5,000 claims in one circle', largeMap(true))),
  ];
}
