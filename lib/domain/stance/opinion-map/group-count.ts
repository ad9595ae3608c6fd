import { adjustedRandIndex, agreementInTable } from './agreement';
import { type Answers, type Draws, drawnAnswers } from './answers';
import { addLosses, gainOf, type Losses, noLosses, surely } from './group-prediction';
import { everybody, largestShare, withOneMoreGroup } from './group-starts';
import type { GroupFit, Membership } from './latent-groups';

/**
 * How many groups there are: as many as help to predict votes that were left out, of those that come out again when other
 * votes are left out (after Lange et al. 2004, stability of a grouping, and Smyth 2000, its likelihood for left-out data).
 */

export interface Candidate {
  fit: GroupFit;
  /** The groups that were parted to come here, one after the other. */
  path: readonly number[];
  /** Mean agreement with groupings of drawn parts of the votes, times the share of people with a group in both; 0 to 1. */
  stability: number;
  /** How much better left-out votes are predicted than without groups: 1 less the ratio of the two log-losses. */
  gain: number;
  losses: Losses;
  /** People in the smallest group. */
  smallest: number;
}

export interface CandidateOptions {
  /** To draw votes with. */
  draws: Draws;
  /** Not 0 for people who voted enough to be in a group. */
  isIn: Uint8Array;
  /** Fewest people of a group. */
  fewest: number;
  /** Group that each person was shown in until now, -1 for none. */
  shown: Int16Array;
  /** Number of groups that was shown until now, 0 for none. */
  before: number;
}

/** From this probability on, somebody is in a group rather than between groups. */
export const SURE = 0.7;
const DRAWS = 4;
const DRAWN_SHARE = 0.8;
const MOST_GROUPS = 5;
/** What a number of groups needs to be shown. */
interface Demands {
  /** Least stability. Votes without any structure give 0.2 to many people, but more than 0.5 to every fifth class. */
  stable: number;
  /** Least stability in that of fewer groups. */
  stableStill: number;
  /** How much more of what cannot be predicted without groups each further group has to predict. */
  worth: number;
  /** How surely it does, in standard errors over people. */
  surely: number;
  /** Both for the first groups, which need to predict better than everybody does. */
  atAll: { worth: number; surely: number };
  /** Least size of a group in what `fewest` says. */
  size: number;
}

const TO_COME: Demands = {
  stable: 0.5,
  stableStill: 0.8,
  worth: 0.03,
  surely: 2.5,
  atAll: { worth: 0.02, surely: 0.5 },
  size: 1,
};
/** More is asked of another number than the one that was shown before. */
const TO_CHANGE: Demands = { ...TO_COME, surely: 4 };
/** Less is asked of the number that was shown, so that it does not come and go with a few votes. */
const TO_STAY: Demands = {
  stable: 0.3,
  stableStill: 0.7,
  worth: 0,
  surely: 0,
  atAll: { worth: 0, surely: 0 },
  size: 0.7,
};

/** What agreement with the groups that were shown is worth, in stability, and what better predictions are. */
const FAMILIAR = 0.2;
const PREDICTS = 4;

/** Group of each person, -1 for those who are not in or are between groups. */
export function settledGroups(membership: Membership, isIn: Uint8Array): Int16Array {
  const { people, share } = membership;
  const own = largestShare(membership);
  const group = new Int16Array(people);
  for (let p = 0; p < people; p += 1) {
    const g = own[p] as number;
    group[p] = isIn[p] !== 0 && (share[g * people + p] as number) >= SURE ? g : -1;
  }
  return group;
}

/** Agreement of two groupings into so many groups, times the share of people (of those who are in) with a group in both. */
function reproduced(one: Int16Array, other: Int16Array, groups: number, isIn: Uint8Array): number {
  const cells = new Float64Array(groups * groups);
  let [both, all] = [0, 0];
  const people = one.length;
  for (let p = 0; p < people; p += 1) {
    if (isIn[p] === 0) continue;
    all += 1;
    const a = one[p] as number;
    const b = other[p] as number;
    if (a < 0 || b < 0) continue;
    both += 1;
    cells[a * groups + b] = (cells[a * groups + b] as number) + 1;
  }
  return all > 0 ? Math.max(0, (agreementInTable(cells, groups) * both) / all) : 0;
}

/** People in the smallest group. */
function smallestOf(group: Int16Array, groups: number): number {
  const sizes = new Array<number>(groups).fill(0);
  const people = group.length;
  for (let p = 0; p < people; p += 1) {
    const g = group[p] as number;
    if (g >= 0) sizes[g] = (sizes[g] as number) + 1;
  }
  return Math.min(...sizes);
}

interface Way {
  parted: number;
  fit: GroupFit;
  group: Int16Array;
}

