import { crossLine, familyLine, undercutOfFamilyLine } from './branch-lines';
import type { ShownBox } from './shown-branches';
import type { Geometry, LayoutRelation, MapLayout, PlacedClaim, PlacedLine } from './types';

/**
 * The layout of a large map. Every branch has a band of its own, its claim at the top of it and what stands under that in
 * the next column outward; so opening a branch moves nothing but what lies below it in the same wing. Columns stand at
 * fixed distances from the motion, whatever is open.
 */

export interface BranchLayoutInput {
  readonly boxes: readonly ShownBox[];
  /** The wing of a claim of the first ring; its whole branch stands there. */
  readonly wingOf: (claimId: string) => 'start' | 'end';
  readonly heightOf: (claimId: string, ring: 'inner' | 'outer') => number;
  readonly rootHeightPx: number;
  /** The relation by which a claim stands where it stands. */
  readonly placedBy: (claimId: string) => string | null;
  /** In the author's order; those with both ends among the boxes are drawn. */
  readonly relations: readonly LayoutRelation[];
  readonly geometry: Geometry;
}

/** Room between columns, px: for the lines of a family that may be far taller than its parent. */
const GUTTER = 52;
const ROOT_GUTTER = 64;
export const MORE_HEIGHT = 40;

interface Band {
  box: ShownBox;
  id: string;
  children: Band[];
  heightPx: number;
  wing: 'start' | 'end' | 'middle';
}

const idOf = (box: ShownBox): string => (box.type === 'claim' ? box.node.id : box.id);

function bandsOf(input: BranchLayoutInput): Band {
  const byId = new Map<string, Band>();
  let root: Band | null = null;
  for (const box of input.boxes) {
    const id = idOf(box);
    const parent = box.parentId === null ? null : byId.get(box.parentId);
    const ring = box.ring === 1 ? 'inner' : 'outer';
    const wing =
      box.ring === 0
        ? 'middle'
        : box.ring > 1
          ? (parent?.wing ?? 'end')
          : box.type === 'claim'
            ? input.wingOf(id)
            : shorterWing(parent?.children ?? []);
    const heightPx =
      box.ring === 0 ? input.rootHeightPx : box.type === 'more' ? MORE_HEIGHT : input.heightOf(id, ring);
    const band: Band = { box, id, children: [], heightPx, wing };
    byId.set(id, band);
    if (parent) parent.children.push(band);
    else root = band;
  }
  if (root === null) throw new Error('A map has a motion.');
  return root;
}

/** Where a box "N more" on the first level stands: after the wing with fewer claims, the end when they are equal. */
const shorterWing = (bands: readonly Band[]): 'start' | 'end' => {
  const starts = bands.filter(({ wing }) => wing === 'start').length;
  return starts < bands.length - starts ? 'start' : 'end';
};

/** Lays out the boxes of a large map. Same input, same picture; coordinates start at 0. */
export function layoutBranches(input: BranchLayoutInput): MapLayout {
  const { geometry: g } = input;
  const root = bandsOf(input);
  const tops = new Map<string, number>();
  const place = (band: Band, top: number): number => {
    tops.set(band.id, top);
    let next = top;
    for (const child of band.children) next = place(child, next) + g.gapPx;
    return Math.max(top + band.heightPx, next - g.gapPx);
  };
  const rings = { start: 0, end: 0 };
  let bottom = g.topPx + root.heightPx;
  for (const wing of ['start', 'end'] as const) {
    let next = g.topPx;
    for (const child of root.children.filter((band) => band.wing === wing)) {
      next = place(child, next) + g.gapPx;
      rings[wing] = Math.max(rings[wing], depthOf(child));
    }
    bottom = Math.max(bottom, next - g.gapPx);
  }
  // The motion stays where it is, however long the wings grow.
  const canvasMiddle = g.topPx + (g.heightPx - g.topPx - g.bottomPx) / 2;
  tops.set(root.id, Math.max(g.topPx, Math.round(canvasMiddle - root.heightPx / 2)));
  bottom = Math.max(bottom, (tops.get(root.id) ?? 0) + root.heightPx);

  const width = (count: number): number =>
    count === 0 ? 0 : ROOT_GUTTER + g.innerCardPx + (count - 1) * (GUTTER + g.outerCardPx);
  const spare = g.widthPx - (2 * g.marginPx + g.rootCardPx + width(rings.start) + width(rings.end));
  const rootX = g.marginPx + Math.max(0, spare / 2) + width(rings.start);
  const columnX = (wing: Band['wing'], ring: number): number => {
    if (wing === 'middle') return rootX;
    const inner = width(ring - 1) + (ring === 1 ? ROOT_GUTTER : GUTTER);
    return wing === 'end'
      ? rootX + g.rootCardPx + inner
      : rootX - inner - (ring === 1 ? g.innerCardPx : g.outerCardPx);
  };

  const claims: PlacedClaim[] = [];
  const walk = (band: Band): void => {
    const { box, id, wing } = band;
    const node = box.type === 'claim' ? box.node : null;
    claims.push({
      id,
      x: columnX(wing, box.ring),
      y: tops.get(id) ?? 0,
      widthPx: box.ring === 0 ? g.rootCardPx : box.ring === 1 ? g.innerCardPx : g.outerCardPx,
      heightPx: band.heightPx,
      column: wing === 'middle' ? 'm' : `${wing === 'start' ? 'l' : 'r'}${box.ring}`,
      ring: box.ring,
      wing,
      parentId: box.parentId,
      parentRelationId: node && box.ring > 0 ? input.placedBy(id) : null,
      position: claims.length,
      hasChildren: (node?.childCount ?? 0) > 0,
      hiddenCount: box.type === 'claim' ? box.hiddenCount : 0,
      foldedAutomatically: false,
      ...(box.type === 'more' && { more: { count: box.count, direction: box.direction } }),
    });
    for (const child of band.children) walk(child);
  };
  walk(root);
  return {
    claims,
    lines: linesOf(input, claims),
    widthPx: Math.max(g.widthPx, rootX + g.rootCardPx + width(rings.end) + g.marginPx),
    heightPx: Math.max(g.heightPx, bottom + g.bottomPx),
  };
}

