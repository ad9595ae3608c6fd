import type { CompiledGraph } from './compiled-graph';
import { ATTACKS, SUPPORTS, UNDERCUTS } from './link-kind';

/** How a claim bears on another, as bits: along some ways it speaks for it, along others against it. */
export const BEARS_FOR = 1;
export const BEARS_AGAINST = 2;

/**
 * How every claim bears on a target: 0 not at all, else `BEARS_FOR`, `BEARS_AGAINST` or both. An attack turns the sign,
 * an undercut turns that of what it undercuts. Where a claim bears in one way only, its strength moves the target that
 * way or not at all. The target bears for itself.
 */
export function bearingOn(graph: CompiledGraph, target: number): Uint8Array {
  const { kind, linkStart, target: met, premises, premiseStart } = graph;
  const result = new Uint8Array(graph.claimIds.length);
  const effect = new Int8Array(graph.linkCount);
  const open: [claim: number, sign: number][] = [];
  const reach = (claim: number, sign: number): void => {
    const bit = sign > 0 ? BEARS_FOR : BEARS_AGAINST;
    if (((result[claim] as number) & bit) !== 0) return;
    result[claim] = (result[claim] as number) | bit;
    open.push([claim, sign]);
  };
  reach(target, 1);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [claim, sign] = next;
    const start = linkStart[claim] as number;
    // From behind: an undercut stands before what it undercuts.
    for (let link = (linkStart[claim + 1] as number) - 1; link >= start; link -= 1) {
      if (kind[link] === SUPPORTS) effect[link] = 1;
      else if (kind[link] === ATTACKS) effect[link] = -1;
      else if (kind[link] === UNDERCUTS) effect[link] = -(effect[met[link] as number] as number);
      for (let at = premiseStart[link] as number; at < (premiseStart[link + 1] as number); at += 1) {
        reach(premises[at] as number, sign * (effect[link] as number));
      }
    }
  }
  return result;
}
