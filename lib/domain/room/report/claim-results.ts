import { FEWEST_FOR_DISTRIBUTION, tellsCell } from '../visibility';
import { inRanks, type Rank } from './ranks';

/** What a room says of its claims, from votes alone. */

export interface ClaimCounts {
  claimId: string;
  agree: number;
  disagree: number;
  pass: number;
}

/** Null where there are too few votes to show them to this reader. */
export interface ClaimResult {
  claimId: string;
  counts: Omit<ClaimCounts, 'claimId'> | null;
}

export const votesOf = ({ agree, disagree, pass }: Omit<ClaimCounts, 'claimId'>): number =>
  agree + disagree + pass;

const MOST_LISTED = 5;

// Sixty per cent and a quarter in whole numbers: 3/5 as a fraction has no exact binary form.
const isMajority = (part: number, votes: number) => 10 * part >= 6 * votes;
const isQuarter = (part: number, votes: number) => 4 * part >= votes;
const isEnough = (counts: ClaimCounts) => votesOf(counts) >= FEWEST_FOR_DISTRIBUTION;

/** Larger fractions first; exact. */
const byShare =
  (part: (counts: ClaimCounts) => number) =>
  (a: ClaimCounts, b: ClaimCounts): number =>
    part(b) * votesOf(a) - part(a) * votesOf(b);

const smallerCamp = ({ agree, disagree }: ClaimCounts) => Math.min(agree, disagree);

/** Claims that at least 60 % of at least five voters agree with, passes counted; the largest share first. */
export const commonGround = (claims: readonly ClaimCounts[]): Rank<ClaimCounts>[] =>
  inRanks(
    claims.filter((counts) => isEnough(counts) && isMajority(counts.agree, votesOf(counts))),
    byShare(({ agree }) => agree),
    MOST_LISTED,
  );

/**
 * Claims on which the room is split: neither agreement nor disagreement reaches 60 % of at least five votes, and the smaller of
 * the two camps has at least a quarter of them. The larger that camp, the more contested.
 */
export const mostContested = (claims: readonly ClaimCounts[]): Rank<ClaimCounts>[] =>
  inRanks(
    claims.filter((counts) => {
      const votes = votesOf(counts);
      return (
        isEnough(counts) &&
        !isMajority(Math.max(counts.agree, counts.disagree), votes) &&
        isQuarter(smallerCamp(counts), votes)
      );
    }),
    byShare(smallerCamp),
    MOST_LISTED,
  );

/** Results by claim as a reader may have them: who does not teach sees nothing of fewer than five votes. */
export const claimResults = (claims: readonly ClaimCounts[], teaches: boolean): ClaimResult[] =>
  claims.map(({ claimId, ...counts }) => ({
    claimId,
    counts: tellsCell({ maintains: teaches, answers: votesOf(counts) }) ? counts : null,
  }));