const depthOf = (band: Band): number => 1 + Math.max(0, ...band.children.map(depthOf));

/** Lines between boxes that are shown: those of the tree first, then undercuts and cross-links that end on them. */
function linesOf(input: BranchLayoutInput, claims: readonly PlacedClaim[]): PlacedLine[] {
  const byId = new Map(claims.filter(({ more }) => !more).map((claim) => [claim.id, claim]));
  const families = new Map<string, PlacedClaim[]>();
  for (const claim of byId.values()) {
    if (claim.parentId === null) continue;
    const key = `${claim.parentId} ${claim.wing}`;
    families.set(key, [...(families.get(key) ?? []), claim]);
  }
  const drawn = new Map<string, PlacedLine>();
  const isOfTree = (relation: LayoutRelation): boolean =>
    byId.get(relation.fromClaimId)?.parentRelationId === relation.id;
  const pending: LayoutRelation[] = [];
  for (const relation of input.relations) {
    const from = byId.get(relation.fromClaimId);
    const to = 'claimId' in relation.to ? byId.get(relation.to.claimId) : undefined;
    if (!from) continue;
    if (to && isOfTree(relation)) {
      const family = families.get(`${to.id} ${from.wing}`) ?? [from];
      drawn.set(relation.id, familyLine(relation, from, to, family));
    } else pending.push(relation);
  }
  // Undercuts of undercuts need the line that they meet: again until nothing more can be drawn.
  for (let before = -1; before !== drawn.size; ) {
    before = drawn.size;
    for (const relation of pending) {
      const from = byId.get(relation.fromClaimId);
      if (!from || drawn.has(relation.id)) continue;
      if ('claimId' in relation.to) {
        const to = byId.get(relation.to.claimId);
        if (to) drawn.set(relation.id, crossLine(relation, from, to));
        continue;
      }
      const met = drawn.get(relation.to.relationId);
      if (!met) continue;
      const host = byId.get(met.fromClaimId);
      const isBesideHost = host !== undefined && isOfTree(relation) && from.parentId === host.id;
      drawn.set(
        relation.id,
        isBesideHost
          ? undercutOfFamilyLine(relation, from, host, met, input.geometry)
          : crossLine(relation, from, met),
      );
    }
  }
  return input.relations.flatMap(({ id }) => drawn.get(id) ?? []);
}

/** The same layout moved so that one box stands where it stood before. Boxes that are gone move nothing. */
export function keptAt(layout: MapLayout, before: MapLayout, anchorId: string | null): MapLayout {
  const find = (claims: readonly PlacedClaim[], id: string | null) => claims.find((claim) => claim.id === id);
  const motion = layout.claims.find(({ wing }) => wing === 'middle');
  const id = find(layout.claims, anchorId) && find(before.claims, anchorId) ? anchorId : (motion?.id ?? null);
  const [now, was] = [find(layout.claims, id), find(before.claims, id)];
  if (!now || !was) return layout;
  const [dx, dy] = [was.x - now.x, was.y - now.y];
  if (dx === 0 && dy === 0) return layout;
  const moved = <P extends { x: number; y: number }>(point: P): P => ({
    ...point,
    x: point.x + dx,
    y: point.y + dy,
  });
  return {
    ...layout,
    left: (layout.left ?? 0) + dx,
    top: (layout.top ?? 0) + dy,
    claims: layout.claims.map(moved),
    lines: layout.lines.map((line) => ({
      ...line,
      offset: { x: (line.offset?.x ?? 0) + dx, y: (line.offset?.y ?? 0) + dy },
      start: moved(line.start),
      end: moved(line.end),
      points: line.points.map(moved),
    })),
  };
}
