import { type Place, type PlacingInput, placesOf } from './outline-places';
import type { ClaimView, RelationView, SideRole } from './view';

/** A claim at its one place in the outline. */
export interface OutlineNode {
  claim: ClaimView;
  /** Place in words that people say aloud, e.g. "1.3.2"; null for what is not (or no longer) on the shared map. */
  number: string | null;
  /** 1 for a reason on the motion. */
  depth: number;
  /** The relation by which the claim stands here; null for a loose claim. */
  relation: RelationView | null;
  /** The claim it stands under; null on the first level. */
  parentId: string | null;
  children: OutlineNode[];
  /** Every other relation of the claim whose other end stands elsewhere. */
  crossLinks: CrossLink[];
}

/** A relation seen from one of its ends: "also attacks D4 (4)", "also supported by D5a (5.1)". */
export interface CrossLink {
  relation: RelationView;
  direction: 'out' | 'in';
  /** The claim at the other end (for an undercut going out: the claim whose line it meets); null is the motion. */
  otherId: string | null;
}

export interface OutlineSection {
  role: SideRole;
  nodes: OutlineNode[];
}

export interface Outline {
  /** Side a, side b, then (only when there are any) reasons of no side. Empty sides stay, so both can be filled. */
  sections: OutlineSection[];
  /** All nodes in reading order. */
  nodes: OutlineNode[];
  nodeById: ReadonlyMap<string, OutlineNode>;
  /** Claims left out because they stand on the layer that is switched off. */
  hiddenByLayer: number;
}

/** How many claims stand under this one, at any depth. */
export const countBelow = (node: OutlineNode): number =>
  node.children.reduce((sum, child) => sum + 1 + countBelow(child), 0);

export interface OutlineOptions {
  /** Show the layer "Beyond the article" too. */
  isBeyondOn: boolean;
}

/**
 * The numbered outline of a debate: every claim once, at its primary place (see `placesOf`).
 *
 * Sides follow each other and continue one numbering: side a's reasons 1 to k, side b's from k + 1. Siblings stand in
 * the author's order of relations, claims of the article before those beyond it. Numbers are given to what is shown:
 * switching the layer on or off renumbers nothing below an article claim, as its additions come last. Suggested,
 * declined and archived claims stand last among their siblings and carry no number, so everyone who speaks of "1.3"
 * means the same claim whatever else they may see.
 */
export function outlineOf(debate: PlacingInput, options: OutlineOptions): Outline {
  const places = placesOf(debate);
  const order = siblingOrder(debate, places);
  const childrenOf = new Map<string | null, ClaimView[]>();
  for (const claim of debate.claims) {
    const hostId = places.get(claim.id)?.hostId;
    const parentId = hostId === undefined || hostId === debate.motion.id ? null : hostId;
    const siblings = childrenOf.get(parentId);
    if (siblings) siblings.push(claim);
    else childrenOf.set(parentId, [claim]);
  }

  const isShown = (claim: ClaimView): boolean =>
    options.isBeyondOn || (claim.layer === 'article' && places.get(claim.id)?.relation.layer !== 'beyond');
  const nodes: OutlineNode[] = [];
  const grow = (
    claims: readonly ClaimView[],
    parent: OutlineNode | null,
    firstNumber: number,
  ): OutlineNode[] => {
    let next = firstNumber;
    return claims
      .filter(isShown)
      .sort(order)
      .map((claim) => {
        const isNumbered = claim.status === 'published' && (parent === null || parent.number !== null);
        const place = isNumbered ? next++ : null;
        const node: OutlineNode = {
          claim,
          number: place === null ? null : parent ? `${parent.number}.${place}` : String(place),
          depth: parent ? parent.depth + 1 : 1,
          relation: places.get(claim.id)?.relation ?? null,
          parentId: parent?.claim.id ?? null,
          children: [],
          crossLinks: [],
        };
        nodes.push(node);
        node.children = grow(childrenOf.get(claim.id) ?? [], node, 1);
        return node;
      });
  };

  const reasons = childrenOf.get(null) ?? [];
  const sections: OutlineSection[] = [];
  let firstNumber = 1;
  for (const role of ['a', 'b', 'n'] as const) {
    const section = grow(
      reasons.filter(({ side }) => side === role),
      null,
      firstNumber,
    );
    firstNumber += section.filter(({ number }) => number !== null).length;
    if (role !== 'n' || section.length > 0) sections.push({ role, nodes: section });
  }

  const nodeById = new Map(nodes.map((node) => [node.claim.id, node]));
  linkAcross(debate, nodeById, options);
  return { sections, nodes, nodeById, hiddenByLayer: debate.claims.length - nodes.length };
}

