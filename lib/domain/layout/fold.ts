import { columnHeight } from './pack';
import type { ClaimTree, TreeNode } from './tree';
import { nodeOf } from './tree';
import type { LayoutInput } from './types';

export interface Folding {
  /** Claims with a drawn card, in drawn order (motion first, then branch by branch). */
  readonly visible: readonly string[];
  /** Folded claims that have children, with how many claims are hidden behind them. */
  readonly hiddenCounts: ReadonlyMap<string, number>;
  readonly automatic: ReadonlySet<string>;
  /** The card that stands for each claim: itself, or the folded claim that hides it. */
  readonly anchorOf: ReadonlyMap<string, string>;
}

function branchSize(tree: ClaimTree, id: string): number {
  return nodeOf(tree, id).children.reduce((sum, child) => sum + 1 + branchSize(tree, child), 0);
}

function ancestors(tree: ClaimTree, id: string): string[] {
  const chain: string[] = [];
  for (let at = tree.nodes.get(id)?.parentId ?? null; at !== null; at = nodeOf(tree, at).parentId)
    chain.push(at);
  return chain;
}

/** Steps along the tree between two claims. */
function treeDistance(tree: ClaimTree, a: string, b: string): number {
  const up = [a, ...ancestors(tree, a)];
  const depthInA = new Map(up.map((id, index) => [id, index]));
  let steps = 0;
  for (const id of [b, ...ancestors(tree, b)]) {
    const met = depthInA.get(id);
    if (met !== undefined) return met + steps;
    steps++;
  }
  return steps;
}

function show(tree: ClaimTree, isFolded: (id: string) => boolean): Omit<Folding, 'automatic'> {
  const visible: string[] = [];
  const hiddenCounts = new Map<string, number>();
  const anchorOf = new Map<string, string>();
  const walk = (id: string, anchor: string | null): void => {
    const node = nodeOf(tree, id);
    anchorOf.set(id, anchor ?? id);
    if (anchor === null) visible.push(id);
    const closes = anchor === null && node.children.length > 0 && isFolded(id);
    if (closes) hiddenCounts.set(id, branchSize(tree, id));
    for (const child of node.children) walk(child, closes ? id : anchor);
  };
  walk(tree.rootId, null);
  return { visible, hiddenCounts, anchorOf };
}

/** Width of the map with this many rings on each wing, gutters at their least. */
function widthOf(input: LayoutInput, rings: readonly number[]): number {
  const { geometry: g } = input;
  const wing = (count: number) =>
    count === 0 ? 0 : g.rootGutterPx + g.innerCardPx + (count - 1) * (g.gutterPx + g.outerCardPx);
  return g.rootCardPx + 2 * g.marginPx + rings.reduce((sum, count) => sum + wing(count), 0);
}

interface Pressure {
  /** Wing and ring of the columns that hold more than the canvas. */
  readonly columns: ReadonlySet<string>;
}

const columnKey = (node: TreeNode) => `${node.wing} ${node.ring}`;

function overfull(tree: ClaimTree, input: LayoutInput, visible: readonly string[]): Pressure {
  const { geometry } = input;
  const heights = new Map<string, number[]>();
  const rings = { start: 0, end: 0 };
  for (const id of visible) {
    const node = nodeOf(tree, id);
    if (!node.claim || node.wing === 'middle') continue;
    rings[node.wing] = Math.max(rings[node.wing], node.ring);
    const height = node.ring === 1 ? node.claim.heightPx.inner : node.claim.heightPx.outer;
    heights.set(columnKey(node), [...(heights.get(columnKey(node)) ?? []), height]);
  }
  const room = geometry.heightPx - geometry.topPx - geometry.bottomPx;
  const columns = new Set<string>();
  for (const [key, column] of heights)
    if (columnHeight(column, geometry.gapPx) > room + 0.5) columns.add(key);
  if (widthOf(input, [rings.start, rings.end]) > geometry.widthPx + 0.5) {
    const deepest = Math.max(rings.start, rings.end);
    if (deepest > 1)
      for (const wing of ['start', 'end'] as const)
        if (rings[wing] === deepest) columns.add(`${wing} ${deepest}`);
  }
  return { columns };
}

/**
 * Decides which branches are folded: those the reader folded, and, with `autoFold`, as many more as it takes for
 * the map to fit the canvas at 100 %. The branch farthest from the selection goes first, then the one with fewest
 * votes, then the later one. First-ring claims always stay, what the reader opened stays open, and the selected
 * claim is never hidden; when that is not enough the map is larger than the canvas.
 */
export function decideFolding(tree: ClaimTree, input: LayoutInput): Folding {
  const automatic = new Set<string>();
  const folded = new Set(input.folded);
  folded.delete(tree.rootId);
  const isFolded = (id: string) => folded.has(id) || automatic.has(id);
  if (!input.autoFold) return { ...show(tree, isFolded), automatic };

  const selected =
    input.selectedId !== undefined && tree.nodes.has(input.selectedId) ? input.selectedId : tree.rootId;
  const kept = new Set([tree.rootId, ...ancestors(tree, selected), ...input.unfolded]);
  for (;;) {
    const now = show(tree, isFolded);
    const { columns } = overfull(tree, input, now.visible);
    if (columns.size === 0) return { ...now, automatic };
    let best: { id: string; distance: number; votes: number } | null = null;
    for (const id of now.visible) {
      const node = nodeOf(tree, id);
      if (kept.has(id) || isFolded(id) || node.children.length === 0) continue;
      if (!node.children.some((child) => columns.has(columnKey(nodeOf(tree, child))))) continue;
      const distance = treeDistance(tree, id, selected);
      const votes = node.claim?.votes ?? 0;
      const better =
        best === null || distance > best.distance || (distance === best.distance && votes <= best.votes);
      if (better) best = { id, distance, votes };
    }
    if (best === null) return { ...now, automatic };
    automatic.add(best.id);
  }
}
