import type { Answers } from './answers';
import { addToItems, sumByPerson } from './item-rows';

/**
 * Latent class model of answers (Lazarsfeld and Henry 1968): in a group, each claim has one probability of being agreed
 * with, and a person's answers are drawn from those of one group. Fitted by expectation and maximisation (Dempster, Laird
 * and Rubin 1977). Absent votes have no part in it, so that nothing is guessed for them.
 */

/** Probability of each person's being in each group. */
export interface Membership {
  groups: number;
  people: number;
  /** Of person p in group g at `g * people + p`; those of a person add up to 1. */
  share: Float64Array;
}

export interface GroupModel {
  /** Log-probability of each answer (item), one list for each group. */
  logRate: readonly Float64Array[];
  /** Log-share of people in each group. */
  logShare: readonly number[];
}

export interface GroupFit {
  membership: Membership;
  /** What the memberships were computed from. */
  model: GroupModel;
}

/** Answers as from the average person that each group is thought to have had before: a group of few says little. */
const PRIOR = 2;
/** Changes of a membership below this do not change the model. */
const NEGLIGIBLE = 1e-4;

/** One part of a list for each group, all in one memory. */
const partsOf = (list: Float64Array, groups: number, length: number): Float64Array[] =>
  Array.from({ length: groups }, (_, g) => list.subarray(g * length, (g + 1) * length));

/** What memberships changed by since the last time, 0 where that is negligible; `was` is brought up to date. */
function takeChanges(own: Float64Array, was: Float64Array, change: Float64Array): void {
  const people = own.length;
  for (let p = 0; p < people; p += 1) {
    const step = (own[p] as number) - (was[p] as number);
    if (step < NEGLIGIBLE && step > -NEGLIGIBLE) {
      change[p] = 0;
    } else {
      change[p] = step;
      was[p] = own[p] as number;
    }
  }
}

function logShares({ groups, people, share }: Membership): number[] {
  const logs: number[] = [];
  for (let g = 0; g < groups; g += 1) {
    let size = 0;
    for (let p = 0; p < people; p += 1) size += share[g * people + p] as number;
    logs.push(Math.log((size + 1) / (people + groups)));
  }
  return logs;
}

/**
 * How much likelier each answer is in one group than in another, as a logarithm.
 * @param count of answers in the group
 * @param base of answers in the other
 */
function oddsOf(count: Float64Array, base: Float64Array, overall: Float64Array, odds: Float64Array): void {
  const items = odds.length;
  for (let at = 0; at < items; at += 2) {
    const a = count[at] as number;
    const d = count[at + 1] as number;
    const a0 = base[at] as number;
    const d0 = base[at + 1] as number;
    const agree = PRIOR * (overall[at] as number);
    const disagree = PRIOR * (overall[at + 1] as number);
    const sizes = (a0 + d0 + PRIOR) / (a + d + PRIOR);
    odds[at] = Math.log(((a + agree) / (a0 + agree)) * sizes);
    odds[at + 1] = Math.log(((d + disagree) / (d0 + disagree)) * sizes);
  }
}

function logRates(count: Float64Array, overall: Float64Array): Float64Array {
  const rates = new Float64Array(count.length);
  const items = count.length;
  for (let at = 0; at < items; at += 2) {
    const agree = count[at] as number;
    const disagree = count[at + 1] as number;
    const all = Math.log(agree + disagree + PRIOR);
    rates[at] = Math.log(agree + PRIOR * (overall[at] as number)) - all;
    rates[at + 1] = Math.log(disagree + PRIOR * (overall[at + 1] as number)) - all;
  }
  return rates;
}

/** Turns logarithms of odds against the first group, which has none, into probabilities. */
function normalize({ groups, people, share }: Membership): void {
  const size = groups * people;
  for (let p = 0; p < people; p += 1) {
    let largest = 0;
    for (let at = people + p; at < size; at += people) {
      const odds = share[at] as number;
      if (odds > largest) largest = odds;
    }
    let total = 0;
    share[p] = 0;
    for (let at = p; at < size; at += people) {
      const odds = share[at] as number;
      const weight = odds === largest ? 1 : Math.exp(odds - largest);
      share[at] = weight;
      total += weight;
    }
    for (let at = p; at < size; at += people) share[at] = (share[at] as number) / total;
  }
}

/** Memberships of people under a model. */
export function membershipUnder(answers: Answers, { logRate, logShare }: GroupModel): Membership {
  const { people } = answers;
  const groups = logRate.length;
  const share = new Float64Array(groups * people);
  const own = partsOf(share, groups, people);
  const [base, first] = [logRate[0] as Float64Array, logShare[0] as number];
  for (let g = 1; g < groups; g += 1) {
    const rates = logRate[g] as Float64Array;
    const odds = base.map((rate, at) => (rates[at] as number) - rate);
    sumByPerson(answers, odds, (logShare[g] as number) - first, own[g] as Float64Array);
  }
  const membership = { groups, people, share };
  normalize(membership);
  return membership;
}

/**
 * Fits the model from memberships to begin with, which stay as they are. Few rounds are meant: what is found in them comes
 * out again from other votes of the same people more surely than where the search would end.
 */
export function fitted(answers: Answers, start: Membership, rounds: number): GroupFit {
  const { groups, people } = start;
  const { counts, rates } = answers;
  const items = counts.length;
  const membership = { groups, people, share: start.share.slice() };
  const own = partsOf(membership.share, groups, people);
  // Answers that each group has given, kept up to date as memberships change; what the others leave is the first group's.
  const count = partsOf(new Float64Array(groups * items), groups, items);
  const applied = partsOf(new Float64Array(groups * people), groups, people);
  const [change, odds] = [new Float64Array(people), new Float64Array(items)];
  for (let round = 1; ; round += 1) {
    const base = count[0] as Float64Array;
    base.set(counts);
    for (let g = 1; g < groups; g += 1) {
      takeChanges(own[g] as Float64Array, applied[g] as Float64Array, change);
      addToItems(answers, change, count[g] as Float64Array);
      takeAway(base, count[g] as Float64Array);
    }
    const logShare = logShares(membership);
    // All is measured from the first group, which then needs no sum of its own.
    for (let g = 1; g < groups; g += 1) {
      oddsOf(count[g] as Float64Array, base, rates, odds);
      const from = (logShare[g] as number) - (logShare[0] as number);
      sumByPerson(answers, odds, from, own[g] as Float64Array);
    }
    normalize(membership);
    if (round < rounds) continue;
    return { membership, model: { logRate: count.map((one) => logRates(one, rates)), logShare } };
  }
}

/** Rounding can leave a remainder a little below 0: it is 0. */
function takeAway(from: Float64Array, what: Float64Array): void {
  const items = from.length;
  for (let at = 0; at < items; at += 1) {
    const rest = (from[at] as number) - (what[at] as number);
    from[at] = Math.max(0, rest);
  }
}
