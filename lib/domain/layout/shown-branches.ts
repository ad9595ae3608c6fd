/**
 * Which boxes of a large map are laid out: the branches that the reader opened, as far as the budget goes. What is not
 * shown is counted, on the folded card or on a box "N more" in its family.
 */

/** Most boxes that are laid out at once. */
export const BOX_BUDGET = 150;
/** Boxes that the map opens with: more than fit one screen would hide what is there. */
const OPENING_BOXES = 40;
/** Claims of one family that are shown before somebody asks for more, and the most at once. */
export const FAMILY_STEP = 24;
export const FAMILY_MOST = 72;

/** A claim of the map that was read; children in the author's order. */
export interface BranchNode {
  readonly id: string;
  readonly children: readonly BranchNode[];
  /** Place among all its siblings, read or not, from 1. */
  readonly position: number;
  /** Claims right under it, read or not. */
  readonly childCount: number;
  /** Claims under it at any depth, read or not. */
  readonly below: number;
}

/** The stretch of a family that is shown, by the places of its claims: those from `from` (at least 1) to `to`. */
export interface FamilyWindow {
  readonly from: number;
  readonly to: number;
}

export const FIRST_WINDOW: FamilyWindow = { from: 1, to: FAMILY_STEP };

/** The next stretch after this one; a long family slides along. */
export const laterWindow = ({ from, to }: FamilyWindow): FamilyWindow => ({
  from: Math.max(from, to + FAMILY_STEP - FAMILY_MOST + 1),
  to: to + FAMILY_STEP,
});

export const earlierWindow = ({ from, to }: FamilyWindow): FamilyWindow => {
  const start = Math.max(1, from - FAMILY_STEP);
  return { from: start, to: Math.min(to, start + FAMILY_MOST - 1) };
};

export interface ShownInput {
  readonly root: BranchNode;
  /** Branches that the reader opened, and those that the reader folded. */
  readonly opened: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  /** Stretches of families that the reader asked for, by the claim that they stand under. */
  readonly windows: ReadonlyMap<string, FamilyWindow>;
  /** What the reader looks at: it and its branch stay. */
  readonly anchorId: string | null;
  readonly budget?: number;
}

export interface ShownClaim {
  readonly type: 'claim';
  readonly node: BranchNode;
  readonly parentId: string | null;
  readonly ring: number;
  /** Claims hidden behind it, more than 0 exactly when it is folded. */
  readonly hiddenCount: number;
}

/** A box that stands for claims of a family before or after those that are shown. */
export interface ShownMore {
  readonly type: 'more';
  readonly id: string;
  readonly parentId: string;
  readonly ring: number;
  readonly count: number;
  readonly direction: 'earlier' | 'later';
}

export type ShownBox = ShownClaim | ShownMore;

export const moreId = (hostId: string, direction: ShownMore['direction']): string => `${direction} ${hostId}`;

interface Index {
  parentOf: Map<string, string>;
  nodeOf: Map<string, BranchNode>;
}

function indexOf(root: BranchNode): Index {
  const parentOf = new Map<string, string>();
  const nodeOf = new Map<string, BranchNode>();
  const walk = (node: BranchNode): void => {
    nodeOf.set(node.id, node);
    for (const child of node.children) {
      parentOf.set(child.id, node.id);
      walk(child);
    }
  };
  walk(root);
  return { parentOf, nodeOf };
}

function pathOf(id: string | null, { parentOf, nodeOf }: Index): string[] {
  const path: string[] = [];
  for (let at = id !== null && nodeOf.has(id) ? id : undefined; at !== undefined; at = parentOf.get(at))
    path.push(at);
  return path;
}

