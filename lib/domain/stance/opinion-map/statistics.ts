import type { VoteMatrix } from './vote-matrix';

/** How groups voted on claims, and what of that is more than chance (Small et al. 2021). */

/** Counts of votes, `groups * claims` each; group g and claim c at `g * claims + c`. */
export interface GroupTallies {
  /** Ids of the groups, ascending. */
  ids: readonly number[];
  claims: number;
  agrees: Int32Array;
  disagrees: Int32Array;
  /** Votes of any kind, passes too. */
  votes: Int32Array;
}

/** Counts of votes on claims, one entry each. */
export interface ClaimTallies {
  agrees: Int32Array;
  disagrees: Int32Array;
  votes: Int32Array;
}

/** Above this a test is significant: one-sided, 90 %. */
const SIGNIFICANT = 1.2816;

export const isSignificant = (z: number): boolean => z > SIGNIFICANT;

/**
 * Counts the votes of every group on every claim, those that are out too.
 * @param group id of each person's group; people with a negative one are left out
 */
export function groupTallies(matrix: VoteMatrix, group: Int16Array): GroupTallies {
  const { people, claims } = matrix;
  const ids = [...new Set(group)].filter((id) => id >= 0).sort((a, b) => a - b);
  const place = new Map(ids.map((id, g) => [id, g]));
  const size = ids.length * claims;
  const tallies = {
    ids,
    claims,
    agrees: new Int32Array(size),
    disagrees: new Int32Array(size),
    votes: new Int32Array(size),
  };
  for (let p = 0; p < people; p += 1) {
    const g = place.get(group[p] as number);
    if (g === undefined) continue;
    count(matrix, p, tallies, g * claims);
  }
  return tallies;
}

/** Counts the votes of everybody on every claim. */
export function claimTallies(matrix: VoteMatrix): ClaimTallies {
  const tallies = {
    agrees: new Int32Array(matrix.claims),
    disagrees: new Int32Array(matrix.claims),
    votes: new Int32Array(matrix.claims),
  };
  for (let p = 0; p < matrix.people; p += 1) count(matrix, p, tallies, 0);
  return tallies;
}

function count(matrix: VoteMatrix, person: number, tallies: ClaimTallies, offset: number): void {
  for (let i = matrix.rowStart[person] as number; i < (matrix.rowStart[person + 1] as number); i += 1) {
    const at = offset + (matrix.claim[i] as number);
    const vote = matrix.vote[i] as number;
    tallies.votes[at] = (tallies.votes[at] as number) + 1;
    if (vote > 0) tallies.agrees[at] = (tallies.agrees[at] as number) + 1;
    if (vote < 0) tallies.disagrees[at] = (tallies.disagrees[at] as number) + 1;
  }
}

/** The counts of all groups together. */
export function summed({ ids, claims, agrees, disagrees, votes }: GroupTallies): ClaimTallies {
  const over = (counts: Int32Array): Int32Array =>
    Int32Array.from({ length: claims }, (_, c) =>
      ids.reduce((sum, _id, g) => sum + (counts[g * claims + c] as number), 0),
    );
  return { agrees: over(agrees), disagrees: over(disagrees), votes: over(votes) };
}

/** Share of `count` in `of`, drawn towards a half by one vote each way, above 0 and below 1. */
export const smoothedShare = (count: number, of: number): number => (count + 1) / (of + 2);

/** Test of a share against a half: a z score. */
export const shareTest = (count: number, of: number): number =>
  2 * Math.sqrt(of + 1) * ((count + 1) / (of + 1) - 0.5);

/** Test of two shares against each other, one added to every count: a z score. */
export function differenceTest(count1: number, count2: number, of1: number, of2: number): number {
  const [a, b, n, m] = [count1 + 1, count2 + 1, of1 + 1, of2 + 1];
  const pooled = (a + b) / (n + m);
  if (pooled === 1) return 0;
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

/** How a group stands to one answer, against everybody who is in another group. */
export interface AnswerStatistics {
  /** Votes with this answer. */
  count: number;
  /** Smoothed share of the group that gives this answer: `pSuccess`. */
  share: number;
  /** z score of that share against a half: `pTest`. */
  shareZ: number;
  /** How many times as large the share is as that of the others: `repness`. */
  ratio: number;
  /** z score of the difference to the others: `repnessTest`. */
  ratioZ: number;
}

export interface ClaimStatistics {
  /** Votes of the group, of any kind. */
  votes: number;
  agree: AnswerStatistics;
  disagree: AnswerStatistics;
}

/**
 * Statistics of one group (its place in `tallies.ids`) on one claim.
 * @param all counts of all groups together, from `summed`
 */
export function claimStatistics(
  tallies: GroupTallies,
  all: ClaimTallies,
  group: number,
  claim: number,
): ClaimStatistics {
  const at = group * tallies.claims + claim;
  const votes = tallies.votes[at] as number;
  const others = (all.votes[claim] as number) - votes;
  const answer = (own: Int32Array, total: Int32Array): AnswerStatistics => {
    const given = own[at] as number;
    const elsewhere = (total[claim] as number) - given;
    const share = smoothedShare(given, votes);
    return {
      count: given,
      share,
      shareZ: shareTest(given, votes),
      ratio: share / smoothedShare(elsewhere, others),
      ratioZ: differenceTest(given, elsewhere, votes, others),
    };
  };
  return {
    votes,
    agree: answer(tallies.agrees, all.agrees),
    disagree: answer(tallies.disagrees, all.disagrees),
  };
}
