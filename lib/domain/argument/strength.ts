import { compileGraph } from './compiled-graph';
import type { ArgumentGraph } from './graph';
import { DEFAULT_LENS, type Lens } from './lens';
import { solve } from './solve';

export interface Strengths {
  /** Strength of each claim, 0..1. */
  strengths: ReadonlyMap<string, number>;
  /** Weight of each relation after its undercuts, 0..1; relations of a group share one. */
  effectiveWeights: ReadonlyMap<string, number>;
  converged: boolean;
  /** Most passes that any circle needed; 1 when nothing depends on itself. */
  iterations: number;
  /** Ids of claims in circles that would never settle by themselves: their feedback is damped. */
  damped: readonly string[];
}

/**
 * Strength of every claim of a sound graph.
 * @throws when the graph is not sound; see `checkGraph`
 */
export function strengthsOf(graph: ArgumentGraph, lens: Lens = DEFAULT_LENS): Strengths {
  const compiled = compileGraph(graph);
  const { strengths, effective, converged, iterations, damped } = solve(compiled, lens);
  const effectiveWeights = new Map<string, number>();
  for (let link = 0; link < compiled.linkCount; link += 1) {
    for (
      let at = compiled.premiseStart[link] as number;
      at < (compiled.premiseStart[link + 1] as number);
      at += 1
    ) {
      const id = compiled.relationIds[compiled.members[at] as number] as string;
      effectiveWeights.set(id, effective[link] as number);
    }
  }
  return {
    strengths: new Map(compiled.claimIds.map((id, index) => [id, strengths[index] as number])),
    effectiveWeights,
    converged,
    iterations,
    damped: damped.map((index) => compiled.claimIds[index] as string).sort(),
  };
}
