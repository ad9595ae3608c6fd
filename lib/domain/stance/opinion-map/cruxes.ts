import { differenceTest, type GroupTallies, smoothedShare } from './statistics';

/** Claims that separate groups. */

/** One-sided, 99 %: stricter than for one group, as the two that differ most of several are compared. */
const CLEAR = 2.3263;
const TIE = 1e-9;

export interface Crux {
  /** Index of the claim. */
  claim: number;
  /** The answer in which the groups differ more. */
  answer: 'agree' | 'disagree';
  /** The groups (ids) that give it most and least. */
  most: number;
  least: number;
  /** Difference of their smoothed shares that give it, above 0 and below 1. */
  gap: number;
  /** z score of that difference. */
  z: number;
}

/** Votes of a group on a claim. */
interface GroupVotes {
  agree: number;
  disagree: number;
  /** Of any kind, passes too. */
  votes: number;
}

type Gap = Pick<Crux, 'answer' | 'gap' | 'z'> & { most: number; least: number };

/**
 * The widest gap between two groups (their places in the list), in agreeing or in disagreeing: a claim divides as much the
 * other way round. Null for fewer than two.
 */
export function widestGap(groups: readonly GroupVotes[]): Gap | null {
  if (groups.length < 2) return null;
  const [agree, disagree] = (['agree', 'disagree'] as const).map((answer): Gap => {
    const shares = groups.map((group) => smoothedShare(group[answer], group.votes));
    const most = shares.indexOf(Math.max(...shares));
    const least = shares.indexOf(Math.min(...shares));
    const [one, other] = [groups[most] as GroupVotes, groups[least] as GroupVotes];
    return {
      answer,
      most,
      least,
      gap: (shares[most] as number) - (shares[least] as number),
      z: differenceTest(one[answer], other[answer], one.votes, other.votes),
    };
  }) as [Gap, Gap];
  const wider = disagree.gap - agree.gap;
  // Gaps that differ by rounding alone are as wide: then the clearer one.
  const isDisagree = Math.abs(wider) < TIE ? disagree.z > agree.z : wider > 0;
  return isDisagree ? disagree : agree;
}

/**
 * Claims on which two groups differ by more than chance, the widest gap first.
 * @param isOut claims that are not 0 are left out
 */
export function cruxes({ ids, claims, agrees, disagrees, votes }: GroupTallies, isOut: Uint8Array): Crux[] {
  const found: Crux[] = [];
  for (let claim = 0; claim < claims; claim += 1) {
    if (isOut[claim] !== 0) continue;
    const of = (counts: Int32Array, g: number): number => counts[g * claims + claim] as number;
    const widest = widestGap(
      ids.map((_, g) => ({ agree: of(agrees, g), disagree: of(disagrees, g), votes: of(votes, g) })),
    );
    if (!widest || widest.z <= CLEAR) continue;
    found.push({
      ...widest,
      claim,
      most: ids[widest.most] as number,
      least: ids[widest.least] as number,
    });
  }
  return found.sort((a, b) => b.gap - a.gap || a.claim - b.claim);
}
