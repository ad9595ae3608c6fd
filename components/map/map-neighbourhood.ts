import type { RelationView } from '@/lib/domain/debate/view';

/** Which claims focus mode keeps: `near` in full, `second` in normal ink; everything else steps back. */
export interface Neighbourhood {
  readonly focusId: string;
  readonly near: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
}

/** The two claims a relation ties: for an undercut, the undercutter and the claim whose line it meets. */
function endsOf(
  relation: RelationView,
  relationById: ReadonlyMap<string, RelationView>,
): [string, string] | null {
  if (relation.toClaimId !== null) return [relation.fromClaimId, relation.toClaimId];
  const met = relation.toRelationId === null ? undefined : relationById.get(relation.toRelationId);
  return met ? [relation.fromClaimId, met.fromClaimId] : null;
}

/**
 * Neighbours of a claim, what undercuts its lines, and one step beyond. Steps do not lead through the motion,
 * because every first-ring claim would then be a neighbour of every other.
 */
export function neighbourhoodOf(
  focusId: string,
  motionId: string,
  relations: readonly RelationView[],
): Neighbourhood {
  const relationById = new Map(relations.map((relation) => [relation.id, relation]));
  const ties = new Map<string, Set<string>>();
  const tie = (a: string, b: string) => {
    ties.set(a, (ties.get(a) ?? new Set()).add(b));
    ties.set(b, (ties.get(b) ?? new Set()).add(a));
  };
  for (const relation of relations) {
    const ends = endsOf(relation, relationById);
    if (ends) tie(...ends);
    // Both ends of a line that is undercut are neighbours of the undercutter.
    const met = relation.toRelationId === null ? undefined : relationById.get(relation.toRelationId);
    if (met?.toClaimId) tie(relation.fromClaimId, met.toClaimId);
  }
  const near = new Set(ties.get(focusId) ?? []);
  near.delete(focusId);
  const second = new Set<string>();
  for (const id of near) {
    if (id === motionId) continue;
    for (const next of ties.get(id) ?? []) {
      if (next !== focusId && next !== motionId && !near.has(next)) second.add(next);
    }
  }
  return { focusId, near, second };
}

export const isKept = (neighbourhood: Neighbourhood, claimId: string): boolean =>
  claimId === neighbourhood.focusId || neighbourhood.near.has(claimId) || neighbourhood.second.has(claimId);
