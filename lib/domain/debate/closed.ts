import { type PlacingInput, placesOf } from './outline-places';
import type { ClaimView, ContributionStatus, RelationView } from './view';

/** Archived or declined: kept, but no part of the map that people share. */
export const isClosed = ({ status }: { status: ContributionStatus }): boolean =>
  status === 'archived' || status === 'declined';

interface Shown {
  claims: readonly ClaimView[];
  relations: readonly RelationView[];
}

/** How many closed claims, and closed lines between claims that stand, this reader could be shown. */
export function closedCounts({ claims, relations }: Shown): { claims: number; lines: number } {
  const closedIds = new Set(claims.filter(isClosed).map(({ id }) => id));
  const lines = relations.filter(
    (relation) =>
      isClosed(relation) &&
      !closedIds.has(relation.fromClaimId) &&
      !(relation.toClaimId !== null && closedIds.has(relation.toClaimId)),
  );
  return { claims: closedIds.size, lines: lines.length };
}

/**
 * A debate without what is closed, and without lines that would hang in the air. A closed claim that is selected stays,
 * with the lines that tell where it stood. The debate itself when there is nothing to leave out.
 */
export function withoutClosed<D extends Shown>(
  debate: D,
  { showsClosed, selectedCode }: { showsClosed: boolean; selectedCode: string | null },
): D {
  if (showsClosed || !(debate.claims.some(isClosed) || debate.relations.some(isClosed))) return debate;
  const gone = new Set(
    debate.claims.filter((claim) => isClosed(claim) && claim.code !== selectedCode).map(({ id }) => id),
  );
  const kept = debate.claims.find((claim) => isClosed(claim) && claim.code === selectedCode);
  let relations = debate.relations.filter(
    (relation) =>
      (!isClosed(relation) || relation.fromClaimId === kept?.id) &&
      !gone.has(relation.fromClaimId) &&
      !(relation.toClaimId !== null && gone.has(relation.toClaimId)),
  );
  const known = new Set(debate.relations.map(({ id }) => id));
  for (;;) {
    const ids = new Set(relations.map(({ id }) => id));
    // A line takes the undercuts of it along, which may be met by undercuts of their own.
    const next = relations.filter(
      ({ toRelationId }) => toRelationId === null || ids.has(toRelationId) || !known.has(toRelationId),
    );
    if (next.length === relations.length) break;
    relations = next;
  }
  return { ...debate, claims: debate.claims.filter(({ id }) => !gone.has(id)), relations };
}

/** Claims that would stand under nothing if this one were archived: it is the only thing that they answer. */
export function leftLooseWithout(debate: PlacingInput, claimId: string): ClaimView[] {
  const shared = { ...debate, ...withoutClosed(debate, { showsClosed: false, selectedCode: null }) };
  const without = {
    ...shared,
    claims: shared.claims.filter(({ id }) => id !== claimId),
    relations: shared.relations.filter((line) => line.fromClaimId !== claimId && line.toClaimId !== claimId),
  };
  const before = placesOf(shared);
  const after = placesOf(without);
  return without.claims.filter(({ id }) => before.get(id) && !after.get(id));
}
