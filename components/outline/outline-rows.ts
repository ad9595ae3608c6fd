import { countBelow, type OutlineNode, type OutlineSection } from '@/lib/domain/debate/outline';

/** One line of the outline as it stands now. Hidden lines stay in the page: on paper every branch is open. */
export interface OutlineRow {
  node: OutlineNode;
  level: number;
  positionInSet: number;
  setSize: number;
  /** Null for a claim with nothing under it. */
  isOpen: boolean | null;
  /** Claims that its closed branch keeps out of sight. */
  hiddenCount: number;
  isHidden: boolean;
  /** Claims right under it that are still to be read, when some of them stand here already. */
  unread: number;
}

export interface RowFilter {
  /** Claims whose branch is closed. */
  closed: ReadonlySet<string>;
  /** Show these claims alone, as a flat list; null shows the tree. */
  only: ReadonlySet<string> | null;
}

/** The lines of one side's section, in reading order. */
export function outlineRows(section: OutlineSection, { closed, only }: RowFilter): OutlineRow[] {
  return only === null ? treeRows(section.nodes, closed) : flatRows(section.nodes, only);
}

function treeRows(roots: readonly OutlineNode[], closed: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const walk = (nodes: readonly OutlineNode[], isHidden: boolean): void => {
    for (const node of nodes) {
      // A branch of which nothing was read is a closed one: to open it is to read it.
      const isOpen =
        node.children.length === 0 ? (node.unread > 0 ? false : null) : !closed.has(node.claim.id);
      rows.push({
        node,
        level: node.depth,
        positionInSet: node.position,
        setSize: node.setSize,
        isOpen,
        hiddenCount: isOpen === false ? countBelow(node) : 0,
        isHidden,
        unread: isOpen === true ? node.unread : 0,
      });
      walk(node.children, isHidden || isOpen === false);
    }
  };
  walk(roots, false);
  return rows;
}

function flatRows(roots: readonly OutlineNode[], only: ReadonlySet<string>): OutlineRow[] {
  const rows = treeRows(roots, new Set());
  const setSize = rows.filter(({ node }) => only.has(node.claim.id)).length;
  let positionInSet = 0;
  return rows.map((row) => {
    const isHidden = !only.has(row.node.claim.id);
    if (!isHidden) positionInSet += 1;
    return {
      ...row,
      level: 1,
      positionInSet: Math.max(1, positionInSet),
      setSize,
      isOpen: null,
      isHidden,
      unread: 0,
    };
  });
}

/** The claims over this one, nearest first: the branches to open before it can be seen. */
export function idsAbove(node: OutlineNode, nodeById: ReadonlyMap<string, OutlineNode>): string[] {
  const ids: string[] = [];
  for (let id = node.parentId; id !== null; id = nodeById.get(id)?.parentId ?? null) ids.push(id);
  return ids;
}
