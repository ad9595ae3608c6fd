import { placeColumns } from './columns';
import { Draughtsman } from './draw';
import type { Folding } from './fold';
import { decideFolding } from './fold';
import { assignLanes } from './lanes';
import { orderSiblings } from './order';
import type { Clearance } from './place';
import { placeCards } from './place';
import { assignPorts } from './ports';
import type { Curve, Placed, Route } from './route';
import { columnsOf } from './route';
import { isCurve, Router } from './router';
import type { TightGap } from './runs';
import { settleRuns } from './runs';
import type { Scene } from './scene';
import { cardOf, centreY, columnAt, gutterAt, innerEdge } from './scene';
import type { ClaimTree } from './tree';
import { buildTree, nodeOf } from './tree';
import type { LayoutInput, MapLayout, PlacedClaim, PlacedLine } from './types';
import type { Wire } from './visible-lines';
import { visibleWires } from './visible-lines';

const STRIP_FIRST = 20;
const STRIP_BELOW_FIRST = 6;
/** Lines stay this far below the top of the canvas (the side heads end there) unless the map moves down. */
const LINES_TOP = 42;
/** A line may pass this far below the last card without making the map taller. */
const LINES_BELOW = -12;

/** How often the map may be laid out anew because lines ask for more room. */
const ATTEMPTS = 4;

interface Routed {
  readonly curves: Curve[];
  readonly routes: Route[];
  readonly lineOf: ReadonlyMap<Wire, Placed>;
  readonly tight: readonly TightGap[];
}

/** Undercuts after the lines they meet, short ways before long ones. */
function routingOrder(scene: Scene, wires: readonly Wire[]): Wire[] {
  const depth = (wire: Wire): number => ('wire' in wire.to ? depth(wire.to.wire) + 1 : 0);
  const sourceOf = (wire: Wire): Wire => ('wire' in wire.to ? sourceOf(wire.to.wire) : wire);
  const span = (wire: Wire): number => {
    const target = sourceOf(wire);
    const a = cardOf(scene, wire.from);
    const b = cardOf(
      scene,
      target !== wire ? target.from : 'claimId' in wire.to ? wire.to.claimId : wire.from,
    );
    return Math.abs(a.columnIndex - b.columnIndex) * 10_000 + Math.abs(centreY(a) - centreY(b));
  };
  return wires
    .map((wire, index) => ({ wire, index, depth: depth(wire), span: span(wire) }))
    .sort((a, b) => a.depth - b.depth || a.span - b.span || a.index - b.index)
    .map(({ wire }) => wire);
}

/** Routes every wire; a sketch settles for the first way found and leaves exact heights open. */
function routeAll(scene: Scene, wires: readonly Wire[], sketch: boolean): Routed {
  const curves: Curve[] = [];
  const lineOf = new Map<Wire, Placed>();
  for (const wire of wires) {
    if (!('claimId' in wire.to) || !isCurve(scene, wire)) continue;
    const source = cardOf(scene, wire.from);
    const target = cardOf(scene, wire.to.claimId);
    const gutter = gutterAt(source, innerEdge(source));
    const curve: Curve = {
      shape: 'curve',
      wire,
      gutter,
      source,
      target,
      y1: centreY(source),
      y2: centreY(target),
    };
    curves.push(curve);
    lineOf.set(wire, curve);
  }
  assignPorts(scene, curves, []);
  const router = new Router(scene, curves);
  const pending = routingOrder(
    scene,
    wires.filter((wire) => !lineOf.has(wire)),
  );
  const met = new Set(pending.flatMap((wire) => ('wire' in wire.to ? [wire.to.wire] : [])));
  for (const pass of sketch ? [1] : [1, 2]) {
    for (const wire of pending) {
      const old = lineOf.get(wire);
      // A second look with all the others in place; a line that others end on stays where they met it.
      if (pass === 2 && (old?.shape !== 'route' || met.has(wire))) continue;
      if (old?.shape === 'route') router.traffic.remove(old);
      const route = router.find(wire, 'wire' in wire.to ? (lineOf.get(wire.to.wire) ?? null) : null);
      router.traffic.add(route);
      lineOf.set(wire, route);
    }
  }
  const routes = pending.flatMap((wire) => {
    const line = lineOf.get(wire);
    return line?.shape === 'route' ? [line] : [];
  });
  // Ports follow the heights that lines come from, and those heights follow the ports: the second round settles both.
  let tight: TightGap[] = [];
  for (let round = 0; round < (sketch ? 0 : 2); round++) {
    assignPorts(scene, curves, routes);
    tight = settleRuns(scene, curves, routes);
  }
  return { curves, routes, lineOf, tight };
}

