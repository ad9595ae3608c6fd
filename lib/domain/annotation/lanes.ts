import type { MarkedRange } from './segments';

/** Lines that fit under a line of text and can still be told apart. */
export const MOST_LANES = 3;

/**
 * A lane, from 0, for each range, so that no two that overlap share one: each takes the lowest that is free where it
 * begins, the longer first. Ranges that find none free are left out; they are counted instead.
 */
export function lanesOf(ranges: readonly MarkedRange[], most = MOST_LANES): Map<string, number> {
  const order = ranges
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const freeFrom: number[] = [];
  const lanes = new Map<string, number>();
  for (const { id, start, end } of order) {
    let lane = 0;
    while (lane < most && (freeFrom[lane] ?? 0) > start) lane += 1;
    if (lane === most) continue;
    freeFrom[lane] = end;
    lanes.set(id, lane);
  }
  return lanes;
}
