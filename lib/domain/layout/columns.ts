import type { LaneSpan, Lanes } from './lanes';
import type { Curve } from './route';
import type { Scene } from './scene';
import { centreY, sourceSide } from './scene';
import type { Geometry } from './types';

/** Where lines run inside one gutter. Distances count from its source side; in a margin, outwards from the cards. */
export interface GutterPlan {
  readonly left: number;
  readonly widthPx: number;
  readonly sourceX: number;
  readonly direction: 1 | -1;
  /** Distance to the first lane. */
  readonly firstLane: number;
  /** Every curve is straight up to here, so that lanes cross it at a right angle ... */
  readonly bendStart: ReadonlyMap<Curve, number>;
  /** ... and bends between there and here. */
  readonly bendEnd: number;
}

const MARGIN_LANE = 10;
const AFTER_MARGIN_LANES = 5;
const TAB_CLEAR = 3;
/** A margin with nothing in it may shrink to this before the map gets wider than its canvas. */
const MARGIN_LEAST = 6;
/** A steep curve leaves its card straight for this much, inside the side mark. */
const LEAD = 3;
/** From the last lane to the bend of a curve, so that a steep curve keeps off the lane. */
const AFTER_LANES = 4;
const BEND_LEAST = 14;
const ROOT_BEND_LEAST = 22;
/** Beyond this many curves side by side a gutter widens for each further one. */
const FAN_FREE = 7;
const FAN_EXTRA = 3;
const ARROW = 4;
/** A curve still runs nearly level this far into its bend, so a tab may reach into it. */
const LEVEL = 7;

/** Most curves that pass one height of a gutter. */
function fan(curves: readonly Curve[]): number {
  const events = curves.flatMap(({ y1, y2 }) => [
    { y: Math.min(y1, y2), change: 1 },
    { y: Math.max(y1, y2), change: -1 },
  ]);
  events.sort((a, b) => a.y - b.y || a.change - b.change);
  let open = 0;
  let most = 0;
  for (const event of events) {
    open += event.change;
    most = Math.max(most, open);
  }
  return most;
}

/** Heights of the fold tabs that stand in a gutter, with a little air. */
function tabsIn(scene: Scene, gutter: number): LaneSpan[] {
  const targetColumn = scene.columns[sourceSide(scene, gutter) === 'left' ? gutter : gutter - 1];
  const reach = scene.geometry.tabHeightPx / 2 + TAB_CLEAR;
  return (targetColumn?.cards ?? []).flatMap((card) =>
    card.folded ? [{ lo: centreY(card) - reach, hi: centreY(card) + reach, lane: 0 }] : [],
  );
}

const overlap = (a: { lo: number; hi: number }, b: { lo: number; hi: number }): boolean =>
  a.lo < b.hi && a.hi > b.lo;

/** Room between the bends of the curves and the card edge: for the arrowhead, and for tabs that stand there. */
function endPadding(
  { geometry: g }: Scene,
  root: boolean,
  curves: readonly Curve[],
  tabs: readonly LaneSpan[],
): number {
  const edge = ARROW + (root ? 6 : 2);
  if (curves.some((curve) => curve.wire.toHidden && curve.target.folded)) return edge + g.tabWidthPx;
  const passes = curves.some(({ y1, y2, target }) =>
    tabs.some(
      (tab) =>
        overlap(tab, { lo: Math.min(y1, y2), hi: Math.max(y1, y2) }) &&
        !(target.folded && overlap(tab, { lo: centreY(target) - 1, hi: centreY(target) + 1 })),
    ),
  );
  return edge + (passes ? Math.max(0, g.tabWidthPx - LEVEL) : 0);
}

/**
 * Where each curve starts to bend: after the lanes that pass its bundle. Curves of one bundle (their heights overlap)
 * bend over the same stretch, which is what keeps them from crossing.
 */
function bendStarts(curves: readonly Curve[], spans: readonly LaneSpan[], g: Geometry): Map<Curve, number> {
  const starts = new Map<Curve, number>();
  const low = (curve: Curve) => Math.min(curve.y1, curve.y2);
  const high = (curve: Curve) => Math.max(curve.y1, curve.y2);
  const sorted = [...curves].sort((a, b) => low(a) - low(b));
  for (let i = 0; i < sorted.length; ) {
    const bundle: Curve[] = [];
    let bottom = -Infinity;
    for (; i < sorted.length; i++) {
      const curve = sorted[i] as Curve;
      if (bundle.length > 0 && low(curve) > bottom + g.portGapPx) break;
      bundle.push(curve);
      bottom = Math.max(bottom, high(curve));
    }
    const top = low(bundle[0] as Curve);
    const passing = spans.filter((span) => span.lo < bottom + g.lanePx && span.hi > top - g.lanePx);
    const lanes = passing.reduce((most, span) => Math.max(most, span.lane + 1), 0);
    const start = lanes === 0 ? LEAD : g.firstLanePx + (lanes - 1) * g.lanePx + AFTER_LANES;
    for (const curve of bundle) starts.set(curve, start);
  }
  return starts;
}

