/** A relation as far as its ends go. */
interface Ends {
  id: string;
  fromClaimId: string;
  toClaimId: string | null;
  toRelationId: string | null;
}

/** Relations whose ends are shown too, undercuts of undercuts included. */
export function withBothEnds<R extends Ends>(relations: readonly R[], shown: ReadonlySet<string>): R[] {
  let kept = relations.filter(
    ({ fromClaimId, toClaimId }) => shown.has(fromClaimId) && (toClaimId === null || shown.has(toClaimId)),
  );
  for (;;) {
    const ids = new Set(kept.map(({ id }) => id));
    const next = kept.filter(({ toRelationId }) => toRelationId === null || ids.has(toRelationId));
    if (next.length === kept.length) return next;
    kept = next;
  }
}
