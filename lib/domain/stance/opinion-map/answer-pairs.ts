import { ANSWERS, type ItemRows, voteItems } from './item-rows';
import type { VoteMatrix } from './vote-matrix';

/**
 * How many people gave which two answers to two claims. The Gram matrix of the votes follows from these counts whatever the
 * means of the claims are, and a new vote changes few of them. Counts are whole numbers, so the order of people leaves no
 * trace in what follows from them.
 */
export interface AnswerPairs {
  /** The votes that were counted. */
  matrix: VoteMatrix;
  /** The same as `voteItems` gives them. */
  votes: ItemRows;
  /**
   * `(3 * claims) ** 2` counts. Answer a of claim c (0 disagree, 1 pass, 2 agree) has the number 3 c + a; two answers stand
   * in the row of the one whose claim comes first.
   */
  counts: Int32Array;
}

/** With more claims the counts would take more than about 64 MB. */
const MOST_CLAIMS = 1_300;
/** Products with a vector that finding two components takes, roughly. */
const PRODUCTS = 38;
/** Work on a pair, in that of going over one vote once: counts lie farther apart. */
const PAIR = 2;
/** Rows that may differ before counting anew is less work. */
const MOST_CHANGED = 0.2;

/** Whether counting pairs is less work than going through the votes in each product with a vector. */
export function isCountingCheaper({ people, claims, rowStart, claim }: VoteMatrix): boolean {
  if (claims > MOST_CLAIMS) return false;
  let pairs = 0;
  for (let p = 0; p < people; p += 1) {
    pairs += ((rowStart[p + 1] as number) - (rowStart[p] as number)) ** 2 / 2;
  }
  return PAIR * pairs + PRODUCTS * claims * claims < PRODUCTS * 2 * claim.length;
}

/** Adds the pairs of one person's answers `times` times. */
function addRow(
  counts: Int32Array,
  size: number,
  { rowStart, item }: ItemRows,
  person: number,
  times: number,
): void {
  const end = rowStart[person + 1] as number;
  for (let i = rowStart[person] as number; i < end; i += 1) {
    const row = (item[i] as number) * size;
    for (let j = i; j < end; j += 1) {
      const at = row + (item[j] as number);
      counts[at] = (counts[at] as number) + times;
    }
  }
}

function isSameRow(one: VoteMatrix, other: VoteMatrix, person: number): boolean {
  const [from, start] = [one.rowStart[person] as number, other.rowStart[person] as number];
  const length = (one.rowStart[person + 1] as number) - from;
  if ((other.rowStart[person + 1] as number) - start !== length) return false;
  for (let i = 0; i < length; i += 1) {
    if (one.claim[from + i] !== other.claim[start + i] || one.vote[from + i] !== other.vote[start + i])
      return false;
  }
  return true;
}

/** The rows that differ from those of an earlier matrix; null when so many do that counting anew is less work. */
function changedRows(before: VoteMatrix, now: VoteMatrix): number[] | null {
  if (before.claims !== now.claims || before.people > now.people) return null;
  const changed: number[] = [];
  for (let p = 0; p < now.people; p += 1) {
    if (p < before.people && isSameRow(before, now, p)) continue;
    if (changed.push(p) > now.people * MOST_CHANGED) return null;
  }
  return changed;
}

/**
 * Counts the pairs; null when doing without is less work.
 * @param votes the same as items, where they are at hand
 * @param before counts of earlier votes, which are not changed: people who voted since are counted anew, all others are not
 */
export function answerPairs(
  matrix: VoteMatrix,
  before?: AnswerPairs | null,
  votes = voteItems(matrix),
): AnswerPairs | null {
  if (!isCountingCheaper(matrix)) return null;
  const size = matrix.claims * ANSWERS;
  const changed = before ? changedRows(before.matrix, matrix) : null;
  if (before && changed) {
    const counts = before.counts.slice();
    for (const p of changed) {
      if (p < before.matrix.people) addRow(counts, size, before.votes, p, -1);
      addRow(counts, size, votes, p, 1);
    }
    return { matrix, votes, counts };
  }
  const counts = new Int32Array(size ** 2);
  for (let p = 0; p < matrix.people; p += 1) addRow(counts, size, votes, p, 1);
  return { matrix, votes, counts };
}

/**
 * Gram matrix of the votes less the means of their claims, `claims * claims`; an absent vote counts as the mean.
 * @param isOut claims that are not 0 have rows of 0
 */
export function gramOfPairs(
  { counts, matrix: { claims } }: AnswerPairs,
  centre: Float64Array,
  isOut: Uint8Array,
): Float64Array {
  const gram = new Float64Array(claims * claims);
  const size = claims * ANSWERS;
  for (let c = 0; c < claims; c += 1) {
    if (isOut[c] !== 0) continue;
    const mean = centre[c] as number;
    for (let d = c; d < claims; d += 1) {
      if (isOut[d] !== 0) continue;
      const other = centre[d] as number;
      let sum = 0;
      for (let a = 0; a < ANSWERS; a += 1) {
        const from = (c * ANSWERS + a) * size + d * ANSWERS;
        const disagree = counts[from] as number;
        const pass = counts[from + 1] as number;
        const agree = counts[from + 2] as number;
        sum += (a - 1 - mean) * (agree * (1 - other) - pass * other - disagree * (1 + other));
      }
      gram[c * claims + d] = sum;
      gram[d * claims + c] = sum;
    }
  }
  return gram;
}
