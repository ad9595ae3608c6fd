import { type Outline, type OutlineNode, outlineOf } from './outline';
import type { ClaimView, PlaceInWhole, RelationView } from './view';

/**
 * The structure of a whole map, without its words: who stands under whom. From it a part of a large map is chosen, and
 * what stands in that part is told where it stands in the whole.
 */

export type WholeClaim = Pick<ClaimView, 'id' | 'code' | 'side' | 'layer' | 'status'>;
export type WholeRelation = Pick<
  RelationView,
  'id' | 'kind' | 'fromClaimId' | 'toClaimId' | 'toRelationId' | 'layer' | 'status'
>;
export type WholeNode = OutlineNode<WholeClaim, WholeRelation>;

export interface WholeMap {
  motionId: string;
  /** Both in the author's order. */
  claims: readonly WholeClaim[];
  relations: readonly WholeRelation[];
  outline: Outline<WholeClaim, WholeRelation>;
  /** What stands on the first level: the sides in turn, so that no part of it is one side's alone. */
  firstLevel: readonly WholeNode[];
  /** By the claim that they start at. */
  relationsFrom: ReadonlyMap<string, readonly WholeRelation[]>;
  /** By the claim, or the relation, that they lead to. */
  relationsTo: ReadonlyMap<string, readonly WholeRelation[]>;
  orderOf: ReadonlyMap<string, number>;
  relationOrderOf: ReadonlyMap<string, number>;
}

/** Debates of more claims than this are read in parts. */
export const MOST_READ_WHOLE = 200;
/** Most claims of the part that a page opens with. */
export const OPENING_BUDGET = 90;
/** Most claims of one page. */
export const PAGE_SIZE = 50;
/** Most claims of one page that leads to a claim, with what it stands under and what is tied to it. */
export const MOST_AROUND = 100;
/** As many of one family are taken into a part before those of another. */
export const FAMILY_SHARE = 24;

export function wholeMap(
  motionId: string,
  claims: readonly WholeClaim[],
  relations: readonly WholeRelation[],
): WholeMap {
  // Both layers: a number or a count that changes with a switch could not be told of a part.
  const outline = outlineOf({ motion: { id: motionId }, claims, relations }, { isBeyondOn: true });
  return {
    motionId,
    claims,
    relations,
    outline,
    firstLevel: inTurn(outline.sections.map(({ nodes }) => nodes)),
    relationsFrom: groupBy(relations, ({ fromClaimId }) => fromClaimId),
    relationsTo: groupBy(relations, ({ toClaimId, toRelationId }) => toClaimId ?? toRelationId ?? ''),
    orderOf: new Map(claims.map(({ id }, index) => [id, index])),
    relationOrderOf: new Map(relations.map(({ id }, index) => [id, index])),
  };
}

/** One of each list, then the next of each, until all are there. */
export function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => (index < list.length ? [list[index] as T] : [])),
  ).flat();
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** The claims right under a claim or the motion, in the order in which pages give them; empty for an unknown one. */
export const familyOf = (whole: WholeMap, hostId: string): readonly WholeNode[] =>
  hostId === whole.motionId ? whole.firstLevel : (whole.outline.nodeById.get(hostId)?.children ?? []);

/** The claim and all that it stands under, from the first level down; empty for an unknown claim. */
function pathTo(whole: WholeMap, claimId: string): string[] {
  const path: string[] = [];
  for (
    let node = whole.outline.nodeById.get(claimId);
    node !== undefined;
    node = node.parentId === null ? undefined : whole.outline.nodeById.get(node.parentId)
  )
    path.unshift(node.claim.id);
  return path;
}

/** Claims that a relation ties to this one, across the tree. */
function tiedTo(whole: WholeMap, claimId: string): string[] {
  const hostOf = ({ toClaimId, toRelationId }: WholeRelation): string | null => {
    if (toClaimId !== null) return toClaimId;
    const met = whole.relationOrderOf.get(toRelationId ?? '');
    return met === undefined ? null : (whole.relations[met]?.fromClaimId ?? null);
  };
  const own = whole.relationsFrom.get(claimId) ?? [];
  const arriving = [claimId, ...own.map(({ id }) => id)].flatMap((id) => whole.relationsTo.get(id) ?? []);
  return [...own.map(hostOf), ...arriving.map(({ fromClaimId }) => fromClaimId)].filter(
    (id): id is string => id !== null && id !== claimId && whole.orderOf.has(id),
  );
}

