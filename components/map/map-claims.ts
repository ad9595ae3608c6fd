import type { ClaimView, DebateView, RelationView } from '@/lib/domain/debate/view';

/** What of a debate the map draws: the claims of the layers that are on, and the relations with both ends drawn. */
export interface MapClaims {
  claims: ClaimView[];
  relations: RelationView[];
  claimById: ReadonlyMap<string, ClaimView>;
  relationById: ReadonlyMap<string, RelationView>;
}

const isDrawn = (claim: ClaimView | RelationView, showsBeyond: boolean): boolean =>
  showsBeyond || claim.layer === 'article';

/** Drops what the layer switch hides, and every relation that would hang in the air without it. */
export function mapClaims(debate: DebateView, showsBeyond: boolean): MapClaims {
  const claims = debate.claims.filter((claim) => isDrawn(claim, showsBeyond));
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const hasClaim = (id: string) => id === debate.motion.id || claimById.has(id);
  let relations = debate.relations.filter(
    (relation) => isDrawn(relation, showsBeyond) && hasClaim(relation.fromClaimId),
  );
  // A relation that goes takes the undercuts of its line with it, which may be met by undercuts of their own.
  for (;;) {
    const ids = new Set(relations.map((relation) => relation.id));
    const kept = relations.filter((relation) =>
      relation.toClaimId !== null ? hasClaim(relation.toClaimId) : ids.has(relation.toRelationId ?? ''),
    );
    if (kept.length === relations.length) break;
    relations = kept;
  }
  return {
    claims,
    relations,
    claimById,
    relationById: new Map(relations.map((relation) => [relation.id, relation])),
  };
}

/** The claim of this code, the motion included; null when the debate has no such claim. */
export function subjectByCode(
  debate: DebateView,
  code: string | null,
): { id: string; claim: ClaimView | null } | null {
  if (code === null) return null;
  if (code === debate.motion.code) return { id: debate.motion.id, claim: null };
  const claim = debate.claims.find((candidate) => candidate.code === code);
  return claim ? { id: claim.id, claim } : null;
}

export function codeOf(debate: DebateView, claimId: string): string {
  if (claimId === debate.motion.id) return debate.motion.code;
  return debate.claims.find((claim) => claim.id === claimId)?.code ?? '';
}

/** How many paragraphs the citations of a claim stand in. */
export function passageCount(claim: ClaimView): number {
  return new Set(claim.citations.map((citation) => `${citation.sourceKey} ${citation.passageKey}`)).size;
}