/** First-level branches that stand open before anyone asks: in their order, while few boxes are shown. */
function openAtFirst(root: BranchNode): Set<string> {
  const open = new Set<string>();
  let boxes = Math.min(root.childCount, FAMILY_STEP);
  for (const { id, childCount, children } of root.children) {
    const size = Math.min(childCount, FAMILY_STEP);
    if (size === 0 || children.length < size) continue;
    if (boxes + size > OPENING_BOXES) break;
    boxes += size;
    open.add(id);
  }
  return open;
}

interface Choice {
  isOpen: (id: string) => boolean;
  familyLimit: number;
  keeps: ReadonlySet<string>;
  windows: ReadonlyMap<string, FamilyWindow>;
}

function list(root: BranchNode, { isOpen, familyLimit, keeps, windows }: Choice): ShownBox[] {
  const boxes: ShownBox[] = [];
  const walk = (node: BranchNode, parentId: string | null, ring: number): void => {
    const opens = ring === 0 || (isOpen(node.id) && node.children.length > 0);
    boxes.push({ type: 'claim', node, parentId, ring, hiddenCount: opens ? 0 : node.below });
    if (!opens) return;
    const asked = windows.get(node.id) ?? FIRST_WINDOW;
    const window = { from: asked.from, to: Math.min(asked.to, asked.from + familyLimit - 1) };
    const shown = node.children.filter(
      ({ id, position }) => (position >= window.from && position <= window.to) || keeps.has(id),
    );
    const earlier = Math.max(
      0,
      window.from - 1 - shown.filter(({ position }) => position < window.from).length,
    );
    const later = node.childCount - shown.length - earlier;
    const more = (direction: ShownMore['direction'], count: number): void => {
      if (count <= 0) return;
      boxes.push({
        type: 'more',
        id: moreId(node.id, direction),
        parentId: node.id,
        ring: ring + 1,
        count,
        direction,
      });
    };
    more('earlier', earlier);
    for (const child of shown) walk(child, node.id, ring + 1);
    more('later', later);
  };
  walk(root, null, 0);
  return boxes;
}

/**
 * The boxes to lay out, branch by branch: at most `budget`, unless the way to the anchor alone takes more. Over the budget
 * the branches farthest from the anchor fold first, then the later ones; then families are cut shorter.
 */
export function shownBranches(input: ShownInput): ShownBox[] {
  const { root, opened, folded, windows, budget = BOX_BUDGET } = input;
  const index = indexOf(root);
  const path = pathOf(input.anchorId, index);
  const keeps = new Set(path);
  const ways = new Set(path.slice(1));
  const atFirst = openAtFirst(root);
  const automatic = new Set<string>();
  const isOpen = (id: string): boolean =>
    ways.has(id) || (!automatic.has(id) && !folded.has(id) && (opened.has(id) || atFirst.has(id)));
  const choose = (familyLimit: number): ShownBox[] => list(root, { isOpen, familyLimit, keeps, windows });

  let boxes = choose(FAMILY_MOST);
  if (boxes.length <= budget) return boxes;
  const depthOnPath = new Map(path.map((id, steps) => [id, steps]));
  const distance = (id: string): number => {
    let steps = 0;
    for (let at: string | undefined = id; at !== undefined; at = index.parentOf.get(at), steps += 1) {
      const met = depthOnPath.get(at);
      if (met !== undefined) return met + steps;
    }
    return steps;
  };
  const open = boxes
    .flatMap((box) =>
      box.type === 'claim' && box.ring > 0 && box.hiddenCount === 0 && box.node.children.length > 0
        ? [box.node.id]
        : [],
    )
    .filter((id) => !keeps.has(id))
    .map((id, order) => ({ id, order, far: distance(id) }))
    .sort((a, b) => b.far - a.far || b.order - a.order);
  for (const { id } of open) {
    automatic.add(id);
    boxes = choose(FAMILY_MOST);
    if (boxes.length <= budget) return boxes;
  }
  for (let limit = FAMILY_MOST; limit > 1 && boxes.length > budget; limit = Math.floor(limit / 2))
    boxes = choose(Math.floor(limit / 2));
  return boxes;
}
