import { type CompiledGraph, compileGraph } from './compiled-graph';
import type { ArgumentGraph } from './graph';
import { DEFAULT_LENS, type Lens } from './lens';
import { type Solution, solve } from './solve';

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

/** A graph with its strengths, for questions that need both: why, what if, how little would change it. */
export interface EvaluatedGraph {
  graph: CompiledGraph;
  lens: Lens;
  solution: Solution;
}

/** @throws when the graph is not sound; see `checkGraph` */
export function evaluateGraph(graph: ArgumentGraph, lens: Lens = DEFAULT_LENS): EvaluatedGraph {
  const compiled = compileGraph(graph);
  return { graph: compiled, lens, solution: solve(compiled, lens) };
}

/** Ids of the relations that make up a link. */
export function relationsOfLink(
  { premiseStart, members, relationIds }: CompiledGraph,
  link: number,
): string[] {
  return Array.from(
    members.subarray(premiseStart[link], premiseStart[link + 1]),
    (relation) => relationIds[relation] as string,
  );
}

/** Strengths of an evaluated graph by the ids of its claims and relations. */
export function strengthsById({ graph, solution }: EvaluatedGraph): Strengths {
  const { strengths, effective, converged, iterations, damped } = solution;
  const effectiveWeights = new Map<string, number>();
  for (let link = 0; link < graph.linkCount; link += 1) {
    for (const id of relationsOfLink(graph, link)) effectiveWeights.set(id, effective[link] as number);
  }
  return {
    strengths: new Map(graph.claimIds.map((id, index) => [id, strengths[index] as number])),
    effectiveWeights,
    converged,
    iterations,
    damped: damped.map((index) => graph.claimIds[index] as string).sort(),
  };
}

/**
 * Strength of every claim of a sound graph.
 * @throws when the graph is not sound; see `checkGraph`
 */
export const strengthsOf = (graph: ArgumentGraph, lens: Lens = DEFAULT_LENS): Strengths =>
  strengthsById(evaluateGraph(graph, lens));
