import type { LayoutClaim, LayoutInput, LayoutRelation } from './types';

export type PlacedWing = 'start' | 'end';

export interface TreeNode {
  readonly id: string;
  readonly wing: PlacedWing | 'middle';
  readonly claim: LayoutClaim | null;
  readonly parentId: string | null;
  readonly parentRelationId: string | null;
  readonly ring: number;
  /** Drawn order, filled by `orderSiblings`; the author's order until then. For the motion: both wings, start first. */
  readonly children: string[];
}

/** Every claim exactly once, each with one parent; the other relations are cross-links. */
export interface ClaimTree {
  readonly rootId: string;
  readonly nodes: ReadonlyMap<string, TreeNode>;
  /** Relations with both ends present, no relation of a claim to itself, in the author's order. */
  readonly relations: readonly LayoutRelation[];
  readonly relationById: ReadonlyMap<string, LayoutRelation>;
}

interface Parent {
  readonly id: string;
  readonly relationId: string | null;
}

function byOrder<T extends { readonly order: number; readonly id: string }>(a: T, b: T): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The node of this id; an id that is not in the tree is a programming error. */
export function nodeOf(tree: ClaimTree, id: string): TreeNode {
  const node = tree.nodes.get(id);
  if (!node) throw new Error(`No such claim in the tree: ${id}`);
  return node;
}

function usableRelations(input: LayoutInput, claims: ReadonlyMap<string, LayoutClaim>): LayoutRelation[] {
  const known = (id: string) => id === input.rootId || claims.has(id);
  let kept = [...input.relations]
    .sort(byOrder)
    .filter((relation) => claims.has(relation.fromClaimId))
    .filter((relation) => !('claimId' in relation.to) || relation.to.claimId !== relation.fromClaimId);
  // Dropping a relation can orphan undercuts of it, so repeat until nothing changes.
  for (;;) {
    const ids = new Set(kept.map((relation) => relation.id));
    const next = kept.filter((relation) =>
      'claimId' in relation.to
        ? known(relation.to.claimId)
        : ids.has(relation.to.relationId) && relation.to.relationId !== relation.id,
    );
    if (next.length === kept.length) return kept;
    kept = next;
  }
}

/** Wing of every claim: its side's, or, without a side, that of the first thing it speaks to. */
function resolveWings(
  input: LayoutInput,
  claims: readonly LayoutClaim[],
  outgoing: ReadonlyMap<string, readonly LayoutRelation[]>,
  relationById: ReadonlyMap<string, LayoutRelation>,
): Map<string, PlacedWing> {
  const wings = new Map<string, PlacedWing>();
  for (const claim of claims) if (claim.wing !== 'none') wings.set(claim.id, claim.wing);
  const wingOfTarget = (relation: LayoutRelation): PlacedWing | undefined => {
    if ('relationId' in relation.to) {
      const target = relationById.get(relation.to.relationId);
      return target && wings.get(target.fromClaimId);
    }
    if (relation.to.claimId !== input.rootId) return wings.get(relation.to.claimId);
    return relation.kind === 'supports' ? 'start' : 'end';
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const claim of claims) {
      if (wings.has(claim.id)) continue;
      const wing = (outgoing.get(claim.id) ?? []).map(wingOfTarget).find((found) => found !== undefined);
      if (!wing) continue;
      wings.set(claim.id, wing);
      changed = true;
    }
  }
  for (const claim of claims) if (!wings.has(claim.id)) wings.set(claim.id, 'end');
  return wings;
}

/** Possible parents in the author's order: the target when it is the motion or on the same wing, else nothing. */
function parentCandidates(
  claimId: string,
  rootId: string,
  wings: ReadonlyMap<string, PlacedWing>,
  outgoing: readonly LayoutRelation[],
  relationById: ReadonlyMap<string, LayoutRelation>,
): Parent[] {
  const found: Parent[] = [];
  for (const relation of outgoing) {
    if ('claimId' in relation.to) {
      const target = relation.to.claimId;
      if (target === rootId || wings.get(target) === wings.get(claimId))
        found.push({ id: target, relationId: relation.id });
      continue;
    }
    // An undercut hangs below the claim whose line it meets.
    const source = relationById.get(relation.to.relationId)?.fromClaimId;
    if (source !== undefined && source !== claimId && wings.get(source) === wings.get(claimId)) {
      found.push({ id: source, relationId: relation.id });
    }
  }
  return found;
}

/** One parent for each claim so that every chain ends at the motion; a claim with no way there becomes a guest of the first ring. */
function chooseParents(
  claims: readonly LayoutClaim[],
  rootId: string,
  candidates: ReadonlyMap<string, readonly Parent[]>,
): Map<string, Parent> {
  const guest: Parent = { id: rootId, relationId: null };
  const parents = new Map<string, Parent>();
  const reachesClaim = (from: string, claimId: string): boolean => {
    for (let at: string | undefined = from; at !== undefined && at !== rootId; at = parents.get(at)?.id) {
      if (at === claimId) return true;
    }
    return false;
  };
  // First choice of everyone in order; a choice that would close a circle is passed over for the next one.
  for (const claim of claims) {
    const choice = (candidates.get(claim.id) ?? []).find((parent) => !reachesClaim(parent.id, claim.id));
    parents.set(claim.id, choice ?? guest);
  }
  return parents;
}

/** Builds the primary tree of the map. Arrays may come in any order: `order`, then the id, decides. */
export function buildTree(input: LayoutInput): ClaimTree {
  const sorted = input.claims.filter((claim) => claim.id !== input.rootId).sort(byOrder);
  const claimById = new Map(sorted.map((claim) => [claim.id, claim]));
  const claims = [...claimById.values()];
  const relations = usableRelations(input, claimById);
  const relationById = new Map(relations.map((relation) => [relation.id, relation]));
  const outgoing = new Map<string, LayoutRelation[]>();
  for (const relation of relations) {
    outgoing.set(relation.fromClaimId, [...(outgoing.get(relation.fromClaimId) ?? []), relation]);
  }
  const wings = resolveWings(input, claims, outgoing, relationById);
  const candidates = new Map(
    claims.map((claim) => [
      claim.id,
      parentCandidates(claim.id, input.rootId, wings, outgoing.get(claim.id) ?? [], relationById),
    ]),
  );
  const parents = chooseParents(claims, input.rootId, candidates);
  const childrenOf = new Map<string, LayoutClaim[]>();
  for (const claim of claims) {
    const parentId = parents.get(claim.id)?.id ?? input.rootId;
    childrenOf.set(parentId, [...(childrenOf.get(parentId) ?? []), claim]);
  }
  const nodes = new Map<string, TreeNode>();
  const add = (id: string, claim: LayoutClaim | null, ring: number): void => {
    const parent = claim ? parents.get(id) : undefined;
    const children = childrenOf.get(id) ?? [];
    const wingRank = (child: LayoutClaim) => (wings.get(child.id) === 'start' ? 0 : 1);
    nodes.set(id, {
      id,
      claim,
      wing: claim ? (wings.get(id) ?? 'end') : 'middle',
      parentId: parent?.id ?? null,
      parentRelationId: parent?.relationId ?? null,
      ring,
      children: (claim ? children : [...children].sort((a, b) => wingRank(a) - wingRank(b))).map(
        (child) => child.id,
      ),
    });
    for (const child of children) add(child.id, child, ring + 1);
  };
  add(input.rootId, null, 0);
  return { rootId: input.rootId, nodes, relations, relationById };
}
