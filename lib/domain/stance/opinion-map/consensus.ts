import { type ClaimTallies, type GroupTallies, isSignificant, shareTest, smoothedShare } from './statistics';

/** Claims that people share: most of all people, or most in every group (Small et al. 2021). */

export interface ConsensusClaim {
  /** Index of the claim. */
  claim: number;
  /** Smoothed share of those who voted. */
  share: number;
  /** z score of the share against a half. */
  shareZ: number;
}

const MOST_CLAIMS = 5;

/** At most five claims that significantly more than half of all people agree (disagree) with, the clearest first. */
export function consensusClaims(
  { agrees, disagrees, votes }: ClaimTallies,
  isOut: Uint8Array,
): { agree: ConsensusClaim[]; disagree: ConsensusClaim[] } {
  const clearest = (counts: Int32Array): ConsensusClaim[] => {
    const found: ConsensusClaim[] = [];
    for (let claim = 0; claim < counts.length; claim += 1) {
      if (isOut[claim] !== 0) continue;
      const share = smoothedShare(counts[claim] as number, votes[claim] as number);
      const shareZ = shareTest(counts[claim] as number, votes[claim] as number);
      if (share > 0.5 && isSignificant(shareZ)) found.push({ claim, share, shareZ });
    }
    return found.sort((a, b) => b.share * b.shareZ - a.share * a.shareZ).slice(0, MOST_CLAIMS);
  };
  return { agree: clearest(agrees), disagree: clearest(disagrees) };
}

/**
 * Group-informed consensus: the product of the smoothed shares of every group that agree (disagree), above 0 and below 1;
 * 1 without groups. It shrinks with the number of groups: `sharedByGroups` does not.
 */
export function groupInformedConsensus(
  { ids, claims, agrees, disagrees, votes }: GroupTallies,
  answer: 'agree' | 'disagree' = 'agree',
): Float64Array {
  const counts = answer === 'agree' ? agrees : disagrees;
  return Float64Array.from({ length: claims }, (_, c) =>
    ids.reduce(
      (product, _id, g) =>
        product * smoothedShare(counts[g * claims + c] as number, votes[g * claims + c] as number),
      1,
    ),
  );
}

/** The share that every group would have to have for this consensus: its root of the number of groups. */
export const sharedByGroups = (consensus: number, groups: number): number =>
  groups === 0 ? 0 : consensus ** (1 / groups);
