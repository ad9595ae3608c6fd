import type { Curve, Route } from './route';
import { columnsOf } from './route';
import type { Edge, Scene } from './scene';
import { sourceSide } from './scene';

/** The piece of a route inside one gutter: its two heights. */
interface Leg {
  readonly route: Route;
  readonly lo: number;
  readonly hi: number;
}

/** Everything in one gutter; the numbers are sorted, so that counting is a matter of two look-ups. */
interface GutterTraffic {
  readonly stubs: number[];
  readonly curveTops: number[];
  readonly curveBottoms: number[];
  legs: Leg[];
}

const EDGE = 0.5;
/** Routed lines may still move, so crossing one is less certain than crossing a curve. */
const UPRIGHT = 0.6;
const LEVEL = 0.4;

/** How many of the sorted numbers are below `value`. */
function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const within = (value: number, lo: number, hi: number): boolean => value > lo + EDGE && value < hi - EDGE;

/** What is already drawn in the corridors: the router asks it how many lines a step would cross. */
export class Traffic {
  private readonly gutters: GutterTraffic[];
  private readonly targetSides: Edge[];
  private readonly gapUse: Map<number, number>[];

  constructor(scene: Scene, curves: readonly Curve[]) {
    const indexes = Array.from({ length: scene.columns.length + 1 }, (_, index) => index);
    this.targetSides = indexes.map((gutter) => (sourceSide(scene, gutter) === 'left' ? 'right' : 'left'));
    this.gapUse = scene.columns.map(() => new Map());
    const ascending = (values: number[]) => values.sort((a, b) => a - b);
    this.gutters = indexes.map((gutter) => {
      const own = curves.filter((curve) => curve.gutter === gutter);
      return {
        stubs: ascending(own.map(({ y1 }) => y1)),
        curveTops: ascending(own.map(({ y1, y2 }) => Math.min(y1, y2))),
        curveBottoms: ascending(own.map(({ y1, y2 }) => Math.max(y1, y2))),
        legs: [],
      };
    });
  }

  /** Lines crossed by entering a gutter at one height and side and leaving it at another; null ends inside it. */
  crossings(gutter: number, enter: Edge, yIn: number, leave: Edge | null, yOut: number): number {
    const traffic = this.gutters[gutter];
    const targetSide = this.targetSides[gutter];
    if (!traffic) return 0;
    const [lo, hi] = yIn < yOut ? [yIn, yOut] : [yOut, yIn];
    let count = Math.max(0, countBelow(traffic.stubs, hi - EDGE) - countBelow(traffic.stubs, lo + EDGE));
    // Lanes lie on the source side, so a line meets the curves on its way to or from the other side.
    if (enter === targetSide) count += this.curvesAt(traffic, yIn);
    if (leave === targetSide && (enter !== targetSide || yIn !== yOut)) count += this.curvesAt(traffic, yOut);
    for (const leg of traffic.legs) {
      if (within(yIn, leg.lo, leg.hi) || within(yOut, leg.lo, leg.hi)) count += UPRIGHT;
      if (within(leg.lo, lo, hi)) count += LEVEL;
      if (within(leg.hi, lo, hi)) count += LEVEL;
    }
    return count;
  }

  private curvesAt(traffic: GutterTraffic, y: number): number {
    return Math.max(0, countBelow(traffic.curveTops, y - EDGE) - countBelow(traffic.curveBottoms, y + EDGE));
  }

  gapLoad(column: number, gap: number): number {
    return this.gapUse[column]?.get(gap) ?? 0;
  }

  add(route: Route): void {
    this.countGaps(route, 1);
    route.gutters.forEach((gutter, index) => {
      const [a, b] = [route.ys[index] ?? 0, route.ys[index + 1] ?? 0];
      this.gutters[gutter]?.legs.push({ route, lo: Math.min(a, b), hi: Math.max(a, b) });
    });
  }

  remove(route: Route): void {
    this.countGaps(route, -1);
    for (const gutter of route.gutters) {
      const traffic = this.gutters[gutter];
      if (traffic) traffic.legs = traffic.legs.filter((leg) => leg.route !== route);
    }
  }

  private countGaps(route: Route, by: number): void {
    columnsOf(route).forEach((column, index) => {
      const gap = route.gapIndexes[index] ?? 0;
      this.gapUse[column]?.set(gap, this.gapLoad(column, gap) + by);
    });
  }
}
