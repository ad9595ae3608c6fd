/** The outline of a group on the opinion map. */

export interface Point {
  x: number;
  y: number;
}

/** From so many members on, an outline leaves out the tenth that lies furthest away. */
const MANY = 40;

/**
 * Corners, in turn, of the smallest convex outline around a group's settled members; around nine in ten of them where there are
 * many. Fewer than three corners where they lie on a line or on one place.
 */
export function outlineOf(settled: readonly Point[], center: Point): Point[] {
  const nearest = [...settled].sort(
    (a, b) => distance(a, center) - distance(b, center) || a.x - b.x || a.y - b.y,
  );
  return convexHull(
    nearest.slice(0, settled.length < MANY ? settled.length : Math.ceil(settled.length * 0.9)),
  );
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Convex hull by monotone chains (Andrew 1979), corners in turn. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const [lower, upper] = [chain(sorted), chain(sorted.toReversed())];
  return sorted.length < 2 ? sorted : [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function chain(sorted: readonly Point[]): Point[] {
  const corners: Point[] = [];
  for (const point of sorted) {
    for (;;) {
      const [before, last] = corners.slice(-2);
      if (!before || !last || turn(before, last, point) > 0) break;
      corners.pop();
    }
    corners.push(point);
  }
  return corners;
}

/** Above 0 where the way from a over b to c turns to the left. */
const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
