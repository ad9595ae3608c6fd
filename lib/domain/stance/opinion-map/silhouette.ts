import type { Positions } from './projection';

/**
 * Mean silhouette (Rousseeuw 1987): how much nearer points are to their own cluster than to the next one, -1 to 1. A point
 * that is alone in its cluster counts 0. All distances are computed, so this is for hundreds of points.
 * @param slot cluster of each point, 0 to `clusters` - 1
 */
export function meanSilhouette({ x, y }: Positions, slot: Int32Array, clusters: number): number {
  const points = x.length;
  const sizes = new Int32Array(clusters);
  for (const j of slot) sizes[j] = (sizes[j] as number) + 1;
  const distances = new Float64Array(clusters);
  let sum = 0;
  for (let i = 0; i < points; i += 1) {
    const own = slot[i] as number;
    if ((sizes[own] as number) < 2) continue;
    distances.fill(0);
    for (let other = 0; other < points; other += 1) {
      const j = slot[other] as number;
      const dx = (x[i] as number) - (x[other] as number);
      const dy = (y[i] as number) - (y[other] as number);
      distances[j] = (distances[j] as number) + Math.sqrt(dx * dx + dy * dy);
    }
    const within = (distances[own] as number) / ((sizes[own] as number) - 1);
    let between = Number.POSITIVE_INFINITY;
    for (let j = 0; j < clusters; j += 1) {
      if (j === own || sizes[j] === 0) continue;
      between = Math.min(between, (distances[j] as number) / (sizes[j] as number));
    }
    const longer = Math.max(within, between);
    if (longer > 0 && Number.isFinite(between)) sum += (between - within) / longer;
  }
  return points === 0 ? 0 : sum / points;
}
