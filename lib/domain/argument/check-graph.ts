import { err, ok, type Result } from '../result';
import type { ArgumentGraph, ArgumentRelation } from './graph';

export type GraphProblemCode =
  | 'claim-repeated'
  | 'relation-repeated'
  | 'score-outside'
  | 'claim-unknown'
  | 'relation-unknown'
  | 'group-split'
  | 'undercuts-in-a-circle';

/** What makes a graph unfit to compute on; `id` names the claim or relation that is wrong. */
export interface GraphProblem {
  code: GraphProblemCode;
  id: string;
}

const isScore = (value: number): boolean => value >= 0 && value <= 1;

/** An undercut whose chain of targets leads back to itself, or null. */
function circularUndercut(relations: ReadonlyMap<string, ArgumentRelation>): ArgumentRelation | null {
  const settled = new Set<string>();
  for (const first of relations.values()) {
    const onWay = new Set<string>();
    let at: ArgumentRelation | undefined = first;
    while (at?.kind === 'undercuts' && !settled.has(at.id)) {
      if (onWay.has(at.id)) return at;
      onWay.add(at.id);
      at = relations.get(at.to);
    }
    for (const id of onWay) settled.add(id);
  }
  return null;
}

/**
 * Checks a graph from outside: unique ids, known ends, scores and weights within 0..1, groups of one kind and target,
 * undercuts that end at a claim.
 * @returns the graph itself, or the first problem
 */
export function checkGraph(graph: ArgumentGraph): Result<ArgumentGraph, GraphProblem> {
  const wrong = (code: GraphProblemCode, id: string) => err({ code, id });
  const claims = new Set<string>();
  for (const { id, base } of graph.claims) {
    if (claims.has(id)) return wrong('claim-repeated', id);
    claims.add(id);
    if (!isScore(base)) return wrong('score-outside', id);
  }
  const relations = new Map<string, ArgumentRelation>();
  for (const relation of graph.relations) {
    if (relations.has(relation.id)) return wrong('relation-repeated', relation.id);
    relations.set(relation.id, relation);
    if (!isScore(relation.weight)) return wrong('score-outside', relation.id);
  }
  const groups = new Map<string, ArgumentRelation>();
  for (const relation of graph.relations) {
    const { id, from, to, kind, group } = relation;
    if (!claims.has(from)) return wrong('claim-unknown', id);
    if (kind === 'undercuts' && !relations.has(to)) return wrong('relation-unknown', id);
    if (kind !== 'undercuts' && !claims.has(to)) return wrong('claim-unknown', id);
    if (group === null) continue;
    const first = groups.get(group);
    if (!first) groups.set(group, relation);
    else if (first.kind !== kind || first.to !== to) return wrong('group-split', id);
  }
  const circular = circularUndercut(relations);
  return circular ? wrong('undercuts-in-a-circle', circular.id) : ok(graph);
}
