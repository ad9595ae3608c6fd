import type { ClaimTree, PlacedWing, TreeNode } from './tree';
import { nodeOf } from './tree';

/** Another claim that a line of this claim touches: where a cross-link goes, or whose line it undercuts. */
interface Tie {
  readonly otherId: string;
  /** The tie meets a line rather than a card. */
  readonly toLine: boolean;
}

function collectTies(tree: ClaimTree): Map<string, Tie[]> {
  const ties = new Map<string, Tie[]>();
  const tie = (id: string, otherId: string, toLine: boolean) => {
    if (id !== otherId && id !== tree.rootId && otherId !== tree.rootId)
      ties.set(id, [...(ties.get(id) ?? []), { otherId, toLine }]);
  };
  for (const relation of tree.relations) {
    if (nodeOf(tree, relation.fromClaimId).parentRelationId === relation.id) continue;
    const toLine = 'relationId' in relation.to;
    const other =
      'claimId' in relation.to
        ? relation.to.claimId
        : tree.relationById.get(relation.to.relationId)?.fromClaimId;
    if (other === undefined) continue;
    tie(relation.fromClaimId, other, toLine);
    tie(other, relation.fromClaimId, toLine);
  }
  return ties;
}

/** The claim of the first ring whose branch holds this claim. */
function branchOf(tree: ClaimTree, id: string): string {
  let node = nodeOf(tree, id);
  while (node.parentId !== null && node.parentId !== tree.rootId) node = nodeOf(tree, node.parentId);
  return node.id;
}

function isGuest(node: TreeNode): boolean {
  return node.parentRelationId === null;
}

/**
 * Order of one wing's first ring. Reasons keep the author's order. Guests (claims whose lines all go to the other
 * wing) have to pass above or below the motion, so each goes to the end of the column that is nearer to what it meets.
 */
function orderFirstRings(
  tree: ClaimTree,
  ties: ReadonlyMap<string, readonly Tie[]>,
): Map<PlacedWing, string[]> {
  const top: Record<PlacedWing, string[]> = { start: [], end: [] };
  const bottom: Record<PlacedWing, string[]> = { start: [], end: [] };
  const reasons: Record<PlacedWing, string[]> = { start: [], end: [] };
  const guests: TreeNode[] = [];
  for (const id of nodeOf(tree, tree.rootId).children) {
    const node = nodeOf(tree, id);
    if (node.wing === 'middle') continue;
    if (isGuest(node)) guests.push(node);
    else reasons[node.wing].push(id);
  }
  const columnOf = (wing: PlacedWing) => [...top[wing], ...reasons[wing], ...bottom[wing]];
  // 0 at the top of the other column, 1 at its bottom; undefined while nothing it meets has a place.
  const height = (guest: TreeNode): number | undefined => {
    const places = (ties.get(guest.id) ?? []).flatMap(({ otherId }) => {
      const branch = nodeOf(tree, branchOf(tree, otherId));
      if (branch.wing === 'middle') return [];
      const column = columnOf(branch.wing);
      const index = column.indexOf(branch.id);
      return index < 0 ? [] : [(index + 0.5) / column.length];
    });
    return places.length === 0 ? undefined : places.reduce((sum, place) => sum + place, 0) / places.length;
  };
  const waiting = [...guests];
  while (waiting.length > 0) {
    // The clearest case first: what is placed moves the others.
    let best = 0;
    const clarity = (guest: TreeNode) => Math.abs((height(guest) ?? 0.5) - 0.5);
    for (let i = 1; i < waiting.length; i++) {
      if (clarity(waiting[i] as TreeNode) > clarity(waiting[best] as TreeNode) + 1e-9) best = i;
    }
    const [guest] = waiting.splice(best, 1);
    if (!guest || guest.wing === 'middle') continue;
    if ((height(guest) ?? 1) < 0.42) top[guest.wing].push(guest.id);
    else bottom[guest.wing].push(guest.id);
  }
  const reach = (id: string) =>
    Math.max(0, ...(ties.get(id) ?? []).map(({ otherId }) => nodeOf(tree, otherId).ring));
  const spot = (id: string) => height(nodeOf(tree, id)) ?? 1;
  const authorRank = new Map(guests.map((guest, index) => [guest.id, index]));
  const rank = (id: string) => authorRank.get(id) ?? 0;
  for (const wing of ['start', 'end'] as const) {
    // The line that goes furthest takes the outermost way round.
    top[wing].sort((a, b) => reach(b) - reach(a) || spot(a) - spot(b) || rank(a) - rank(b));
    bottom[wing].sort((a, b) => reach(a) - reach(b) || spot(a) - spot(b) || rank(a) - rank(b));
  }
  return new Map([
    ['start', columnOf('start')],
    ['end', columnOf('end')],
  ]);
}

/** -1 when the claim's other lines leave upwards from its parent's height, 1 when downwards, 0 when neither. */
function pull(
  tree: ClaimTree,
  node: TreeNode,
  ties: readonly Tie[],
  height: ReadonlyMap<string, number>,
  preorder: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const { otherId } of ties) {
    const other = nodeOf(tree, otherId);
    if (other.wing !== node.wing) {
      sum += (height.get(branchOf(tree, node.id)) ?? 1) < 0.5 ? -1 : 1;
      continue;
    }
    // A link inside one column runs round the outside and crosses nothing, whatever the order.
    if (other.ring === node.ring || node.parentId === null) continue;
    sum += Math.sign((preorder.get(otherId) ?? 0) - (preorder.get(node.parentId) ?? 0));
  }
  return Math.sign(sum);
}

/**
 * Puts the children of every claim into drawn order, in place. The author's order stays wherever it costs nothing;
 * siblings whose other lines leave upwards come first and those whose lines leave downwards come last.
 */
export function orderSiblings(tree: ClaimTree): void {
  const ties = collectTies(tree);
  const root = nodeOf(tree, tree.rootId);
  const rings = orderFirstRings(tree, ties);
  root.children.splice(0, root.children.length, ...(rings.get('start') ?? []), ...(rings.get('end') ?? []));
  const height = new Map<string, number>();
  for (const ring of rings.values()) {
    for (const [index, id] of ring.entries()) height.set(id, (index + 0.5) / ring.length);
  }
  const preorder = new Map<string, number>();
  const walk = (id: string, visit: (node: TreeNode) => void): void => {
    const node = nodeOf(tree, id);
    visit(node);
    for (const child of node.children) walk(child, visit);
  };
  walk(tree.rootId, (node) => preorder.set(node.id, preorder.size));
  walk(tree.rootId, (node) => {
    if (node === root || node.children.length < 2) return;
    const pulls = new Map(
      node.children.map((id) => [id, pull(tree, nodeOf(tree, id), ties.get(id) ?? [], height, preorder)]),
    );
    // Array sort is stable, so equal pulls keep the author's order.
    node.children.sort((a, b) => (pulls.get(a) ?? 0) - (pulls.get(b) ?? 0));
  });
}
