// How good groups are, without knowing any true ones: do they come out again from other votes of the same people, and do
// they say something about votes that they were not computed from?

import { adjustedRandIndex } from '../lib/domain/stance/opinion-map/agreement';
import { seededRandom, shuffled } from '../lib/domain/stance/opinion-map/random';
import { type VoteMatrix, withRows, withVotes } from '../lib/domain/stance/opinion-map/vote-matrix';

/** Groups of people from votes: ids, -1 for none. */
export type Grouping = (matrix: VoteMatrix, isOut: Uint8Array) => ArrayLike<number>;

/** 1 for each vote that is kept: a random share of them. */
const drawnVotes = (matrix: VoteMatrix, share: number, random: () => number): Uint8Array =>
  Uint8Array.from({ length: matrix.claim.length }, () => (random() < share ? 1 : 0));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Mean agreement (adjusted Rand index) of groups from two random 80 % of the votes, over people who are in both. */
export function stability(grouping: Grouping, matrix: VoteMatrix, isOut: Uint8Array, pairs: number): number {
  const random = seededRandom(1);
  const drawn = (): ArrayLike<number> => grouping(withVotes(matrix, drawnVotes(matrix, 0.8, random)), isOut);
  return mean(Array.from({ length: pairs }, () => adjustedRandIndex(drawn(), drawn())));
}

/** Least agreement of the groups with themselves when people come in another order. */
export function orderIndependence(
  grouping: Grouping,
  matrix: VoteMatrix,
  isOut: Uint8Array,
  orders: number,
): number {
  const random = seededRandom(2);
  const group = grouping(matrix, isOut);
  let least = 1;
  for (let i = 0; i < orders; i += 1) {
    const order = shuffled(matrix.people, random);
    const permuted = grouping(withRows(matrix, order), isOut);
    const same = Int16Array.from(order, (p) => group[p] as number);
    least = Math.min(least, adjustedRandIndex(permuted, same));
  }
  return least;
}

/** How many votes with the rates of all people a group's rate on a claim begins with. */
const BORROWED = 2;

/**
 * How much better hidden votes (a random 20 %) are predicted from what the group of the person votes on the claim than
 * from what everybody does: 1 less the ratio of the log-losses, mean over the rounds. People in no group are everybody.
 * @param passes whether a pass is an answer to predict; else only agreeing and disagreeing are
 */
export function predictionGain(
  grouping: Grouping,
  matrix: VoteMatrix,
  isOut: Uint8Array,
  rounds: number,
  passes = false,
): number {
  const random = seededRandom(3);
  return mean(
    Array.from({ length: rounds }, () => {
      const keep = drawnVotes(matrix, 0.8, random);
      return gainOf(matrix, keep, grouping(withVotes(matrix, keep), isOut), passes);
    }),
  );
}

function gainOf(matrix: VoteMatrix, keep: Uint8Array, group: ArrayLike<number>, passes: boolean): number {
  const { people, claims, rowStart, claim, vote } = matrix;
  let most = 0;
  for (let p = 0; p < people; p += 1) most = Math.max(most, (group[p] as number) + 1);
  // Place 0 is for everybody, place g + 1 for group g.
  const answers = passes ? 3 : 2;
  const counts = new Float64Array((most + 1) * claims * 3);
  const at = (place: number, i: number): number => (place * claims + (claim[i] as number)) * 3;
  const each = (isKept: boolean, take: (group: number, i: number) => void): void => {
    for (let p = 0; p < people; p += 1) {
      for (let i = rowStart[p] as number; i < (rowStart[p + 1] as number); i += 1) {
        if ((keep[i] !== 0) === isKept && (passes || vote[i] !== 0)) take(group[p] as number, i);
      }
    }
  };
  const add = (place: number, i: number): void => {
    const to = at(place, i) + (vote[i] as number) + 1;
    counts[to] = (counts[to] as number) + 1;
  };
  each(true, (g, i) => {
    add(0, i);
    if (g >= 0) add(g + 1, i);
  });
  const sumAt = (from: number): number =>
    (counts[from] as number) + (counts[from + 1] as number) + (counts[from + 2] as number);
  let [plain, grouped] = [0, 0];
  each(false, (g, i) => {
    const answer = (vote[i] as number) + 1;
    const all = at(0, i);
    const rate = ((counts[all + answer] as number) + 1) / (sumAt(all) + answers);
    plain -= Math.log(rate);
    const own = at(g + 1, i);
    const ownRate = ((counts[own + answer] as number) + BORROWED * rate) / (sumAt(own) + BORROWED);
    grouped -= Math.log(g < 0 ? rate : ownRate);
  });
  return plain === 0 ? 0 : 1 - grouped / plain;
}
