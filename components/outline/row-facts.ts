import type { EffectMark } from '@/components/effects/effect-marks';
import { debateStrengths } from '@/components/strength/debate-strengths';
import { isClosed } from '@/lib/domain/debate/closed';
import { linkedClaims } from '@/lib/domain/debate/linked-claims';
import { type CrossLink, type Outline, type OutlineNode, relationTarget } from '@/lib/domain/debate/outline';
import type { ClaimView, DebateView, RelationKind } from '@/lib/domain/debate/view';
import type { OutlineRow } from './outline-rows';

/** The relation by which a claim stands where it stands, with the codes that its words need. */
export type RowRelation =
  | { kind: RelationKind; target: 'motion' }
  | { kind: RelationKind; target: 'claim'; code: string }
  | { kind: RelationKind; target: 'line'; from: string; to: string | null }
  | { kind: RelationKind; target: 'undercut'; from: string };

/** A further relation of a claim, told from its end: "also attacked by H4b (10.2)". */
export interface RowLink {
  relationId: string;
  kind: RelationKind;
  direction: 'out' | 'in';
  /** Null when the other end is the motion. */
  code: string | null;
  number: string | null;
  /** Archived or declined. */
  isClosed: boolean;
}

/** What a row shows that is not on the claim itself. Plain values, so an unchanged row is easily told. */
export interface RowFacts {
  relation: RowRelation | null;
  links: RowLink[];
  /** Codes of the claims that it is one reason with. */
  linked: string[];
  /** Null where the votes are hidden from this reader. */
  strength: { base: number; strength: number } | null;
  /** What the claim does to the groups of the opinion map; null while that is not shown. */
  effect: EffectMark | null;
}

/**
 * The facts of every row; `debate` gives the targets of relations, `outline` the numbers, `whatIf` the changes played with,
 * `marks` what divides and what unites, while that is shown.
 */
export function rowFacts(
  debate: DebateView,
  outline: Outline,
  whatIf: string | null = null,
  marks: ReadonlyMap<string, EffectMark> | null = null,
): ReadonlyMap<string, RowFacts> {
  const codeOf = (id: string): string => outline.nodeById.get(id)?.claim.code ?? '';
  const relationOf = ({ relation }: OutlineNode): RowRelation | null => {
    const target = relation && relationTarget(debate, relation);
    if (!target) return null;
    const { kind } = relation;
    switch (target.type) {
      case 'motion':
        return { kind, target: 'motion' };
      case 'claim':
        return { kind, target: 'claim', code: codeOf(target.claimId) };
      case 'line': {
        const to = target.toClaimId === null ? null : codeOf(target.toClaimId);
        return { kind, target: 'line', from: codeOf(target.fromClaimId), to };
      }
      case 'undercut':
        return { kind, target: 'undercut', from: codeOf(target.fromClaimId) };
    }
  };
  const linkOf = ({ relation, direction, otherId }: CrossLink): RowLink => {
    const other = otherId === null ? undefined : outline.nodeById.get(otherId);
    return {
      relationId: relation.id,
      kind: relation.kind,
      direction,
      code: other?.claim.code ?? null,
      number: other?.number ?? null,
      isClosed: isClosed(relation),
    };
  };
  const linked = linkedClaims(debate);
  const { byId } = debateStrengths(debate, whatIf);
  const strengthOf = (claimId: string): RowFacts['strength'] => {
    const found = byId.get(claimId);
    return found ? { base: found.base, strength: found.strength } : null;
  };
  return new Map(
    outline.nodes.map((node) => [
      node.claim.id,
      {
        relation: relationOf(node),
        links: node.crossLinks.map(linkOf),
        linked: linked.get(node.claim.id) ?? [],
        strength: strengthOf(node.claim.id),
        effect: marks?.get(node.claim.id) ?? null,
      },
    ]),
  );
}

/** Where the claim's citations stand, each paragraph once: as plain numbers, or as names such as "Art. 5". */
export function citedPlaces(claim: ClaimView): {
  labels: string[];
  areNumbers: boolean;
  firstKey: string | null;
} {
  const labels = [...new Set(claim.citations.map(({ passageLabel }) => passageLabel))];
  const areNumbers = labels.every((label) => /^\d+$/.test(label));
  return { labels, areNumbers, firstKey: claim.citations[0]?.passageKey ?? null };
}

/** Whether two renderings of a row would look the same, though the outline around them was built anew. */
export function isSameRow(one: OutlineRow, other: OutlineRow): boolean {
  return (
    one.node.claim === other.node.claim &&
    one.node.number === other.node.number &&
    one.level === other.level &&
    one.positionInSet === other.positionInSet &&
    one.setSize === other.setSize &&
    one.isOpen === other.isOpen &&
    one.hiddenCount === other.hiddenCount &&
    one.isHidden === other.isHidden &&
    one.unread === other.unread
  );
}

export const isSameFacts = (one: RowFacts, other: RowFacts): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
