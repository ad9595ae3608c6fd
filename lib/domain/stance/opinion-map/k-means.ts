import type { Positions } from './projection';

/**
 * Lloyd's algorithm as the established opinion map uses it (Small et al. 2021): weighted, in the plane, from given centres,
 * with identities that persist from one run to the next.
 */

/** Clusters of points in the plane; cluster j has `ids[j]`, the centre `x[j]`, `y[j]` and the points with `slot` j. */
export interface Clustering {
  /** Unique; in the order in which clusters are compared. */
  ids: number[];
  x: number[];
  y: number[];
  /** Of each point, which cluster it is in; -1 when in none yet. */
  slot: Int32Array;
}

/** Points with weights; every weight is above 0. */
export interface WeightedPoints extends Positions {
  weight: Float64Array;
}

/** Centres that moved less than this in every pair have come to rest. */
const AT_REST = 0.01;

/** The first `most` points, in their order, that differ from all points before them: the centres of a cold start. */
export function distinctPoints({ x, y }: Positions, most: number): { x: number[]; y: number[] } {
  const found: { x: number[]; y: number[] } = { x: [], y: [] };
  const seen = new Map<number, Set<number>>();
  for (let i = 0; i < x.length && found.x.length < most; i += 1) {
    const [px, py] = [x[i] as number, y[i] as number];
    const beside = seen.get(px);
    if (beside?.has(py)) continue;
    if (beside) beside.add(py);
    else seen.set(px, new Set([py]));
    found.x.push(px);
    found.y.push(py);
  }
  return found;
}

/** A clustering without points, its centres the first `k` distinct points and its ids 0 to k - 1. */
export function coldClusters(points: Positions, k: number): Clustering {
  const { x, y } = distinctPoints(points, k);
  return { ids: x.map((_, j) => j), x, y, slot: new Int32Array(points.x.length).fill(-1) };
}

/** Puts every point into the cluster with the nearest centre; the later one of two that are as near. */
function assign(points: Positions, clusters: Clustering): void {
  const { x, y, slot } = clusters;
  const count = x.length;
  for (let i = 0; i < slot.length; i += 1) {
    const px = points.x[i] as number;
    const py = points.y[i] as number;
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < count; j += 1) {
      const dx = px - (x[j] as number);
      const dy = py - (y[j] as number);
      const distance = dx * dx + dy * dy;
      if (distance <= least) {
        least = distance;
        nearest = j;
      }
    }
    slot[i] = nearest;
  }
}

/** The same clusters around the weighted means of their points; those without points are left out. */
export function recentred(points: WeightedPoints, { ids, slot }: Clustering): Clustering {
  const sums = ids.map(() => ({ x: 0, y: 0, weight: 0 }));
  for (let i = 0; i < slot.length; i += 1) {
    const sum = sums[slot[i] as number];
    if (!sum) continue;
    const weight = points.weight[i] as number;
    sum.x += weight * (points.x[i] as number);
    sum.y += weight * (points.y[i] as number);
    sum.weight += weight;
  }
  const next: Clustering = { ids: [], x: [], y: [], slot: new Int32Array(slot.length) };
  const moved = sums.map((sum, j) => {
    if (sum.weight === 0) return -1;
    next.x.push(sum.x / sum.weight);
    next.y.push(sum.y / sum.weight);
    return next.ids.push(ids[j] as number) - 1;
  });
  for (let i = 0; i < slot.length; i += 1) next.slot[i] = moved[slot[i] as number] ?? -1;
  return next;
}

/** Whether the centres, each list in the order of its coordinates, are in pairs nearly the same. */
function isAtRest(before: Clustering, after: Clustering): boolean {
  const sorted = ({ x, y }: Clustering): (readonly [number, number])[] =>
    x.map((value, j) => [value, y[j] as number] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const others = sorted(after);
  return sorted(before).every(([x, y], j) => {
    const other = others[j];
    return !other || Math.hypot(x - other[0], y - other[1]) < AT_REST;
  });
}

/**
 * Moves points and centres until they come to rest, at most `limit` + 1 times.
 * @param start not changed
 */
export function kMeans(points: WeightedPoints, start: Clustering, limit: number): Clustering {
  let clusters: Clustering = { ...start, slot: start.slot.slice() };
  for (let step = 0; step <= limit; step += 1) {
    const before = clusters;
    assign(points, before);
    clusters = recentred(points, before);
    if (isAtRest(before, clusters)) break;
  }
  return clusters;
}

const withoutSlot = (clusters: Clustering, gone: number, into: number): Clustering => {
  const keep = (_: number, j: number): boolean => j !== gone;
  const shifted = (j: number): number => (j > gone ? j - 1 : j);
  return {
    ids: clusters.ids.filter(keep),
    x: clusters.x.filter(keep),
    y: clusters.y.filter(keep),
    slot: clusters.slot.map((j) => shifted(j === gone ? into : j)),
  };
};

/** Joins clusters with one centre: the one with more points keeps its id, the later one of two alike. */
function withoutTwins(points: WeightedPoints, start: Clustering): Clustering {
  let clusters = start;
  for (let j = 0; j < clusters.ids.length; j += 1) {
    for (let other = j + 1; other < clusters.ids.length; other += 1) {
      if (clusters.x[j] !== clusters.x[other] || clusters.y[j] !== clusters.y[other]) continue;
      const sizes = [0, 0];
      for (const slot of clusters.slot) {
        if (slot === j) sizes[0] = (sizes[0] as number) + 1;
        if (slot === other) sizes[1] = (sizes[1] as number) + 1;
      }
      const isFirstKept = (sizes[0] as number) > (sizes[1] as number);
      const kept = (isFirstKept ? clusters.ids[j] : clusters.ids[other]) as number;
      clusters = withoutSlot(clusters, other, j);
      clusters.ids[j] = kept;
      other -= 1;
    }
  }
  return recentred(points, clusters);
}

/**
 * What a run that follows an earlier one begins with: the earlier clusters around their points of today, without those
 * that are empty or alike, and new ones at the points farthest away until there are `k`.
 * @param before ids and, for each point, the earlier cluster it was in (-1 for none)
 */
export function warmClusters(points: WeightedPoints, before: Clustering, k: number): Clustering {
  let clusters = recentred(points, before);
  let newest = before.ids.reduce((most, id) => Math.max(most, id), -1);
  if (clusters.ids.length === 0) {
    const all = new Int32Array(points.x.length);
    newest += 1;
    clusters = recentred(points, { ids: [newest], x: [0], y: [0], slot: all });
  }
  clusters = withoutTwins(points, clusters);
  const wanted = Math.min(k, distinctPoints(points, k).x.length);
  while (clusters.ids.length < wanted) {
    clusters = recentred(points, clusters);
    const far = farthestPoint(points, clusters);
    if (far < 0) break;
    newest += 1;
    clusters.slot[far] = clusters.ids.push(newest) - 1;
    clusters.x.push(points.x[far] as number);
    clusters.y.push(points.y[far] as number);
  }
  return clusters;
}

/** The point with the longest way to its nearest centre; -1 when every point is a centre. */
function farthestPoint(points: Positions, { x, y }: Clustering): number {
  let [far, longest] = [-1, 0];
  for (let i = 0; i < points.x.length; i += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < x.length; j += 1) {
      const dx = (points.x[i] as number) - (x[j] as number);
      const dy = (points.y[i] as number) - (y[j] as number);
      least = Math.min(least, dx * dx + dy * dy);
    }
    if (least > longest) [far, longest] = [i, least];
  }
  return far;
}
