import type { MapClaim, MapDocument, MapRelation } from './map-document';

/** A map as trees: every claim below what it leads to. An undercut stands below the claim whose reason it undercuts. */

export interface Branch {
  claimId: string;
  relation: MapRelation;
}

export interface OutlineTree {
  /** Where to begin, so that every claim is reached. */
  roots: string[];
  /** What stands below each claim, in the order of the map. */
  branches: ReadonlyMap<string, readonly Branch[]>;
}

function branchesOf({ relations }: MapDocument): Map<string, Branch[]> {
  const reasons = new Map(relations.map((relation) => [relation.id, relation.from]));
  const branches = new Map<string, Branch[]>();
  for (const relation of relations) {
    const { from, to, kind } = relation;
    const parent = kind === 'undercuts' ? (reasons.get(to) ?? to) : to;
    if (parent === from) continue;
    const branch = { claimId: from, relation };
    const list = branches.get(parent);
    if (list) list.push(branch);
    else branches.set(parent, [branch]);
  }
  return branches;
}

/** Claims that lead nowhere, motions first; then, one by one, what only loops lead to. */
export function outlineTree(map: MapDocument): OutlineTree {
  const branches = branchesOf(map);
  const below = new Set([...branches.values()].flat().map(({ claimId }) => claimId));
  const reached = new Set<string>();
  const reach = (root: string) => {
    const waiting = [root];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      for (const { claimId } of branches.get(id) ?? []) waiting.push(claimId);
    }
  };
  const rank = (claim: MapClaim) => (claim.isMotion ? 0 : 1);
  const ranked = [...map.claims].sort((a, b) => rank(a) - rank(b));
  const roots: string[] = [];
  for (const isOnTop of [true, false]) {
    for (const { id } of ranked) {
      if (reached.has(id) || (isOnTop && below.has(id))) continue;
      roots.push(id);
      reach(id);
    }
  }
  return { roots, branches };
}

export interface OutlineRow {
  claimId: string;
  /** How it leads to the row above it in the tree; null for a root. */
  relation: MapRelation | null;
  /** `1.2.3`, by place in the tree. */
  number: string;
  depth: number;
  /** Number of the row where the claim already stands, with all below it. */
  seenAs: string | null;
}

/** The rows of a tree from top to bottom; a claim with several parents is written out where it is first met. */
export function* outlineRows({ roots, branches }: OutlineTree): Generator<OutlineRow> {
  const seen = new Map<string, string>();
  for (const [index, root] of roots.entries()) {
    const waiting: OutlineRow[] = [
      { claimId: root, relation: null, number: String(index + 1), depth: 1, seenAs: null },
    ];
    for (let row = waiting.pop(); row; row = waiting.pop()) {
      const seenAs = seen.get(row.claimId) ?? null;
      yield { ...row, seenAs };
      if (seenAs !== null) continue;
      seen.set(row.claimId, row.number);
      const { number, depth } = row;
      const below = (branches.get(row.claimId) ?? []).map(({ claimId, relation }, nth) => ({
        claimId,
        relation,
        number: `${number}.${nth + 1}`,
        depth: depth + 1,
        seenAs: null,
      }));
      for (const child of below.reverse()) waiting.push(child);
    }
  }
}

/** Where each claim is written out when the outline shall be as shallow as it can: the first branch that reaches it. */
function shallowHomes({ roots, branches }: OutlineTree): Map<string, Branch | null> {
  const homes = new Map<string, Branch | null>(roots.map((root) => [root, null]));
  // Grows while it is walked: level by level.
  const waiting = [...roots];
  for (const claimId of waiting) {
    for (const branch of branches.get(claimId) ?? []) {
      if (homes.has(branch.claimId)) continue;
      homes.set(branch.claimId, branch);
      waiting.push(branch.claimId);
    }
  }
  return homes;
}

/** The rows of a tree with every claim as near to a root as it stands; what is met elsewhere may be named before it. */
export function shallowRows(tree: OutlineTree): OutlineRow[] {
  const homes = shallowHomes(tree);
  const numbers = new Map<string, string>();
  const rows: { row: OutlineRow; isHome: boolean }[] = [];
  const waiting = tree.roots
    .map((claimId, index) => ({
      claimId,
      branch: null as Branch | null,
      number: String(index + 1),
      depth: 1,
    }))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { claimId, branch, number, depth } = next;
    const isHome = homes.get(claimId) === branch;
    rows.push({ row: { claimId, relation: branch?.relation ?? null, number, depth, seenAs: null }, isHome });
    if (!isHome) continue;
    numbers.set(claimId, number);
    const below = tree.branches.get(claimId) ?? [];
    for (let nth = below.length - 1; nth >= 0; nth--) {
      const child = below[nth];
      if (child) {
        waiting.push({
          claimId: child.claimId,
          branch: child,
          number: `${number}.${nth + 1}`,
          depth: depth + 1,
        });
      }
    }
  }
  return rows.map(({ row, isHome }) => (isHome ? row : { ...row, seenAs: numbers.get(row.claimId) ?? null }));
}

/** Deeper than this nobody reads an outline. */
export const DEEPEST_OUTLINE = 200;
