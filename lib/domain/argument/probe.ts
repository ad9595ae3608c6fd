import { solvePart, workspaceOf } from './solve';
import type { EvaluatedGraph } from './strength';

/** A change to try: claims by index. */
export interface Trial {
  off?: readonly number[];
  bases?: readonly (readonly [claim: number, base: number])[];
}

export interface Probe {
  /** Strength of the target as it is. */
  readonly present: number;
  /** Strength of the target after a change. Only what the change reaches is computed anew; nothing is kept of it. */
  strengthAfter: (trial: Trial) => number;
  /** Steps of computation so far, about one for each link passed over: bounds a search without a clock. */
  readonly work: () => number;
  /** No circle that was computed needed its feedback damped: the answers are those of the semantics as it is. */
  readonly isUndamped: () => boolean;
}

/** Parts that a part leads to, among those that lead to the target, in the order of computation. */
interface Ways {
  /** Parts that the target depends on, itself last. */
  parts: number[];
  /** Place in `parts` of each part, or -1. */
  placeOf: Int32Array;
  /** For each place the places of the parts that depend on it. */
  onward: number[][];
}

function waysTo({ graph }: EvaluatedGraph, target: number): Ways {
  const { partOf, partStart, partClaims, linkStart, premiseStart, premises } = graph;
  const placeOf = new Int32Array(graph.isCyclic.length).fill(-1);
  const found = new Set([partOf[target] as number]);
  const pairs: [from: number, to: number][] = [];
  // The set grows while it is walked.
  for (const part of found) {
    for (let at = partStart[part] as number; at < (partStart[part + 1] as number); at += 1) {
      const claim = partClaims[at] as number;
      const end = premiseStart[linkStart[claim + 1] as number] as number;
      for (let p = premiseStart[linkStart[claim] as number] as number; p < end; p += 1) {
        const from = partOf[premises[p] as number] as number;
        if (from === part) continue;
        found.add(from);
        pairs.push([from, part]);
      }
    }
  }
  // Parts are numbered in the order in which they can be computed.
  const parts = [...found].sort((a, b) => a - b);
  for (const [place, part] of parts.entries()) placeOf[part] = place;
  const onward: number[][] = parts.map(() => []);
  for (const [from, to] of pairs) onward[placeOf[from] as number]?.push(placeOf[to] as number);
  return { parts, placeOf, onward };
}

/** What a trial costs beside its computation, in the same measure; found by timing. */
const TRIAL_COST = 32;

/** Prepares trials on one target (a claim's index). */
export function probeOf(evaluated: EvaluatedGraph, target: number): Probe {
  const { graph, lens, solution } = evaluated;
  const off = new Uint8Array(graph.claimIds.length);
  const space = workspaceOf(graph, lens, { base: graph.base.slice(), off });
  const { strengths, base } = space;
  strengths.set(solution.strengths);
  const { parts, placeOf, onward } = waysTo(evaluated, target);
  const isDirty = new Uint8Array(parts.length);
  let work = 0;
  let isUndamped = solution.damped.every((claim) => (placeOf[graph.partOf[claim] as number] as number) < 0);

  const touch = (claim: number): number => {
    const place = placeOf[graph.partOf[claim] as number] as number;
    if (place >= 0) isDirty[place] = 1;
    return place < 0 ? parts.length : place;
  };

  /** Computes one part anew; true when a strength in it changed. */
  const renew = (part: number, touched: number[]): boolean => {
    const start = graph.partStart[part] as number;
    const end = graph.partStart[part + 1] as number;
    const { iterations, isDamped } = solvePart(space, part);
    if (isDamped) isUndamped = false;
    let isChanged = false;
    for (let at = start; at < end; at += 1) {
      const claim = graph.partClaims[at] as number;
      const links = (graph.linkStart[claim + 1] as number) - (graph.linkStart[claim] as number);
      work += iterations * (links + 1);
      if (strengths[claim] !== solution.strengths[claim]) isChanged = true;
      touched.push(claim);
    }
    return isChanged;
  };

  const strengthAfter = ({ off: gone = [], bases = [] }: Trial): number => {
    let first = parts.length;
    for (const claim of gone) {
      off[claim] = 1;
      first = Math.min(first, touch(claim));
    }
    for (const [claim, value] of bases) {
      base[claim] = value;
      first = Math.min(first, touch(claim));
    }
    const touched: number[] = [];
    // A trial costs something by itself, and looking for what to compute a little for every part between.
    work += TRIAL_COST + ((parts.length - first) >> 3);
    for (let place = first; place < parts.length; place += 1) {
      if (isDirty[place] === 0) continue;
      isDirty[place] = 0;
      if (renew(parts[place] as number, touched)) {
        for (const next of onward[place] as number[]) isDirty[next] = 1;
      }
    }
    const result = strengths[target] as number;
    for (const claim of touched) strengths[claim] = solution.strengths[claim] as number;
    for (const claim of gone) off[claim] = 0;
    for (const [claim] of bases) base[claim] = graph.base[claim] as number;
    return result;
  };

  return {
    present: solution.strengths[target] as number,
    strengthAfter,
    work: () => work,
    isUndamped: () => isUndamped,
  };
}
