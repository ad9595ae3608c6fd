import { type AnswerPairs, answerPairs, gramOfPairs } from './answer-pairs';
import { dot } from './dot';
import { ANSWERS, addToItems, type ItemRows, sumByPerson, voteItems } from './item-rows';
import { leadingVectors } from './leading-vectors';
import type { Components } from './opinion-map';
import type { VoteMatrix } from './vote-matrix';

/**
 * The two directions in which the votes differ most: principal components of the matrix whose absent votes are the mean of
 * their claim (Small et al. 2021), without scaling, over all people.
 */

/** How often each answer was given, by item. */
function givenItems(votes: ItemRows, claims: number): Float64Array {
  const given = new Float64Array(ANSWERS * claims);
  addToItems(votes, new Float64Array(votes.people).fill(1), given);
  return given;
}

/** Mean of the votes on each claim; 0 for claims that are out or that nobody voted on. */
export function claimMeans(
  { claims }: VoteMatrix,
  isOut: Uint8Array,
  votes: ItemRows,
  given = givenItems(votes, claims),
): Float64Array {
  const means = new Float64Array(claims);
  for (let c = 0; c < claims; c += 1) {
    const disagree = given[ANSWERS * c] as number;
    const agree = given[ANSWERS * c + 2] as number;
    const all = disagree + (given[ANSWERS * c + 1] as number) + agree;
    if (isOut[c] === 0 && all > 0) means[c] = (agree - disagree) / all;
  }
  return means;
}

/** Votes less the mean of their claim, by item; 0 for claims that are out. An absent vote is the mean and no item. */
function deviationsFrom(centre: Float64Array, isOut: Uint8Array): Float64Array {
  const claims = centre.length;
  const deviation = new Float64Array(ANSWERS * claims);
  for (let c = 0; c < claims; c += 1) {
    if (isOut[c] !== 0) continue;
    for (let answer = 0; answer < ANSWERS; answer += 1)
      deviation[ANSWERS * c + answer] = answer - 1 - (centre[c] as number);
  }
  return deviation;
}

/** Product of the deviations of all votes, their transpose and a vector, in two passes over the votes. */
function sparseProduct(votes: ItemRows, deviation: Float64Array): Product {
  const items = deviation.length;
  const weight = new Float64Array(items);
  const sums = new Float64Array(votes.people);
  return (from, to) => {
    for (let at = 0, c = 0; at < items; at += ANSWERS, c += 1) {
      const part = from[c] as number;
      weight[at] = (deviation[at] as number) * part;
      weight[at + 1] = (deviation[at + 1] as number) * part;
      weight[at + 2] = (deviation[at + 2] as number) * part;
    }
    sumByPerson(votes, weight, 0, sums);
    weight.fill(0);
    addToItems(votes, sums, weight);
    for (let at = 0, c = 0; at < items; at += ANSWERS, c += 1) {
      const disagree = (deviation[at] as number) * (weight[at] as number);
      const pass = (deviation[at + 1] as number) * (weight[at + 1] as number);
      to[c] = disagree + pass + (deviation[at + 2] as number) * (weight[at + 2] as number);
    }
  };
}

/** Eigenvalues below this share of the first one are rounding. */
const RANK_TOLERANCE = 1e-11;

/** Turns the axis to point as `before` did; without one, so that its largest loading is positive. */
function pointed(axis: Float64Array, before: Float64Array | undefined): Float64Array {
  let lean = 0;
  if (before) for (let c = 0; c < axis.length; c += 1) lean += (axis[c] as number) * (before[c] ?? 0);
  if (lean === 0) {
    let largest = 0;
    for (const loading of axis) {
      // A little more than the largest: two that are alike but for rounding must not change places.
      if (Math.abs(loading) > largest * (1 + 1e-9)) [largest, lean] = [Math.abs(loading), loading];
    }
  }
  return lean < 0 ? axis.map((loading) => 0 - loading) : axis;
}

type Product = (from: Float64Array, to: Float64Array) => void;

/** The votes as what they do to a vector, and their sum of squares: from counts of answers, or from the votes themselves. */
function productOf(
  matrix: VoteMatrix,
  isOut: Uint8Array,
  centre: Float64Array,
  pairs: AnswerPairs | null,
  votes: ItemRows,
  given: Float64Array,
): { product: Product; totalVariance: number } {
  const { claims } = matrix;
  let totalVariance = 0;
  if (!pairs) {
    const deviation = deviationsFrom(centre, isOut);
    for (let at = 0; at < ANSWERS * claims; at += 1)
      totalVariance += (given[at] as number) * (deviation[at] as number) ** 2;
    return { product: sparseProduct(votes, deviation), totalVariance };
  }
  const gram = gramOfPairs(pairs, centre, isOut);
  for (let c = 0; c < claims; c += 1) totalVariance += gram[c * claims + c] as number;
  return {
    product: (from, to) => {
      for (let i = 0; i < claims; i += 1) to[i] = dot(gram, i * claims, from);
    },
    totalVariance,
  };
}

/**
 * The two leading components.
 * @param isOut one entry per claim; claims that are not 0 have no part in it
 * @param before axes of an earlier map, to begin with and to point the same way; shorter when claims came since
 * @param pairs counts of the same votes (rows in any order), when they are at hand; null to do without
 * @param votes the same votes as items, in the order in which they are to be summed
 * @param near angle (radians) by which an axis may be off; without it, about 12 digits are exact
 */
export function principalComponents(
  matrix: VoteMatrix,
  isOut: Uint8Array,
  before?: readonly [Float64Array, Float64Array],
  pairs: AnswerPairs | null = answerPairs(matrix),
  near?: number,
  votes = voteItems(matrix),
): Components {
  const { claims } = matrix;
  const given = givenItems(votes, claims);
  const centre = claimMeans(matrix, isOut, votes, given);
  const { product, totalVariance } = productOf(matrix, isOut, centre, pairs, votes, given);
  const none: Components = {
    centre,
    axes: [new Float64Array(claims), new Float64Array(claims)],
    variance: [0, 0],
    totalVariance,
  };
  // Below this it is rounding: everybody voted the same.
  if (totalVariance <= matrix.claim.length * 1e-24) return { ...none, totalVariance: 0 };
  const start = before?.map((axis) => Float64Array.from({ length: claims }, (_, c) => axis[c] ?? 0)) ?? [];
  const { values, vectors } = leadingVectors(claims, product, 2, start, near);
  // What rounding left on claims that are out.
  for (const vector of vectors) for (let c = 0; c < claims; c += 1) if (isOut[c] !== 0) vector[c] = 0;
  const [first = 0, second = 0] = values;
  const hasSecond = second > first * RANK_TOLERANCE;
  return {
    ...none,
    axes: [
      pointed(vectors[0] ?? none.axes[0], before?.[0]),
      hasSecond ? pointed(vectors[1] ?? none.axes[1], before?.[1]) : none.axes[1],
    ],
    variance: [first, hasSecond ? second : 0],
  };
}

/** Shares of all differences that the two axes show, 0 to 1 each. */
export const explainedBy = ({ variance, totalVariance }: Components): [number, number] =>
  totalVariance > 0
    ? [Math.min(1, variance[0] / totalVariance), Math.min(1, variance[1] / totalVariance)]
    : [0, 0];
