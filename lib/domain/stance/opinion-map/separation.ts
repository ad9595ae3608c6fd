import type { Positions } from './projection';

/**
 * How far groups stand apart on the map, -1 to 1: mean silhouette with distances to the centres of groups instead of to all
 * people (simplified silhouette, Hruschka et al. 2004), so that it takes one pass.
 * @param slot group of each person, 0 to `groups` - 1, -1 for those who do not count
 */
export function centreSeparation({ x, y }: Positions, slot: Int16Array, groups: number): number {
  const all = slot.length;
  const size = new Float64Array(groups);
  const [centreX, centreY] = [new Float64Array(groups), new Float64Array(groups)];
  for (let p = 0; p < all; p += 1) {
    const g = slot[p] as number;
    if (g < 0) continue;
    size[g] = (size[g] as number) + 1;
    centreX[g] = (centreX[g] as number) + (x[p] as number);
    centreY[g] = (centreY[g] as number) + (y[p] as number);
  }
  let [sum, people] = [0, 0];
  for (let p = 0; p < all; p += 1) {
    const g = slot[p] as number;
    if (g < 0) continue;
    people += 1;
    let own = 0;
    let other = Number.POSITIVE_INFINITY;
    for (let h = 0; h < groups; h += 1) {
      const of = size[h] as number;
      if (of === 0) continue;
      const distance = Math.hypot(
        (x[p] as number) - (centreX[h] as number) / of,
        (y[p] as number) - (centreY[h] as number) / of,
      );
      if (h === g) own = distance;
      else other = Math.min(other, distance);
    }
    const longer = Math.max(own, other);
    if (longer > 0 && Number.isFinite(other)) sum += (other - own) / longer;
  }
  return people === 0 ? 0 : sum / people;
}
