import type { ClaimView, RelationView } from './view';

/** The ends that decide where a relation belongs. */
type Line = Pick<RelationView, 'id' | 'fromClaimId' | 'toClaimId' | 'toRelationId'>;

/**
 * What belongs to each motion of a debate: every claim that leads to it, by however many lines, undercuts included. A
 * claim can belong to several.
 * @returns ids of claims by the motion's id, in the order given
 */
export function partsOfMotions(
  motionIds: readonly string[],
  relations: readonly Line[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const arriving = new Map<string, Line[]>();
  for (const line of relations) {
    const target = line.toClaimId ?? line.toRelationId;
    if (target === null) continue;
    const lines = arriving.get(target);
    if (lines) lines.push(line);
    else arriving.set(target, [line]);
  }
  return new Map(motionIds.map((motionId) => [motionId, claimsLeadingTo(motionId, arriving)]));
}

function claimsLeadingTo(motionId: string, arriving: ReadonlyMap<string, Line[]>): ReadonlySet<string> {
  const claims = new Set<string>();
  const met = new Set([motionId]);
  const waiting = [motionId];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { id, fromClaimId } of arriving.get(at) ?? []) {
      claims.add(fromClaimId);
      for (const next of [id, fromClaimId]) {
        if (met.has(next)) continue;
        met.add(next);
        waiting.push(next);
      }
    }
  }
  claims.delete(motionId);
  return claims;
}

/** The claims to show with one motion: those that lead to it, and those that lead to none. */
export function claimsOfMotion<C extends Pick<ClaimView, 'id'>>(
  motionId: string,
  motionIds: readonly string[],
  claims: readonly C[],
  relations: readonly Line[],
): C[] {
  if (motionIds.length < 2) return [...claims];
  const parts = partsOfMotions(motionIds, relations);
  const own = parts.get(motionId);
  const others = motionIds.filter((id) => id !== motionId).flatMap((id) => parts.get(id) ?? []);
  return claims.filter(({ id }) => own?.has(id) || !others.some((part) => part.has(id)));
}
