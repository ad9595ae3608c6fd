import type { GutterPlan } from './columns';
import type { Lanes } from './lanes';
import type { Corner } from './paths';
import { cubicXAtY, roundedPath, stubbedCubic } from './paths';
import type { Curve, Placed, Route } from './route';
import { heading, UPRIGHT_LEAST } from './route';
import type { Scene } from './scene';
import { edgeX, endGap, innerEdge, portX } from './scene';
import type { PlacedLine, Point } from './types';
import type { Wire } from './visible-lines';

/** An arrowhead covers this much of the end of its line. */
const HEAD = 4;

/** Where a polyline passes an x, nearest to the wanted height; its nearest point when it never does. */
function pointAt(points: readonly Point[], x: number, wanted: number): Point {
  let passing: Point | null = null;
  let nearest: Point = points[0] ?? { x, y: wanted };
  const off = (point: Point) => Math.hypot(point.x - x, point.y - wanted);
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]] as [Point, Point];
    if (off(b) < off(nearest)) nearest = b;
    if (Math.abs(b.x - a.x) < 0.01 || x < Math.min(a.x, b.x) || x > Math.max(a.x, b.x)) continue;
    const y = a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
    if (passing === null || Math.abs(y - wanted) < Math.abs(passing.y - wanted)) passing = { x, y };
  }
  return passing ?? nearest;
}

/** Turns settled curves and routes into paths. */
export class Draughtsman {
  private readonly drawn = new Map<Placed, PlacedLine>();

  constructor(
    private readonly scene: Scene,
    private readonly plans: readonly GutterPlan[],
    private readonly lanes: Lanes,
  ) {}

  /** The same line is drawn once, however often it is asked for. */
  draw(line: Placed): PlacedLine {
    const drawn =
      this.drawn.get(line) ?? (line.shape === 'curve' ? this.drawCurve(line) : this.drawRoute(line));
    this.drawn.set(line, drawn);
    return drawn;
  }

  private plan(gutter: number): GutterPlan {
    const plan = this.plans[gutter];
    if (!plan) throw new Error(`No gutter ${gutter}`);
    return plan;
  }

  private drawCurve(curve: Curve): PlacedLine {
    const { direction, bendEnd } = this.plan(curve.gutter);
    const start = { x: edgeX(curve.source, innerEdge(curve.source)), y: curve.y1 };
    const faced = direction === 1 ? 'left' : 'right';
    const targetX = portX(this.scene, curve.target, faced, curve.wire.toHidden);
    const end = { x: targetX - direction * endGap(curve.target), y: curve.y2 };
    const short = { x: end.x - direction * this.head(curve.wire), y: end.y };
    const { d, points } = stubbedCubic(start, this.bendStart(curve), bendEnd, short);
    return this.placed(curve.wire, d, [...points, end], direction === 1 ? 0 : 180);
  }

  private bendStart(curve: Curve): number {
    return this.plan(curve.gutter).bendStart.get(curve) ?? this.plan(curve.gutter).sourceX;
  }

  private laneX(route: Route, leg: number): number | null {
    const lane = this.lanes.laneOf.get(route)?.get(leg);
    if (lane === undefined) return null;
    const { sourceX, direction, firstLane } = this.plan(route.gutters[leg] ?? 0);
    return sourceX + direction * (firstLane + lane * this.scene.geometry.lanePx);
  }

  private drawRoute(route: Route): PlacedLine {
    const start = {
      x: portX(this.scene, route.source, route.startEdge, route.wire.fromHidden),
      y: route.ys[0] ?? 0,
    };
    const points: Corner[] = [start];
    route.gutters.forEach((_, leg) => {
      const x = this.laneX(route, leg);
      if (x === null) return;
      const { left, widthPx } = this.plan(route.gutters[leg] ?? 0);
      const within: [number, number] = [left, left + widthPx];
      points.push({ x, y: route.ys[leg] ?? 0, within }, { x, y: route.ys[leg + 1] ?? 0 });
    });
    const end = this.endOf(route, points.at(-1) ?? start);
    const before = points.at(-1) ?? start;
    const length = Math.hypot(end.x - before.x, end.y - before.y);
    const cut = length > 0 ? Math.min(this.head(route.wire), length / 2) / length : 0;
    const short = { x: end.x - (end.x - before.x) * cut, y: end.y - (end.y - before.y) * cut };
    const { d, points: drawn } = roundedPath([...points, short], this.scene.geometry.cornerPx);
    const angle =
      length > 0.01
        ? (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI
        : heading(route) === -1
          ? 180
          : 0;
    return this.placed(route.wire, d, [...drawn, end], Math.round(angle));
  }

  private endOf(route: Route, before: Point): Point {
    const { end } = route;
    const y = route.ys.at(-1) ?? 0;
    if (end.at === 'card') {
      const x = portX(this.scene, end.card, end.edge, route.wire.toHidden);
      return { x: x + (end.edge === 'left' ? -1 : 1) * endGap(end.card), y };
    }
    if (end.at === 'stub') return { x: before.x, y: end.curve.y1 };
    if (end.at === 'bend') {
      const { curve } = end;
      const { bendEnd } = this.plan(curve.gutter);
      return { x: cubicXAtY({ x: this.bendStart(curve), y: curve.y1 }, { x: bendEnd, y: curve.y2 }, y), y };
    }
    const [a, b] = [end.route.ys[end.leg] ?? y, end.route.ys[end.leg + 1] ?? y];
    const lane = this.laneX(end.route, end.leg);
    if (lane !== null && Math.abs(a - b) >= UPRIGHT_LEAST) return { x: lane, y };
    return pointAt(this.draw(end.route).points, before.x, y);
  }

  private head(wire: Wire): number {
    return wire.kind === 'supports' ? HEAD : 0;
  }

  private placed(wire: Wire, path: string, points: Point[], angleDeg: number): PlacedLine {
    const [start, end] = [points[0], points.at(-1)] as [Point, Point];
    return {
      id: wire.id,
      relationIds: wire.relationIds,
      kind: wire.kind,
      fromClaimId: wire.from,
      ...('claimId' in wire.to ? { toClaimId: wire.to.claimId } : { toRelationId: wire.to.wire.id }),
      role: wire.role,
      path,
      start,
      end: { ...end, angleDeg },
      points,
      viaFolded: wire.fromHidden || wire.toHidden,
    };
  }
}
