import {
  type AnswerStatistics,
  type ClaimStatistics,
  claimStatistics,
  type GroupTallies,
  isSignificant,
  summed,
} from './statistics';

/** Claims that tell a group from the others (Small et al. 2021). */

export interface RepresentativeClaim {
  /** Index of the claim. */
  claim: number;
  /** What the group stands for. */
  for: 'agree' | 'disagree';
  /** Votes of the group on the claim, of any kind. */
  votes: number;
  statistics: AnswerStatistics;
  /** Votes of the group that agree, when this is the claim it agrees with most distinctly; it comes first then. */
  bestAgree: number | null;
}

const MOST_CLAIMS = 5;

const agreesMore = ({ agree, disagree }: ClaimStatistics): boolean => agree.ratioZ > disagree.ratioZ;

function recordOf(claim: number, statistics: ClaimStatistics): RepresentativeClaim {
  const isFor = agreesMore(statistics);
  return {
    claim,
    for: isFor ? 'agree' : 'disagree',
    votes: statistics.votes,
    statistics: isFor ? statistics.agree : statistics.disagree,
    bestAgree: null,
  };
}

/** Whether an answer is given by more than half of the group, and more than elsewhere. */
const isSufficient = ({ ratioZ, shareZ }: AnswerStatistics): boolean =>
  isSignificant(ratioZ) && isSignificant(shareZ);

/** Whether the claim is one that the group agrees with more distinctly than with the best one so far. */
function beatsBestAgree({ agree, disagree }: ClaimStatistics, best: ClaimStatistics | null): boolean {
  if (agree.count === 0 && disagree.count === 0) return false;
  const { share, shareZ, ratio, ratioZ } = agree;
  if (best === null) return isSignificant(shareZ) || (ratio > 1 && share > 0.5);
  const { agree: other } = best;
  if (other.ratio > 1)
    return ratio * ratioZ * share * shareZ > other.ratio * other.ratioZ * other.share * other.shareZ;
  return share * shareZ > other.share * other.shareZ;
}

const weight = ({ statistics: { ratio, ratioZ, share, shareZ } }: RepresentativeClaim): number =>
  ratio * ratioZ * share * shareZ;

/** At most five claims of one group (its place in `tallies.ids`), those that it agrees with first. */
export function representativeClaims(
  tallies: GroupTallies,
  group: number,
  isOut: Uint8Array,
  all = summed(tallies),
): RepresentativeClaim[] {
  const sufficient: RepresentativeClaim[] = [];
  let best: { record: RepresentativeClaim; z: number } | null = null;
  let bestAgree: { claim: number; statistics: ClaimStatistics } | null = null;
  for (let claim = 0; claim < tallies.claims; claim += 1) {
    if (isOut[claim] !== 0) continue;
    const statistics = claimStatistics(tallies, all, group, claim);
    const { agree, disagree } = statistics;
    const record = recordOf(claim, statistics);
    if (isSufficient(agree) || isSufficient(disagree)) sufficient.push(record);
    const z = Math.max(agree.ratioZ, disagree.ratioZ);
    if (best === null || z > best.z) best = { record, z };
    if (beatsBestAgree(statistics, bestAgree?.statistics ?? null)) bestAgree = { claim, statistics };
  }
  const first = bestAgree && {
    ...recordOf(bestAgree.claim, bestAgree.statistics),
    bestAgree: bestAgree.statistics.agree.count,
  };
  if (sufficient.length === 0) return first ? [first] : best ? [best.record] : [];
  const others = sufficient
    .filter(({ claim }) => claim !== first?.claim)
    .sort((a, b) => weight(b) - weight(a));
  const chosen = [...(first ? [first] : []), ...others].slice(0, MOST_CLAIMS);
  return [
    ...chosen.filter((record) => record.for === 'agree'),
    ...chosen.filter((record) => record.for === 'disagree'),
  ];
}