/** Grows a set of claims in which each stands under another one of the set, or under the motion. */
class Part {
  readonly ids = new Set<string>();
  constructor(
    private readonly whole: WholeMap,
    private readonly budget: number,
  ) {}

  /** Adds a claim with all that it stands under; all of it or, when there is no room, nothing. */
  reach(claimId: string): boolean {
    const missing = pathTo(this.whole, claimId).filter((id) => !this.ids.has(id));
    if (this.ids.size + missing.length > this.budget) return false;
    for (const id of missing) this.ids.add(id);
    return true;
  }

  around(claimId: string): void {
    for (const id of pathTo(this.whole, claimId)) this.ids.add(id);
    for (const { claim } of familyOf(this.whole, claimId).slice(0, FAMILY_SHARE)) this.reach(claim.id);
    for (const id of tiedTo(this.whole, claimId)) this.reach(id);
  }
}

/**
 * The part of a large map that a page opens with: the first levels, breadth first and the sides in turn, and the claim
 * that was asked for with what it stands under, what stands under it and what is tied to it. Every claim of it stands
 * under another one of it, or under the motion. The way to the claim that was asked for is never cut, whatever its
 * length; otherwise the part has at most `budget` claims.
 * @returns ids
 */
export function openingPart(
  whole: WholeMap,
  focusId: string | null,
  budget = OPENING_BUDGET,
): ReadonlySet<string> {
  const part = new Part(whole, budget);
  if (focusId !== null) part.around(focusId);
  const isReached = (id: string): boolean => id === whole.motionId || part.ids.has(id);
  let hosts: readonly string[] = [whole.motionId];
  while (hosts.length > 0) {
    for (const hostId of hosts.filter(isReached)) {
      for (const { claim } of familyOf(whole, hostId).slice(0, FAMILY_SHARE)) {
        if (!part.reach(claim.id)) return part.ids;
      }
    }
    hosts = hosts.flatMap((id) => familyOf(whole, id).map(({ claim }) => claim.id));
  }
  return part.ids;
}

/** The part that shows these claims, as many as there is room for, each with what it stands under. */
export function partWith(whole: WholeMap, claimIds: readonly string[], budget: number): ReadonlySet<string> {
  const part = new Part(whole, budget);
  for (const id of claimIds) part.reach(id);
  return part.ids;
}

/** A claim with what it stands under, what stands under it and what is tied to it. */
export function partAround(whole: WholeMap, claimId: string, budget = MOST_AROUND): ReadonlySet<string> {
  const part = new Part(whole, budget);
  part.around(claimId);
  return part.ids;
}

/**
 * One page of the claims right under a claim or the motion.
 * @param afterId the last one of the page before; one that is no longer there begins again, which loses nothing
 */
export function pageUnder(
  whole: WholeMap,
  hostId: string,
  afterId: string | null,
  size = PAGE_SIZE,
): { ids: ReadonlySet<string>; next: string | null } {
  const family = familyOf(whole, hostId).map(({ claim }) => claim.id);
  const from = afterId === null ? 0 : family.indexOf(afterId) + 1;
  const ids = family.slice(from, from + size);
  return { ids: new Set(ids), next: from + size < family.length ? (ids.at(-1) ?? null) : null };
}

/** Where these claims, what they stand under and the motion stand in the whole. */
export function placesInWhole(whole: WholeMap, ids: ReadonlySet<string>): Record<string, PlaceInWhole> {
  const places: Record<string, PlaceInWhole> = {
    [whole.motionId]: {
      order: -1,
      number: null,
      position: 1,
      setSize: 1,
      children: whole.firstLevel.length,
      below: whole.outline.nodes.length,
    },
  };
  for (const id of ids) {
    for (const one of pathTo(whole, id)) {
      const node = whole.outline.nodeById.get(one);
      if (!node || places[one]) continue;
      places[one] = {
        order: whole.orderOf.get(one) ?? -1,
        number: node.number,
        position: node.position,
        setSize: node.setSize,
        children: node.children.length,
        below: node.below,
      };
    }
  }
  return places;
}

/** Every relation that starts at one of these claims. */
export const relationsOfPart = (whole: WholeMap, ids: ReadonlySet<string>): WholeRelation[] =>
  [...ids].flatMap((id) => whole.relationsFrom.get(id) ?? []);
