import type { VoteTally } from '@/lib/domain/debate/view';
import { votesOf, votesOutside } from '@/lib/domain/stance/opinion/claim-readings';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';

/** So many of those who voted gave an answer. */
export interface Share {
  count: number;
  of: number;
}

/** A claim that a group answers otherwise than everybody else. */
export interface HeldClaim {
  claim: OpinionClaim;
  choice: 'agree' | 'disagree';
  inside: Share;
  outside: Share;
}

export const shareOf = (tally: VoteTally, choice: 'agree' | 'disagree'): Share => ({
  count: tally[choice],
  of: votesOf(tally),
});

/** What a group (its place among the groups) holds that everybody else does not, as the view lists it. */
export function heldBy(shown: ShownOpinions, g: number): HeldClaim[] {
  const byId = new Map(shown.claims.map((claim) => [claim.claimId, claim]));
  return (shown.groups[g]?.representative ?? []).flatMap(({ claimId, choice }) => {
    const claim = byId.get(claimId);
    const inside = claim?.byGroup[g];
    const outside = claim && votesOutside(claim, g);
    return claim && inside && outside
      ? [{ claim, choice, inside: shareOf(inside, choice), outside: shareOf(outside, choice) }]
      : [];
  });
}
