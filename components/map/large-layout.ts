import type { Outline, OutlineNode } from '@/lib/domain/debate/outline';
import type { DebateView } from '@/lib/domain/debate/view';
import { inTurn } from '@/lib/domain/debate/whole-map';
import { layoutBranches } from '@/lib/domain/layout/branch-layout';
import { screenGeometry } from '@/lib/domain/layout/geometry';
import { type BranchNode, shownBranches } from '@/lib/domain/layout/shown-branches';
import type { MapLayout } from '@/lib/domain/layout/types';
import type { MapClaims } from './map-claims';
import { DEFAULT_CANVAS, type LayoutOptions, layoutInput } from './map-layout-input';

const branchOf = (node: OutlineNode, isDrawn: (id: string) => boolean): BranchNode => ({
  id: node.claim.id,
  children: node.children.filter(({ claim }) => isDrawn(claim.id)).map((child) => branchOf(child, isDrawn)),
  position: node.position,
  childCount: node.children.length + node.unread,
  below: node.below,
});

/** The map as a tree of what was read, with counts of the whole; the sides in turn on the first level. */
export function branchTree(debate: DebateView, drawn: MapClaims, outline: Outline): BranchNode {
  const isDrawn = (id: string): boolean => drawn.claimById.has(id);
  const firstLevel = inTurn(outline.sections.map(({ nodes }) => nodes)).filter(({ claim }) =>
    isDrawn(claim.id),
  );
  // Places are counted through both sides in turn, as pages give them; what was not read lies behind what was.
  const children = firstLevel.map((node, index) => ({ ...branchOf(node, isDrawn), position: index + 1 }));
  return {
    id: debate.motion.id,
    children,
    position: 1,
    childCount: children.length + outline.unread,
    below: debate.part?.claimCount ?? outline.nodes.length,
  };
}

/** A large map laid out: the branches that are open, at 100 %, however tall they grow. */
export function largeLayout(
  debate: DebateView,
  drawn: MapClaims,
  outline: Outline,
  options: LayoutOptions,
): MapLayout {
  const input = layoutInput(debate, drawn, options);
  const heights = new Map(input.claims.map(({ id, heightPx }) => [id, heightPx]));
  const boxes = shownBranches({
    root: branchTree(debate, drawn, outline),
    opened: options.unfolded,
    folded: options.folded,
    windows: options.windows ?? new Map(),
    anchorId: options.anchorId,
  });
  // A branch stays together, replies of the other side included; colour, mark and word tell whose each claim is.
  const wings = new Map(
    outline.sections.flatMap(({ nodes }) =>
      nodes.map(({ claim, relation }): [string, 'start' | 'end'] => [
        claim.id,
        claim.side === 'a' || (claim.side === 'n' && relation?.kind === 'supports') ? 'start' : 'end',
      ]),
    ),
  );
  const { widthPx, heightPx } = options.canvas;
  return layoutBranches({
    boxes,
    wingOf: (id) => wings.get(id) ?? 'end',
    heightOf: (id, ring) => heights.get(id)?.[ring] ?? 60,
    rootHeightPx: input.rootHeightPx,
    placedBy: (id) => outline.nodeById.get(id)?.relation?.id ?? null,
    relations: input.relations,
    geometry: screenGeometry(Math.max(widthPx, DEFAULT_CANVAS.widthPx), heightPx),
  });
}