/** The best way to one more group, with those that are closest to it in the drawn parts. */
interface Best extends Pick<Candidate, 'stability' | 'gain' | 'losses'> {
  way: Way;
  same: Way[];
  score: number;
}

/** The best grouping into two groups, three and so on, until more groups are of no use. */
export function candidates(
  answers: Answers,
  { draws, isIn, fewest, shown, before }: CandidateOptions,
): Candidate[] {
  const { people } = answers;
  const ways = (part: Answers, from: Membership): Way[] =>
    withOneMoreGroup(part, from).map(({ parted, fit }) => ({
      parted,
      fit,
      group: settledGroups(fit.membership, isIn),
    }));
  const parts = Array.from({ length: DRAWS }, (_, round) => {
    const { drawn, left } = drawnAnswers(answers, draws, DRAWN_SHARE, round);
    return { drawn, left, membership: everybody(people) };
  });
  const found: Candidate[] = [];
  let [membership, path]: [Membership, readonly number[]] = [everybody(people), []];
  while (found.length + 2 <= MOST_GROUPS) {
    const partWays = parts.map(({ drawn, membership: from }) => ways(drawn, from));
    let best: Best | null = null;
    for (const way of ways(answers, membership)) {
      let sum = 0;
      const same: Way[] = [];
      for (const options of partWays) {
        let [most, closest] = [-1, options[0]];
        for (const option of options) {
          const agreement = reproduced(way.group, option.group, way.fit.membership.groups, isIn);
          if (agreement > most) [most, closest] = [agreement, option];
        }
        if (!closest) continue;
        sum += most;
        same.push(closest);
      }
      if (same.length < DRAWS) continue;
      const losses = noLosses(people);
      for (const [i, { fit }] of same.entries()) {
        const { drawn, left } = parts[i] as (typeof parts)[number];
        addLosses(losses, left, fit, drawn.rates, isIn);
      }
      const [stability, gain] = [sum / DRAWS, gainOf(losses)];
      const familiar = before > 0 ? FAMILIAR * adjustedRandIndex(way.group, shown) : 0;
      const score = stability + PREDICTS * gain + familiar;
      if (!best || score > best.score) best = { way, stability, gain, losses, score, same };
    }
    if (!best) break;
    for (const [i, part] of parts.entries()) part.membership = (best.same[i] as Way).fit.membership;
    membership = best.way.fit.membership;
    path = [...path, best.way.parted];
    found.push({
      fit: best.way.fit,
      path,
      stability: best.stability,
      gain: best.gain,
      losses: best.losses,
      smallest: smallestOf(best.way.group, membership.groups),
    });
    if (isEnough(found, fewest, before)) break;
  }
  return found;
}

/**
 * Whether more groups than the last need not be tried: it predicts no better than fewer, which come out again. One that
 * predicts better and does not come out again may be half of the way to one that does: three of four camps.
 */
function isEnough(found: readonly Candidate[], fewest: number, before: number): boolean {
  if (found.length + 1 < before) return false;
  const chosen = chosenCandidate(found, fewest, before);
  const last = found.at(-1);
  return chosen !== null && last !== undefined && last !== chosen && !isMoreUse(last, chosen, TO_COME);
}

/**
 * The grouping to show; null when none comes out again.
 * @param before number of groups that was shown until now, 0 for none
 */
export function chosenCandidate(
  found: readonly Candidate[],
  fewest: number,
  before: number,
): Candidate | null {
  let chosen: Candidate | null = null;
  for (const candidate of found) {
    const demands = before === 0 ? TO_COME : candidate.path.length + 1 === before ? TO_STAY : TO_CHANGE;
    const { stability, smallest } = candidate;
    if (stability < demands.stable || smallest < demands.size * fewest) continue;
    if (chosen ? isBetter(candidate, chosen, demands) : isOfUse(candidate, demands)) chosen = candidate;
  }
  return chosen;
}

/** Whether groups predict better than none: among few people, what chance made comes out again from other votes, too. */
const isOfUse = ({ gain, path, losses }: Candidate, demands: Demands): boolean =>
  gain >= demands.atAll.worth * path.length && surely(losses.grouped, losses.alike) >= demands.atAll.surely;

const isMoreUse = (more: Candidate, fewer: Candidate, demands: Demands): boolean =>
  more.gain - Math.max(0, fewer.gain) >= demands.worth * (more.path.length - fewer.path.length) &&
  surely(more.losses.grouped, fewer.losses.grouped) >= demands.surely;

const isBetter = (more: Candidate, fewer: Candidate, demands: Demands): boolean =>
  isMoreUse(more, fewer, demands) && more.stability >= demands.stableStill * fewer.stability;
