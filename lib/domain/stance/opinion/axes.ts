import type { Components, OpinionMap } from '../opinion-map/opinion-map';
import type { OpinionFacts } from './facts';
import type { OpinionAxes, OpinionClaim } from './opinion-view';

/** Which way the opinion map lies, and what its ends stand for. */

/**
 * Whether left and right change places, so that people more for the motion lie at the start. Where nobody said where they stand,
 * they do not: then axes point as they did, and the first ones as `facingSides` has them.
 */
export function isTurnedRound({ stances }: Pick<OpinionFacts, 'stances'>, map: OpinionMap): boolean {
  const placed = [...stances.keys()].filter((p) => !Number.isNaN(stances[p]));
  const mean = placed.reduce((sum, p) => sum + (stances[p] as number), 0) / Math.max(1, placed.length);
  const middle = placed.reduce((sum, p) => sum + (map.x[p] as number), 0) / Math.max(1, placed.length);
  const together = placed.reduce(
    (sum, p) => sum + ((stances[p] as number) - mean) * ((map.x[p] as number) - middle),
    0,
  );
  return together > 0;
}

/** The axes, left-right so that agreeing with claims of the side for the motion leads to the start. */
export function facingSides(
  claims: OpinionFacts['claims'],
  [across, up]: Components['axes'],
): Components['axes'] {
  const pull = claims.reduce(
    (sum, { side }, c) => sum + (side === 'a' ? 1 : side === 'b' ? -1 : 0) * (across[c] as number),
    0,
  );
  return pull > 0 ? [across.map((loading) => -loading), up] : [across, up];
}

const MOST_AT_AN_END = 2;

/**
 * The claims that pull most towards each end, with the vote that does. It tells how those voted who lie there, so none of which the
 * counts are not told, or of no group.
 */
export function endsOf(claims: readonly OpinionClaim[], { centre, axes }: Components): OpinionAxes['ends'] {
  const isTold = ({ counts, byGroup }: OpinionClaim) =>
    counts !== null && (byGroup.length === 0 || byGroup.some((cell) => cell !== null));
  const end = (axis: 0 | 1, direction: 1 | -1) =>
    claims
      .flatMap((claim, c) => (isTold(claim) ? [{ claimId: claim.claimId, c }] : []))
      .flatMap(({ claimId, c }) =>
        ([1, -1] as const).map((vote) => ({
          claimId,
          choice: vote === 1 ? ('agree' as const) : ('disagree' as const),
          pull: direction * (vote - (centre[c] as number)) * (axes[axis][c] as number),
        })),
      )
      .filter(({ pull }) => pull > 0)
      .sort((a, b) => b.pull - a.pull || (a.claimId < b.claimId ? -1 : 1))
      .slice(0, MOST_AT_AN_END)
      .map(({ claimId, choice }) => ({ claimId, choice }));
  return { left: end(0, -1), right: end(0, 1), up: end(1, 1), down: end(1, -1) };
}
