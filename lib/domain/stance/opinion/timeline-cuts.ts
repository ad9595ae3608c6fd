import { FEWEST_FOR_DISTRIBUTION } from '../../room/visibility';
import type { VoteMatrix } from '../opinion-map/vote-matrix';

/** At which moments the replay of an opinion map stops to look, so that nobody comes or moves alone. */

export interface TimelineCuts {
  /** When each vote begins to count, one entry for each vote of the matrix: when it was given and its person is there. */
  countsAt: Float64Array;
  /** Moments, ascending; a frame has the votes that count by then. The last one has all of them. */
  cuts: number[];
}

/**
 * @param castAt when each vote was first given, in any unit
 * @param order all rows in an order that says nothing of who they are: who voted at the same moment is told apart by it
 * @param most cuts that are wanted, 1 at least
 */
export function timelineCuts(
  matrix: VoteMatrix,
  castAt: Float64Array,
  order: readonly number[],
  most: number,
): TimelineCuts {
  const countsAt = countedFrom(matrix, castAt, order);
  const sorted = countsAt.slice().sort();
  const shares = Array.from({ length: most }, (_, k) => Math.ceil(((k + 1) * sorted.length) / most) - 1);
  const wanted = [...new Set(shares.flatMap((at) => sorted[at] ?? []))];
  return { countsAt, cuts: withManyMoving(matrix, countsAt, wanted) };
}

/** People come five at a time, in the order in which they first voted; the last five to nine together. */
function countedFrom(
  { people, rowStart }: VoteMatrix,
  castAt: Float64Array,
  order: readonly number[],
): Float64Array {
  const first = new Float64Array(people).fill(Number.POSITIVE_INFINITY);
  for (let p = 0; p < people; p += 1) {
    for (let i = rowStart[p] as number; i < (rowStart[p + 1] as number); i += 1)
      first[p] = Math.min(first[p] as number, castAt[i] as number);
  }
  const coming = order
    .filter((p) => first[p] !== Number.POSITIVE_INFINITY)
    .sort((a, b) => (first[a] as number) - (first[b] as number));
  const counts = castAt.slice();
  const cells = Math.max(1, Math.floor(coming.length / FEWEST_FOR_DISTRIBUTION));
  for (let cell = 0; cell < cells; cell += 1) {
    const from = cell * FEWEST_FOR_DISTRIBUTION;
    const members = coming.slice(from, cell === cells - 1 ? undefined : from + FEWEST_FOR_DISTRIBUTION);
    const comes = first[members.at(-1) ?? -1] ?? 0;
    for (const p of members) {
      for (let i = rowStart[p] as number; i < (rowStart[p + 1] as number); i += 1)
        counts[i] = Math.max(comes, counts[i] as number);
    }
  }
  return counts;
}

/** The cuts between which at least five people voted; the last one always. */
function withManyMoving(matrix: VoteMatrix, countsAt: Float64Array, cuts: readonly number[]): number[] {
  const kept: number[] = [];
  const areMany = (cut: number): boolean =>
    voters(matrix, countsAt, kept.at(-1) ?? Number.NEGATIVE_INFINITY, cut) >= FEWEST_FOR_DISTRIBUTION;
  for (const cut of cuts.slice(0, -1)) if (areMany(cut)) kept.push(cut);
  const last = cuts.slice(-1);
  while (kept.length > 0 && last.some((cut) => !areMany(cut))) kept.pop();
  return [...kept, ...last];
}

function voters(
  { people, rowStart }: VoteMatrix,
  countsAt: Float64Array,
  after: number,
  until: number,
): number {
  let count = 0;
  for (let p = 0; p < people; p += 1) {
    const row = countsAt.subarray(rowStart[p], rowStart[p + 1]);
    if (row.some((at) => at > after && at <= until)) count += 1;
  }
  return count;
}