/** Published before the rest, article before beyond, tied before loose, then as the author wrote the relations. */
function siblingOrder({ claims, relations }: PlacingInput, places: ReadonlyMap<string, Place | null>) {
  const relationOrder = new Map(relations.map(({ id }, index) => [id, index]));
  const claimOrder = new Map(claims.map(({ id }, index) => [id, index]));
  const keys = (claim: ClaimView): number[] => {
    const relation = places.get(claim.id)?.relation;
    return [
      claim.status === 'published' ? 0 : 1,
      claim.layer === 'article' && relation?.layer !== 'beyond' ? 0 : 1,
      relation ? 0 : 1,
      (relation && relationOrder.get(relation.id)) ?? 0,
      claimOrder.get(claim.id) ?? 0,
    ];
  };
  return (one: ClaimView, other: ClaimView): number => {
    const otherKeys = keys(other);
    for (const [index, key] of keys(one).entries()) {
      const difference = key - (otherKeys[index] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Writes every relation that is nobody's place at both of its ends, in the author's order. */
function linkAcross(
  { motion, relations }: PlacingInput,
  nodeById: ReadonlyMap<string, OutlineNode>,
  { isBeyondOn }: OutlineOptions,
): void {
  const relationById = new Map(relations.map((relation) => [relation.id, relation]));
  for (const relation of relations) {
    const from = nodeById.get(relation.fromClaimId);
    if (!from || from.relation?.id === relation.id) continue;
    if (relation.layer === 'beyond' && !isBeyondOn) continue;
    const targetId = relation.toClaimId ?? relationById.get(relation.toRelationId ?? '')?.fromClaimId;
    if (targetId === undefined || targetId === from.claim.id) continue;
    const target = nodeById.get(targetId);
    if (!target && targetId !== motion.id) continue;
    from.crossLinks.push({ relation, direction: 'out', otherId: target ? targetId : null });
    target?.crossLinks.push({ relation, direction: 'in', otherId: from.claim.id });
  }
}

/** What a relation answers, as words need it. */
export type RelationTarget =
  | { type: 'motion' }
  | { type: 'claim'; claimId: string }
  /** The line from one claim to another; `toClaimId` null when it runs to the motion. */
  | { type: 'line'; fromClaimId: string; toClaimId: string | null }
  /** The line of an undercut. */
  | { type: 'undercut'; fromClaimId: string };

/** What `relation` answers; null when its target is not in the debate that this reader sees. */
export function relationTarget(debate: PlacingInput, relation: RelationView): RelationTarget | null {
  if (relation.toClaimId === debate.motion.id) return { type: 'motion' };
  if (relation.toClaimId !== null) return { type: 'claim', claimId: relation.toClaimId };
  const line = debate.relations.find(({ id }) => id === relation.toRelationId);
  if (!line) return null;
  if (line.toClaimId === null) return { type: 'undercut', fromClaimId: line.fromClaimId };
  const toClaimId = line.toClaimId === debate.motion.id ? null : line.toClaimId;
  return { type: 'line', fromClaimId: line.fromClaimId, toClaimId };
}
