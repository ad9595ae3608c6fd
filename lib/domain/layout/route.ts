import type { Card, Edge, Gap, Scene } from './scene';
import { columnAt } from './scene';
import type { Wire } from './visible-lines';

/** A line between neighbouring rings, drawn as one curve inside one gutter. */
export interface Curve {
  readonly shape: 'curve';
  readonly wire: Wire;
  readonly gutter: number;
  readonly source: Card;
  readonly target: Card;
  /** Heights of its two ends. */
  y1: number;
  y2: number;
}

/** Where a routed line ends. */
export type RouteEnd =
  | { readonly at: 'card'; readonly card: Card; readonly edge: Edge }
  /** On the straight piece of a curve beside its source, reached along a lane. */
  | { readonly at: 'stub'; readonly curve: Curve }
  /** On the bend of a curve, reached from the side of the motion. */
  | { readonly at: 'bend'; readonly curve: Curve }
  /** On a routed line inside one gutter: on its vertical piece, or on its run straight across. */
  | { readonly at: 'route'; readonly route: Route; readonly leg: number };

/**
 * A line through the corridors. It leaves a card into a gutter and passes through one gap of each column on its way;
 * leg `i` is the piece inside gutter `i` of the way, from height `ys[i]` to height `ys[i + 1]`.
 */
export interface Route {
  readonly shape: 'route';
  readonly wire: Wire;
  readonly source: Card;
  readonly startEdge: Edge;
  readonly end: RouteEnd;
  readonly gutters: readonly number[];
  readonly gapIndexes: readonly number[];
  ys: number[];
  /** The heights that the search had in mind, before ports and lanes were settled. */
  readonly planned: readonly number[];
}

export type Placed = Curve | Route;

/** Columns a route passes, in order of travel. */
export function columnsOf(route: Route): number[] {
  return route.gapIndexes.map((_, index) => {
    const [from, to] = [route.gutters[index] ?? 0, route.gutters[index + 1] ?? 0];
    return Math.min(from, to);
  });
}

/** 1 to the right, -1 to the left, 0 when the route stays in one gutter. */
export function heading(route: Pick<Route, 'gutters'>): -1 | 0 | 1 {
  const [first, last] = [route.gutters[0] ?? 0, route.gutters.at(-1) ?? 0];
  return last > first ? 1 : last < first ? -1 : 0;
}

/** The side of the gutter that a card edge lies on: the right edge of a card bounds its gutter on the left. */
export const gutterSide = (edge: Edge): Edge => (edge === 'right' ? 'left' : 'right');

/** Sides by which leg `index` is entered and left; null where it ends on a line. */
export function legSides(route: Route, index: number): { enter: Edge; leave: Edge | null } {
  const forward: Edge = heading(route) === 1 ? 'right' : 'left';
  const back: Edge = heading(route) === 1 ? 'left' : 'right';
  const enter = index === 0 ? gutterSide(route.startEdge) : back;
  const last = index === route.gutters.length - 1;
  return { enter, leave: last ? (route.end.at === 'card' ? gutterSide(route.end.edge) : null) : forward };
}

/** Clear of a note pin on the card below and of the side marks. */
const STRIP_ABOVE = 15;
const STRIP_BELOW = 10;
const COMFORT = 12;
/** Least space between a line and the edge of a card. */
export const CLEAR = 4;

/** The part of a gap that a line may use at all. */
export function hardInterval(gap: Gap): Gap {
  return { lo: gap.lo + CLEAR, hi: gap.hi - CLEAR };
}

/** The part of a gap that a line prefers: well off the cards where there is room, else the middle. */
export function comfortInterval(gap: Gap): Gap {
  if (gap.lo === -Infinity && gap.hi === Infinity) return gap;
  if (gap.lo === -Infinity) return { lo: gap.lo, hi: gap.hi - STRIP_ABOVE };
  if (gap.hi === Infinity) return { lo: gap.lo + STRIP_BELOW, hi: gap.hi };
  const pad = Math.min(COMFORT, (gap.hi - gap.lo) / 2);
  return { lo: gap.lo + pad, hi: gap.hi - pad };
}

export const clamp = (value: number, lo: number, hi: number): number => Math.min(Math.max(value, lo), hi);

/** How many lines fit through a gap side by side. */
export function capacity(gap: Gap, lanePx: number): number {
  if (gap.lo === -Infinity || gap.hi === Infinity) return Infinity;
  const room = gap.hi - gap.lo - 2 * CLEAR;
  return room < 0 ? 0 : Math.floor(room / lanePx + 1e-6) + 1;
}

export function gapAt(scene: Scene, column: number, index: number): Gap {
  const gap = columnAt(scene, column).gaps[index];
  if (!gap) throw new Error(`No gap ${index} in column ${column}`);
  return gap;
}

/** A line that comes along a lane to end on a level piece needs this much of the lane. */
export const LANE_LEAST = 22;
/** An upright piece shorter than this may be drawn as a soft jog, so it is met like a level one. */
export const UPRIGHT_LEAST = 22;

/** Part of a curve, as a share of its drop, where an undercut coming from the motion's side may meet it. */
const BEND_FROM = 0.14;
const BEND_TO = 0.42;

/** Heights between which an undercut may meet the bend of a curve, or null when the curve is too flat for that. */
export function bendRange(curve: Curve): { lo: number; hi: number } | null {
  const drop = curve.y2 - curve.y1;
  if (Math.abs(drop) < 60) return null;
  const [a, b] = [curve.y1 + drop * BEND_FROM, curve.y1 + drop * BEND_TO];
  return { lo: Math.min(a, b), hi: Math.max(a, b) };
}
