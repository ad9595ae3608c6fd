/**
 * Values rounded so that what is shown adds up: each to a step next to it, and their sum to the rounded sum.
 * @param digits after the point
 */
export function roundedToSum(values: readonly number[], digits: number): number[] {
  const unit = 10 ** digits;
  const scaled = values.map((value) => value * unit);
  const floors = scaled.map(Math.floor);
  const wanted = Math.round(scaled.reduce((sum, value) => sum + value, 0));
  let short = wanted - floors.reduce((sum, value) => sum + value, 0);
  const order = scaled
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order) {
    if (short <= 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
    short -= 1;
  }
  // Below 0 and 0 are one number here.
  return floors.map((value) => value / unit || 0);
}
