import { type Place, type PlaceVotes, placeOnMap, type VotesOfOne } from './contributions';
import { SURE } from './group-count';
import type { GroupBasis, NativeMap } from './native-mode';
import type { OpinionMap } from './opinion-map';
import type { VoteMatrix } from './vote-matrix';

/** Why somebody is in their group, and where other votes would put them. */

/** What one vote says for a group against another. */
export interface GroupReason {
  /** Index of the claim. */
  claim: number;
  /** +1 agree, -1 disagree. A pass says nothing. */
  vote: number;
  /** Logarithm of how many times likelier the vote is in the one group; negative where it speaks for the other. */
  weight: number;
}

export interface GroupReasons {
  /** Id of the group that fits best, and of the one that fits next. */
  group: number;
  other: number;
  /** What the sizes of the groups say before any vote. */
  start: number;
  /** The weightiest first. */
  reasons: GroupReason[];
  /** All of it added up: logarithm of the odds for the group. Somebody is in it when it is large enough. */
  total: number;
}

/** Log-likelihood of votes in each group of the model, sizes included. */
function fits(basis: GroupBasis, claim: ArrayLike<number>, vote: ArrayLike<number>): number[] {
  return basis.model.logShare.map((share, g) => {
    let sum = share;
    for (let i = 0; i < claim.length; i += 1)
      sum += logRateOf(basis, g, claim[i] as number, vote[i] as number);
    return sum;
  });
}

function logRateOf({ model, numberOf }: GroupBasis, g: number, claim: number, vote: number): number {
  const n = numberOf[claim] ?? -1;
  return n < 0 || vote === 0 ? 0 : (model.logRate[g]?.[2 * n + (vote < 0 ? 1 : 0)] as number);
}

/** Indexes of the largest value and of the second. */
function bestTwo(values: readonly number[]): [number, number] {
  const order = values
    .map((_, g) => g)
    .sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  return [order[0] as number, order[1] as number];
}

/** The reasons of one person, also of somebody between two groups; null when there are no groups to choose from. */
export function groupReasons(
  { basis }: Pick<NativeMap, 'basis'>,
  matrix: VoteMatrix,
  person: number,
): GroupReasons | null {
  if (!basis) return null;
  const [start, end] = [matrix.rowStart[person] as number, matrix.rowStart[person + 1] as number];
  const claim = matrix.claim.subarray(start, end);
  const vote = matrix.vote.subarray(start, end);
  const likelihoods = fits(basis, claim, vote);
  const [best, next] = bestTwo(likelihoods);
  const reasons: GroupReason[] = [];
  for (let i = 0; i < claim.length; i += 1) {
    const [c, v] = [claim[i] as number, vote[i] as number];
    if (v === 0 || (basis.numberOf[c] ?? -1) < 0) continue;
    reasons.push({ claim: c, vote: v, weight: logRateOf(basis, best, c, v) - logRateOf(basis, next, c, v) });
  }
  const { logShare } = basis.model;
  return {
    group: basis.ids[best] as number,
    other: basis.ids[next] as number,
    start: (logShare[best] as number) - (logShare[next] as number),
    reasons: reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.claim - b.claim),
    total: (likelihoods[best] as number) - (likelihoods[next] as number),
  };
}

/** How somebody stands to the groups of a map. */
export interface GroupStanding {
  /** Id of the group that the votes fit; -1 for none. */
  group: number;
  /** How well they fit it, 0 to 1; 0 without one. */
  fit: number;
  /** Ids of the two groups that fit best, the better first, where neither fits well enough; null in a group, and for who voted too little. */
  between: readonly [number, number] | null;
}

const NOWHERE: GroupStanding = { group: -1, fit: 0, between: null };

/** What of somebody's votes decides how they stand to the groups. */
interface Weighed {
  votes: number;
  answers: number;
  /** Log-likelihood in each group, sizes included. */
  likelihoods: readonly number[];
}

function weighed(basis: GroupBasis, isOut: Uint8Array, { claim, vote }: VotesOfOne): Weighed {
  let [votes, answers] = [0, 0];
  for (let i = 0; i < claim.length; i += 1) {
    const c = claim[i] as number;
    if (isOut[c] === 0) votes += 1;
    if (vote[i] !== 0 && (basis.numberOf[c] ?? -1) >= 0) answers += 1;
  }
  return { votes, answers, likelihoods: fits(basis, claim, vote) };
}

function standingOf(basis: GroupBasis, { votes, answers, likelihoods }: Weighed): GroupStanding {
  if (votes < basis.toBeIn.votes || answers < basis.toBeIn.answers) return NOWHERE;
  const [best, next] = bestTwo(likelihoods);
  const largest = likelihoods[best] as number;
  const fit = 1 / likelihoods.reduce((sum, value) => sum + Math.exp(value - largest), 0);
  const id = (g: number): number => basis.ids[g] as number;
  return fit >= SURE
    ? { group: id(best), fit, between: null }
    : { ...NOWHERE, between: [id(best), id(next)] };
}

/** How votes stand to the groups, by the very rule that the groups were made with. */
export const groupStanding = (basis: GroupBasis, isOut: Uint8Array, votes: VotesOfOne): GroupStanding =>
  standingOf(basis, weighed(basis, isOut, votes));

/** As `placeOnMap`, with the group as the map itself gives it. */
export function placeInGroups(map: OpinionMap & Pick<NativeMap, 'basis'>, isOut: Uint8Array): PlaceVotes {
  const onMap = placeOnMap(map, isOut);
  const { basis } = map;
  if (!basis) return onMap;
  const inGroup = (place: Place, all: Weighed): Place => {
    const { group, fit } = standingOf(basis, all);
    return { ...place, group, fit };
  };
  return (own) => {
    const { now, after } = onMap(own);
    const all = weighed(basis, isOut, own);
    return {
      now: inGroup(now, all),
      after: (claim, from, to) => {
        const isIn = (basis.numberOf[claim] ?? -1) >= 0;
        const answers = isIn ? Number(to !== 0) - Number((from ?? 0) !== 0) : 0;
        return inGroup(after(claim, from, to), {
          votes: all.votes + (from === null ? 1 : 0),
          answers: all.answers + answers,
          likelihoods: all.likelihoods.map(
            (sum, g) => sum + logRateOf(basis, g, claim, to) - logRateOf(basis, g, claim, from ?? 0),
          ),
        });
      },
    };
  };
}
