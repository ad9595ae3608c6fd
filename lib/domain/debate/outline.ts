import {
  type Place,
  type PlacedClaim,
  type PlacingInput,
  type PlacingRelation,
  placesOf,
} from './outline-places';
import type { ClaimView, PartFacts, RelationView, SideRole } from './view';

/** A claim at its one place in the outline. */
export interface OutlineNode<C extends PlacedClaim = ClaimView, R extends PlacingRelation = RelationView> {
  claim: C;
  /** Place in words that people say aloud, e.g. "1.3.2"; null for what is not (or no longer) on the shared map. */
  number: string | null;
  /** 1 for a reason on the motion. */
  depth: number;
  /** The relation by which the claim stands here; null for a loose claim. */
  relation: R | null;
  /** The claim it stands under; null on the first level. */
  parentId: string | null;
  children: OutlineNode<C, R>[];
  /** Place among its siblings, from 1, and how many they are; in a part of a large map, those that were not read too. */
  position: number;
  setSize: number;
  /** Claims right under it that belong to the map and were not read. */
  unread: number;
  /** Claims under it at any depth, read or not. */
  below: number;
  /** Every other relation of the claim whose other end stands elsewhere. */
  crossLinks: CrossLink<R>[];
}

/** A relation seen from one of its ends: "also attacks D4 (4)", "also supported by D5a (5.1)". */
export interface CrossLink<R extends PlacingRelation = RelationView> {
  relation: R;
  direction: 'out' | 'in';
  /** The claim at the other end (for an undercut going out: the claim whose line it meets); null is the motion. */
  otherId: string | null;
}

export interface OutlineSection<C extends PlacedClaim = ClaimView, R extends PlacingRelation = RelationView> {
  role: SideRole;
  nodes: OutlineNode<C, R>[];
}

export interface Outline<C extends PlacedClaim = ClaimView, R extends PlacingRelation = RelationView> {
  /** Side a, side b, then (only when there are any) reasons of no side. Empty sides stay, so both can be filled. */
  sections: OutlineSection<C, R>[];
  /** All nodes in reading order. */
  nodes: OutlineNode<C, R>[];
  nodeById: ReadonlyMap<string, OutlineNode<C, R>>;
  /** Claims left out because they stand on the layer that is switched off. */
  hiddenByLayer: number;
  /** Claims on the first level that belong to the map and were not read. */
  unread: number;
}

/** How many claims stand under this one, at any depth. */
export const countBelow = (node: { below: number }): number => node.below;

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
export function outlineOf<C extends PlacedClaim, R extends PlacingRelation>(
  debate: PlacingInput<C, R> & { part?: PartFacts | null },
  options: OutlineOptions,
): Outline<C, R> {
  const places = placesOf(debate);
  const order = siblingOrder(debate, places);
  const childrenOf = new Map<string | null, C[]>();
  for (const claim of debate.claims) {
    const hostId = places.get(claim.id)?.hostId;
    const parentId = hostId === undefined || hostId === debate.motion.id ? null : hostId;
    const siblings = childrenOf.get(parentId);
    if (siblings) siblings.push(claim);
    else childrenOf.set(parentId, [claim]);
  }

  const isShown = (claim: C): boolean =>
    options.isBeyondOn || (claim.layer === 'article' && places.get(claim.id)?.relation.layer !== 'beyond');
  const known = debate.part?.places ?? null;
  const nodes: OutlineNode<C, R>[] = [];
  const grow = (
    claims: readonly C[],
    parent: OutlineNode<C, R> | null,
    firstNumber: number,
  ): OutlineNode<C, R>[] => {
    let next = firstNumber;
    return claims
      .filter(isShown)
      .sort(order)
      .map((claim, index, { length }) => {
        const isNumbered = claim.status === 'published' && (parent === null || parent.number !== null);
        const place = isNumbered ? next++ : null;
        const own = known?.[claim.id];
        const counted = place === null ? null : parent ? `${parent.number}.${place}` : String(place);
        const node: OutlineNode<C, R> = {
          claim,
          // In a part of a map only the whole can tell; what was written since has no number until it is read again.
          number: known ? (own?.number ?? null) : counted,
          position: own?.position ?? index + 1,
          setSize: own?.setSize ?? length,
          unread: 0,
          below: 0,
          depth: parent ? parent.depth + 1 : 1,
          relation: places.get(claim.id)?.relation ?? null,
          parentId: parent?.claim.id ?? null,
          children: [],
          crossLinks: [],
        };
        nodes.push(node);
        node.children = grow(childrenOf.get(claim.id) ?? [], node, 1);
        const read = node.children.reduce((sum, child) => sum + 1 + child.below, 0);
        node.unread = unreadUnder(own, node.children, known);
        node.below = Math.max(read, own?.below ?? 0);
        return node;
      });
  };

  const reasons = childrenOf.get(null) ?? [];
  const sections: OutlineSection<C, R>[] = [];
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
  const firstLevel = sections.flatMap((section) => section.nodes);
  return {
    sections,
    nodes,
    nodeById,
    hiddenByLayer: debate.claims.length - nodes.length,
    unread: unreadUnder(known?.[debate.motion.id], firstLevel, known),
  };
}

/** Of the claims that the whole map has under one, how many were not read. Those written since are not of the whole. */
function unreadUnder(
  own: PartFacts['places'][string] | undefined,
  children: readonly { claim: { id: string } }[],
  known: PartFacts['places'] | null,
): number {
  if (!own || !known) return 0;
  return Math.max(0, own.children - children.filter(({ claim }) => known[claim.id]).length);
}

/** Published before the rest, article before beyond, tied before loose, then as the author wrote the relations. */
function siblingOrder<C extends PlacedClaim, R extends PlacingRelation>(
  { claims, relations }: PlacingInput<C, R>,
  places: ReadonlyMap<string, Place<R> | null>,
) {
  const relationOrder = new Map(relations.map(({ id }, index) => [id, index]));
  const claimOrder = new Map(claims.map(({ id }, index) => [id, index]));
  const keys = (claim: C): number[] => {
    const relation = places.get(claim.id)?.relation;
    return [
      claim.status === 'published' ? 0 : 1,
      claim.layer === 'article' && relation?.layer !== 'beyond' ? 0 : 1,
      relation ? 0 : 1,
      (relation && relationOrder.get(relation.id)) ?? 0,
      claimOrder.get(claim.id) ?? 0,
    ];
  };
  return (one: C, other: C): number => {
    const otherKeys = keys(other);
    for (const [index, key] of keys(one).entries()) {
      const difference = key - (otherKeys[index] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Writes every relation that is nobody's place at both of its ends, in the author's order. */
function linkAcross<C extends PlacedClaim, R extends PlacingRelation>(
  { motion, relations }: PlacingInput<C, R>,
  nodeById: ReadonlyMap<string, OutlineNode<C, R>>,
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
