import type { Curve, Route } from './route';
import { columnsOf } from './route';
import type { Edge, Scene } from './scene';
import { sourceSide } from './scene';

interface Span {
  readonly lo: number;
  readonly hi: number;
}

interface GutterTraffic {
  readonly stubs: number[];
  readonly curves: Span[];
  readonly verticals: Map<Route, Span>;
  readonly horizontals: Map<Route, number[]>;
}

const within = (value: number, a: number, b: number) =>
  value > Math.min(a, b) + 0.5 && value < Math.max(a, b) - 0.5;

/** What is already drawn in the corridors: the router asks it how many lines a step would cross. */
export class Traffic {
  private readonly gutters: GutterTraffic[];
  private readonly gapUse = new Map<string, number>();

  constructor(
    private readonly scene: Scene,
    curves: readonly Curve[],
  ) {
    this.gutters = Array.from({ length: scene.columns.length + 1 }, () => ({
      stubs: [],
      curves: [],
      verticals: new Map(),
      horizontals: new Map(),
    }));
    for (const { gutter, y1, y2 } of curves) {
      this.gutters[gutter]?.stubs.push(y1);
      this.gutters[gutter]?.curves.push({ lo: Math.min(y1, y2), hi: Math.max(y1, y2) });
    }
  }

  /** Lines crossed by entering a gutter at one height and side and leaving it at another; null ends inside it. */
  crossings(gutter: number, enter: Edge, yIn: number, leave: Edge | null, yOut: number): number {
    const traffic = this.gutters[gutter];
    if (!traffic) return 0;
    const targetSide: Edge = sourceSide(this.scene, gutter) === 'left' ? 'right' : 'left';
    let count = 0;
    for (const y of traffic.stubs) if (within(y, yIn, yOut)) count++;
    // Lanes lie on the source side, so a line meets the curves on its way to or from the other side.
    for (const span of traffic.curves) {
      if (enter === targetSide && within(yIn, span.lo, span.hi)) count++;
      if (leave === targetSide && (enter !== targetSide || yIn !== yOut) && within(yOut, span.lo, span.hi))
        count++;
    }
    for (const span of traffic.verticals.values()) {
      if (within(yIn, span.lo, span.hi) || within(yOut, span.lo, span.hi)) count += 0.6;
    }
    for (const ys of traffic.horizontals.values()) for (const y of ys) if (within(y, yIn, yOut)) count += 0.4;
    return count;
  }

  gapLoad(column: number, gap: number): number {
    return this.gapUse.get(`${column} ${gap}`) ?? 0;
  }

  add(route: Route): void {
    this.change(route, 1);
    route.gutters.forEach((gutter, index) => {
      const [a, b] = [route.ys[index] ?? 0, route.ys[index + 1] ?? 0];
      if (Math.abs(a - b) > 1)
        this.gutters[gutter]?.verticals.set(route, { lo: Math.min(a, b), hi: Math.max(a, b) });
      this.gutters[gutter]?.horizontals.set(route, [a, b]);
    });
  }

  remove(route: Route): void {
    this.change(route, -1);
    for (const gutter of route.gutters) {
      this.gutters[gutter]?.verticals.delete(route);
      this.gutters[gutter]?.horizontals.delete(route);
    }
  }

  private change(route: Route, by: number): void {
    columnsOf(route).forEach((column, index) => {
      const key = `${column} ${route.gapIndexes[index]}`;
      this.gapUse.set(key, (this.gapUse.get(key) ?? 0) + by);
    });
  }
}
