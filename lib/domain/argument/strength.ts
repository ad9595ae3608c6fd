import { type CompiledGraph, compileGraph, rescored } from './compiled-graph';
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

/**
 * @param before an earlier evaluation, for speed alone: where only base scores and weights have changed since then, as
 *   after a vote, its arrays are used again
 * @throws when the graph is not sound; see `checkGraph`
 */
export function evaluateGraph(
  graph: ArgumentGraph,
  lens: Lens = DEFAULT_LENS,
  before: EvaluatedGraph | null = null,
): EvaluatedGraph {
  const compiled = (before && rescored(before.graph, graph)) ?? compileGraph(graph);
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

/** Strength of each claim of an evaluated graph, 0..1. */
export const claimStrengths = ({ graph, solution }: EvaluatedGraph): ReadonlyMap<string, number> =>
  new Map(graph.claimIds.map((id, index) => [id, solution.strengths[index] as number]));

/** Strengths of an evaluated graph by the ids of its claims and relations. */
export function strengthsById(evaluated: EvaluatedGraph): Strengths {
  const { graph, solution } = evaluated;
  const { linkCount, premiseStart, members, relationIds } = graph;
  const { effective, converged, iterations, damped } = solution;
  const effectiveWeights = new Map<string, number>();
  for (let link = 0; link < linkCount; link += 1) {
    for (let at = premiseStart[link] as number; at < (premiseStart[link + 1] as number); at += 1) {
      effectiveWeights.set(relationIds[members[at] as number] as string, effective[link] as number);
    }
  }
  return {
    strengths: claimStrengths(evaluated),
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