/** Room that the lines above the first and below the last card of a column ask for. */
function stripsFor(scene: Scene, routes: readonly Route[]): Pick<Clearance, 'above' | 'below'> {
  const count = { above: new Map<number, number>(), below: new Map<number, number>() };
  const { geometry } = scene;
  const bottom = Math.max(
    ...scene.columns.flatMap((column) => column.cards.map((card) => card.top + card.heightPx)),
  );
  for (const route of routes) {
    columnsOf(route).forEach((index, step) => {
      const column = columnAt(scene, index);
      if (index === scene.middle) return;
      const gap = column.gaps[route.gapIndexes[step] ?? -1];
      const side =
        gap?.lo === -Infinity && gap.hi < geometry.topPx + 16
          ? 'above'
          : gap?.hi === Infinity && gap.lo > bottom - 14
            ? 'below'
            : null;
      if (side) count[side].set(index, (count[side].get(index) ?? 0) + 1);
    });
  }
  const room = (counts: Map<number, number>, first: number) =>
    new Map([...counts].map(([index, lines]) => [index, first + (lines - 1) * geometry.lanePx]));
  return { above: room(count.above, STRIP_FIRST), below: room(count.below, STRIP_BELOW_FIRST) };
}

/** Asks for one more lane in every gap that was too full. */
function widenGaps(scene: Scene, tight: readonly TightGap[], under: Map<string, number>): void {
  for (const { column, gap } of tight) {
    const card = columnAt(scene, column).cards[gap - 1];
    if (card) under.set(card.id, (under.get(card.id) ?? 0) + scene.geometry.lanePx);
  }
}

function placedClaims(tree: ClaimTree, folding: Folding, scene: Scene): PlacedClaim[] {
  return folding.visible.map((id, position) => {
    const node = nodeOf(tree, id);
    const card = cardOf(scene, id);
    return {
      id,
      x: card.x,
      y: card.top,
      widthPx: card.widthPx,
      heightPx: card.heightPx,
      column: columnAt(scene, card.columnIndex).name,
      ring: node.ring,
      wing: node.wing,
      parentId: node.parentId,
      parentRelationId: node.parentRelationId,
      position,
      hasChildren: node.children.length > 0,
      hiddenCount: folding.hiddenCounts.get(id) ?? 0,
      foldedAutomatically: folding.automatic.has(id),
    };
  });
}

/** Highest and lowest points of all lines. */
function lineExtent(lines: readonly PlacedLine[]): { top: number; bottom: number } {
  let [top, bottom] = [Infinity, -Infinity];
  for (const line of lines) {
    for (const point of line.points) {
      top = Math.min(top, point.y);
      bottom = Math.max(bottom, point.y);
    }
  }
  return { top, bottom };
}

/**
 * Lays out the two-sided argument map: cards in columns on both sides of the motion, folded to fit when asked, and
 * every line routed so that it runs over no card. Deterministic; the order of the input arrays does not matter.
 */
export function layoutMap(input: LayoutInput): MapLayout {
  const tree = buildTree(input);
  orderSiblings(tree);
  const folding = decideFolding(tree, input);
  const wires = visibleWires(tree, folding);

  const none: Clearance = { above: new Map(), below: new Map(), under: new Map() };
  const sketch = placeCards(tree, folding, input, none);
  const strips = stripsFor(sketch, routeAll(sketch, wires, true).routes);
  const under = new Map<string, number>();
  let extraTop = 0;
  for (let attempt = 1; ; attempt++) {
    const geometry = { ...input.geometry, topPx: input.geometry.topPx + extraTop };
    const scene = placeCards(tree, folding, { ...input, geometry }, { ...strips, under });
    const { curves, routes, lineOf, tight } = routeAll(scene, wires, false);
    if (attempt < ATTEMPTS && tight.length > 0) {
      widenGaps(scene, tight, under);
      continue;
    }
    const lanes = assignLanes(scene, routes);
    const plans = placeColumns(scene, curves, lanes);
    const draughtsman = new Draughtsman(scene, plans, lanes);
    const lines = wires.flatMap((wire) => {
      const line = lineOf.get(wire);
      return line ? [draughtsman.draw(line)] : [];
    });
    const { top, bottom } = lineExtent(lines);
    const least = Math.min(LINES_TOP, input.geometry.topPx);
    if (attempt < ATTEMPTS && top < least) {
      extraTop += Math.ceil(least - top);
      continue;
    }
    const claims = placedClaims(tree, folding, scene);
    const right =
      plans.reduce((sum, plan) => sum + plan.widthPx, 0) +
      scene.columns.reduce((sum, column) => sum + column.widthPx, 0);
    const { bottomPx, heightPx, widthPx } = input.geometry;
    const lowest = Math.max(...claims.map((claim) => claim.y + claim.heightPx), bottom + LINES_BELOW);
    return {
      claims,
      lines,
      widthPx: Math.max(widthPx, right),
      heightPx: Math.max(heightPx, lowest + bottomPx),
    };
  }
}