interface GutterNeed {
  readonly least: number;
  /** Wanted before any other gutter grows, and the most that spare room may give. */
  readonly wanted: number;
  readonly most: number;
  readonly firstLane: number;
  readonly endPad: number;
  readonly starts: ReadonlyMap<Curve, number>;
}

function marginNeed(scene: Scene, gutter: number, lanes: number): GutterNeed {
  const { geometry: g, columns } = scene;
  const tab = columns[gutter === 0 ? 0 : columns.length - 1]?.cards.some((card) => card.folded)
    ? g.tabWidthPx
    : 0;
  const firstLane = (lanes > 0 ? tab : 0) + MARGIN_LANE;
  const used =
    lanes > 0
      ? firstLane + (lanes - 1) * g.lanePx + AFTER_MARGIN_LANES
      : tab > 0
        ? tab + TAB_CLEAR
        : MARGIN_LEAST;
  const least = g.marginPx === 0 && used === MARGIN_LEAST ? 0 : used;
  const wanted = Math.max(g.marginPx, least);
  return { least, wanted, most: wanted, firstLane, endPad: 0, starts: new Map() };
}

function gutterNeed(scene: Scene, gutter: number, curves: readonly Curve[], lanes: Lanes): GutterNeed {
  const { geometry: g, middle } = scene;
  const root = gutter === middle || gutter === middle + 1;
  const spans = lanes.spansOf[gutter] ?? [];
  const starts = bendStarts(curves, spans, g);
  const tabs = tabsIn(scene, gutter);
  const lanesEnd = spans.reduce((most, span) => {
    const tab = tabs.some((other) => overlap(other, span)) ? g.tabWidthPx : 0;
    return Math.max(most, g.firstLanePx + span.lane * g.lanePx + AFTER_MARGIN_LANES + tab);
  }, 0);
  const endPad = endPadding(scene, root, curves, tabs);
  const bend = (root ? ROOT_BEND_LEAST : BEND_LEAST) + FAN_EXTRA * Math.max(0, fan(curves) - FAN_FREE);
  const forCurves = curves.length === 0 ? 0 : Math.max(...starts.values()) + bend + endPad;
  const least = Math.max(root ? g.rootGutterPx : g.gutterPx, forCurves, lanesEnd + ARROW);
  const most = Math.max(least, root ? g.rootGutterMaxPx : g.gutterMaxPx);
  return { least, wanted: least, most, firstLane: g.firstLanePx, endPad, starts };
}

/** Hands out spare width: first up to what is wanted, then up to the most, each in proportion. */
function shareOut(needs: readonly GutterNeed[], room: number): number[] {
  const widths = needs.map((need) => need.least);
  let spare = room - widths.reduce((sum, width) => sum + width, 0);
  for (const goal of ['wanted', 'most'] as const) {
    const growth = needs.map((need, index) => need[goal] - (widths[index] ?? 0));
    const total = growth.reduce((sum, grow) => sum + grow, 0);
    if (spare <= 0 || total <= 0) continue;
    const share = Math.min(1, spare / total);
    growth.forEach((grow, index) => {
      widths[index] = Math.floor((widths[index] ?? 0) + grow * share);
    });
    spare = room - widths.reduce((sum, width) => sum + width, 0);
  }
  return widths;
}

/**
 * Sets the x of every card and plans every gutter. Gutters are as wide as their lanes and curves need, wider when
 * the canvas has room to spare (cards never are); a map wider than its canvas keeps its size.
 */
export function placeColumns(scene: Scene, curves: readonly Curve[], lanes: Lanes): GutterPlan[] {
  const { geometry: g, columns } = scene;
  const last = columns.length;
  const needs = Array.from({ length: last + 1 }, (_, gutter) => {
    if (gutter === 0 || gutter === last) return marginNeed(scene, gutter, lanes.countOf[gutter] ?? 0);
    const own = curves.filter((curve) => curve.gutter === gutter);
    return gutterNeed(scene, gutter, own, lanes);
  });
  const cardsWidth = columns.reduce((sum, column) => sum + column.widthPx, 0);
  const widths = shareOut(needs, g.widthPx - cardsWidth);
  const left = Math.max(0, g.widthPx - cardsWidth - widths.reduce((sum, width) => sum + width, 0));

  let x = Math.floor(left / 2);
  return needs.map(({ firstLane, endPad, starts }, gutter) => {
    const widthPx = widths[gutter] ?? 0;
    const start = x;
    const column = columns[gutter];
    x += widthPx;
    for (const card of column?.cards ?? []) card.x = x;
    x += column?.widthPx ?? 0;
    const fromLeft = gutter === last || (gutter !== 0 && sourceSide(scene, gutter) === 'left');
    const direction = fromLeft ? 1 : -1;
    const sourceX = fromLeft ? start : start + widthPx;
    const bendStart = new Map(
      [...starts].map(([curve, distance]) => [curve, sourceX + direction * distance]),
    );
    const bendEnd = sourceX + direction * (widthPx - endPad);
    return { left: start, widthPx, sourceX, direction, firstLane, bendStart, bendEnd };
  });
}
