import type { Outline } from '@/lib/domain/debate/outline';
import type { ClaimView, RelationView } from '@/lib/domain/debate/view';
import type { MapClaims } from '../map-claims';

/** A claim beside the one in the middle, and the relation that ties it there. */
export interface Neighbour {
  claim: ClaimView;
  relation: RelationView;
}

/** What the phone shows around one claim (or the motion). */
export interface PhoneNeighbours {
  /** The claim above; null for the motion, and for a claim that stands under the motion. */
  parent: ClaimView | null;
  /** The line that leads up; null for the motion and for a claim tied to nothing. */
  relation: RelationView | null;
  /** What undercuts that line. */
  undercutters: Neighbour[];
  supports: Neighbour[];
  /** Attacks on the claim, after the undercuts of its own lines. */
  against: Neighbour[];
  /** Its other relations, said in words. */
  also: RelationView[];
  /** The claims of its place in the outline, itself included; empty for the motion. */
  siblings: ClaimView[];
}

export function phoneNeighbours(
  claim: ClaimView | null,
  motionId: string,
  drawn: MapClaims,
  outline: Outline,
): PhoneNeighbours {
  const id = claim?.id ?? motionId;
  const node = claim ? (outline.nodeById.get(claim.id) ?? null) : null;
  const ownIds = new Set(
    drawn.relations.filter((relation) => claim && relation.fromClaimId === id).map((relation) => relation.id),
  );
  const neighbours = (fits: (relation: RelationView) => boolean): Neighbour[] =>
    drawn.relations.filter(fits).flatMap((relation) => {
      const from = drawn.claimById.get(relation.fromClaimId);
      return from ? [{ claim: from, relation }] : [];
    });
  const undercuts = neighbours(
    (relation) => relation.toRelationId !== null && ownIds.has(relation.toRelationId),
  );
  const siblings = node
    ? node.parentId === null
      ? (outline.sections.find((section) => section.nodes.includes(node))?.nodes ?? [])
      : (outline.nodeById.get(node.parentId)?.children ?? [])
    : [];
  return {
    parent: node?.parentId ? (drawn.claimById.get(node.parentId) ?? null) : null,
    relation: node?.relation ?? null,
    undercutters: undercuts.filter(({ relation }) => relation.toRelationId === node?.relation?.id),
    supports: neighbours((relation) => relation.toClaimId === id && relation.kind === 'supports'),
    against: [
      ...undercuts,
      ...neighbours((relation) => relation.toClaimId === id && relation.kind === 'attacks'),
    ],
    also: drawn.relations.filter((relation) => ownIds.has(relation.id) && relation.id !== node?.relation?.id),
    siblings: siblings.map((sibling) => sibling.claim),
  };
}
