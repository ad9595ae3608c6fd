/**
 * Non-decreasing sequence closest to `values` in least squares (pool adjacent violators).
 * @param weights above 0, one for each value; equal ones when left out
 */
export function isotonic(values: readonly number[], weights: readonly number[] = []): number[] {
  const blocks: { sum: number; weight: number; count: number }[] = [];
  for (const [index, value] of values.entries()) {
    const weight = weights[index] ?? 1;
    let block = { sum: value * weight, weight, count: 1 };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.weight > block.sum / block.weight;
      last = blocks.at(-1)
    ) {
      block = {
        sum: last.sum + block.sum,
        weight: last.weight + block.weight,
        count: last.count + block.count,
      };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, weight, count }) => Array.from({ length: count }, () => sum / weight));
}

/** Height of a column of cards `gap` apart. */
export function columnHeight(heights: readonly number[], gap: number): number {
  return heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, heights.length - 1);
}

/**
 * Centres of a column of cards: each as close as possible to its wanted centre in least squares, order kept,
 * at least `gap` apart, inside [top, bottom]. A column that is too high starts at `top` and passes `bottom`.
 * @param weights how much each card's place counts, above 0; alike when left out
 */
export function packColumn(
  heights: readonly number[],
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
  weights: readonly number[] = [],
): number[] {
  // With offsets of a tight stack taken away, "in order and gap apart" is just "non-decreasing".
  const offsets: number[] = [];
  let edge = 0;
  for (const height of heights) {
    offsets.push(edge + height / 2);
    edge += height + gap;
  }
  const highest = Math.max(top, bottom - columnHeight(heights, gap));
  const fitted = isotonic(
    wanted.map((want, index) => want - (offsets[index] ?? 0)),
    weights,
  );
  return fitted.map((value, index) => Math.min(Math.max(value, top), highest) + (offsets[index] ?? 0));
}

/** A few cards stay near one another, and near the motion, instead of going to the ends of a tall canvas. */
const MOST_SPACE_PX = 120;

/** Centres of slots with equal spaces between them, from `top` to `bottom`, or around the middle when they are few. */
export function spreadColumn(heights: readonly number[], top: number, bottom: number): number[] {
  const free = bottom - top - columnHeight(heights, 0);
  const gaps = heights.length - 1;
  const gap = gaps === 0 ? 0 : Math.min(free / gaps, MOST_SPACE_PX);
  let edge = top + (free - gap * gaps) / 2;
  return heights.map((height) => {
    const centre = edge + height / 2;
    edge += height + gap;
    return centre;
  });
}
