import { type AnswerPairs, answerPairs } from './answer-pairs';
import { type Answers, answersOf, type Draws, firstAnswers } from './answers';
import { canonicalOrder } from './canonical-order';
import { type ClaimsIn, claimsIn, ofAllClaims } from './claims-in';
import { type Candidate, candidates, chosenCandidate, settledGroups } from './group-count';
import {
  FEWEST_FOR_MAP,
  groupsOf,
  largestFirst,
  noticesOf,
  uniformVoters,
  unsettledByFit,
} from './group-facts';
import { type GroupIds, groupIds } from './group-identity';
import { everybody, largestShare, withGroupParted } from './group-starts';
import { type ItemRows, voteItems } from './item-rows';
import { fitted, type GroupFit, type GroupModel, type Membership, membershipUnder } from './latent-groups';
import {
  type Components,
  fewestOfGroup,
  type GroupCount,
  type OpinionMap,
  type OpinionNotice,
} from './opinion-map';
import { explainedBy, principalComponents } from './pca';
import { itemPositions, type Positions } from './projection';
import { centreSeparation } from './separation';
import { type VoteMatrix, withRows } from './vote-matrix';

/**
 * The opinion map as this product computes it. Positions are the two leading principal components of the votes. Groups are
 * latent classes of the answers themselves (see latent-groups.ts), because two axes show only a part of what divides
 * people; somebody who fits two groups nearly as well is in neither. The number of groups is the one that comes out again
 * from other votes of the same people. Everything is computed in an order that follows from the votes, so the order of
 * people changes nothing.
 */

/** What the groups were computed with: enough to say why somebody is in one. */
export interface GroupBasis {
  model: GroupModel;
  /** Id of each group of the model. */
  ids: readonly number[];
  /** Number of each claim in the model, -1 for those that are out or that nobody answered. */
  numberOf: Int32Array;
  toBeIn: ToBeIn;
}

/** What somebody has to have done to be in a group. */
export interface ToBeIn {
  /** Votes on claims that are in. */
  votes: number;
  /** Of them, those that are no pass. */
  answers: number;
}

export interface NativeHistory extends GroupIds {
  axes: readonly [Float64Array, Float64Array];
  /** The groups that were parted, one after the other; null when nothing was clear. */
  path: readonly number[] | null;
  counts: readonly NativeCount[];
  /** Counts that the axes follow from, so that an update counts new votes alone; null where it would not be quicker. */
  pairs: AnswerPairs | null;
}

export interface NativeCount extends GroupCount {
  /** How much better left-out votes are predicted than without groups, 1 less the ratio of the log-losses. */
  gain: number;
}

export interface NativeMap extends OpinionMap {
  mode: 'native';
  counts: readonly NativeCount[];
  /** Null when there are no groups. */
  basis: GroupBasis | null;
  history: NativeHistory;
}

const VOTES_TO_BE_IN = 7;
const ANSWERS_TO_BE_IN = 3;
const FEWEST_IN = 15;
/** Answers that the number of groups is chosen from; more add time and nothing else. */
const ANSWERS_TO_CHOOSE = 100_000;
const ROUNDS_OF_ALL = 1;
/** By how much an update may misplace somebody: a half of what is promised. */
const MISPLACED = 5e-7;

/**
 * The angle by which axes may then be off. A position is the sum of at most as many deviations of at most 2 as there are
 * votes, times the root of claims per vote: an axis that is off by an angle moves nobody by more than 2 sqrt(claims) times
 * it. What the axes show of all differences is off by the square of the angle.
 */
const nearEnough = (claims: number): number => MISPLACED / (2 * Math.sqrt(Math.max(1, claims)));

/**
 * Who voted enough to be in a group: on seven claims that are in, or on all, and not by passing alone; when fewer than
 * fifteen people did, whoever voted as much as the fifteenth.
 */
function peopleIn(
  { people, rowStart }: ItemRows,
  claims: number,
  answers: Answers,
): { isIn: Uint8Array; toBeIn: ToBeIn } {
  const votes = new Int32Array(people);
  for (let p = 0; p < people; p += 1) votes[p] = (rowStart[p + 1] as number) - (rowStart[p] as number);
  const enough = Math.min(VOTES_TO_BE_IN, claims);
  const fifteenth = votes.slice().sort().at(-FEWEST_IN) ?? 0;
  const bar = Math.max(1, Math.min(enough, fifteenth));
  const answered = Math.min(ANSWERS_TO_BE_IN, bar);
  const isIn = Uint8Array.from(votes, (count, p) => {
    const given = (answers.rowStart[p + 1] as number) - (answers.rowStart[p] as number);
    return count >= bar && given >= answered ? 1 : 0;
  });
  return { isIn, toBeIn: { votes: bar, answers: answered } };
}

/** The grouping that a path of partings leads to. */
function followed(answers: Answers, path: readonly number[]): GroupFit | null {
  let membership: Membership = everybody(answers.people);
  let fit: GroupFit | null = null;
  for (const g of path) {
    fit = withGroupParted(answers, membership, largestShare(membership), g);
    if (!fit) return null;
    membership = fit.membership;
  }
  return fit;
}

/** From the people that the number of groups was chosen with to all. */
function extended(fit: GroupFit, all: Answers): GroupFit {
  if (fit.membership.people === all.people) return fit;
  return fitted(all, membershipUnder(all, fit.model), ROUNDS_OF_ALL);
}

interface Base {
  /** The claims that are in, with the people in their own order. */
  within: ClaimsIn;
  /** Counted within those. */
  pairs: AnswerPairs | null;
  /** Row of the matrix and index of the claim at each place of the canonical order, which all that follows is in. */
  peopleOf: Int32Array;
  claimOf: Int32Array;
  draws: Draws;
  /** The votes on those claims as items. */
  votes: ItemRows;
  answers: Answers;
  numberOf: Int32Array;
  isIn: Uint8Array;
  toBeIn: ToBeIn;
  count: number;
}

function baseOf(matrix: VoteMatrix, isOut: Uint8Array, history: NativeHistory | undefined): Base {
  const within = claimsIn(matrix, isOut);
  const items = voteItems(within.matrix);
  const { votes, people, claims, draw, claimDraw } = canonicalOrder(items, within.claimOf.length);
  const claimOf = claims.map((n) => within.claimOf[n] as number);
  const { answers, numberOf: numberIn } = answersOf(votes, claimOf.length);
  const numberOf = new Int32Array(matrix.claims).fill(-1);
  for (let n = 0; n < numberIn.length; n += 1) numberOf[claimOf[n] as number] = numberIn[n] as number;
  const { isIn, toBeIn } = peopleIn(votes, claimOf.length, answers);
  return {
    within,
    pairs: answerPairs(within.matrix, history?.pairs, items),
    peopleOf: people,
    claimOf,
    draws: { people: draw, claims: claimDraw.filter((_, n) => (numberIn[n] as number) >= 0) },
    votes,
    answers,
    numberOf,
    isIn,
    toBeIn,
    count: isIn.reduce((sum, one) => sum + one, 0),
  };
}

/**
 * Computes the map.
 * @param isOut one entry per claim, not 0 for claims that moderation took out
 * @param history of an earlier map of the same people: groups keep their ids, axes their direction, and the number of groups
 *   stays while it is about as good as another. Without it, the same votes always give the same map
 */
export function nativeMap(matrix: VoteMatrix, isOut: Uint8Array, history?: NativeHistory): NativeMap {
  const base = baseOf(matrix, isOut, history);
  const { answers, peopleOf, draws, isIn, count } = base;
  const some = firstAnswers(answers, ANSWERS_TO_CHOOSE);
  const before = history?.path ? history.path.length + 1 : 0;
  const shown = Int16Array.from(peopleOf.subarray(0, some.people), (p) => history?.group[p] ?? -1);
  const fewest = fewestOfGroup(count * (some.people / Math.max(1, answers.people)));
  const found = count < FEWEST_FOR_MAP ? [] : candidates(some, { draws, isIn, fewest, shown, before });
  const chosen = chosenCandidate(found, fewest, before);
  return assembled(
    base,
    matrix,
    isOut,
    { found, fit: chosen?.fit ?? null, path: chosen?.path ?? null },
    history,
  );
}

/**
 * The map after some more votes: the number of groups stays, all else is computed anew from the votes. It is what
 * `nativeMap` gives as long as that chooses the same number, in a fraction of the time.
 */
export function updatedNativeMap(matrix: VoteMatrix, isOut: Uint8Array, before: NativeHistory): NativeMap {
  const base = baseOf(matrix, isOut, before);
  const fit =
    before.path && base.count >= FEWEST_FOR_MAP
      ? followed(firstAnswers(base.answers, ANSWERS_TO_CHOOSE), before.path)
      : null;
  return assembled(base, matrix, isOut, { found: null, fit, path: before.path }, before);
}

interface Grouping {
  /** Null when the numbers of groups were not compared again. */
  found: readonly Candidate[] | null;
  fit: GroupFit | null;
  path: readonly number[] | null;
}

function assembled(
  { within, pairs, peopleOf, claimOf, votes, answers, numberOf, isIn, toBeIn, count }: Base,
  matrix: VoteMatrix,
  isOut: Uint8Array,
  { found, fit, path }: Grouping,
  history?: NativeHistory,
): NativeMap {
  const isWarm = found === null;
  const components = directedAs(
    componentsOf(within, peopleOf, isWarm ? history?.axes : undefined, pairs, matrix.claims),
    history?.axes,
  );
  const ordered = itemPositions(votes, claimOf, components);
  const all = fit && extended(fit, answers);
  const place = new Int32Array(matrix.people);
  for (let i = 0; i < matrix.people; i += 1) place[peopleOf[i] as number] = i;
  const restored = <List extends Float64Array | Int16Array | Uint8Array>(list: List): List =>
    list.map((_, p) => list[place[p] as number] as number) as List;
  const positions: Positions = { x: restored(ordered.x), y: restored(ordered.y) };

  const groups = count < FEWEST_FOR_MAP ? 0 : (all?.membership.groups ?? 1);
  const inOrder = all
    ? settledGroups(all.membership, isIn)
    : Int16Array.from(isIn, (one) => (groups > 0 && one !== 0 ? 0 : -1));
  const bySize = largestFirst(inOrder, groups);
  const slot = restored(inOrder.map((g) => (g < 0 ? -1 : (bySize.rank[g] as number))));
  // One group is nobody's camp: those that there were stay with their people, for when they come again.
  const { ids, next } = all
    ? groupIds(slot, groups, history)
    : { ids: groups > 0 ? [0] : [], next: history?.next ?? 0 };
  const group = slot.map((g) => (g < 0 ? -1 : (ids[g] as number)));
  const listed = groupsOf(group, positions);
  const counts = found
    ? found.map((candidate) => countOf(candidate, ordered, isIn))
    : (history?.counts ?? []);
  const notices: OpinionNotice[] = noticesOf(listed, components.totalVariance).map((notice) =>
    notice.kind === 'too-few-people' ? { ...notice, people: count } : notice,
  );
  if (groups === 1 && components.totalVariance > 0) notices.push({ kind: 'no-clear-groups' });
  return {
    mode: 'native',
    ...positions,
    group,
    groups: listed,
    unsettled: restored(unsettledByFit(all?.membership, inOrder)),
    explained: explainedBy(components),
    components,
    isUniform: uniformVoters(matrix, isOut),
    counts,
    notices,
    basis: all && { model: all.model, ids: bySize.rank.map((rank) => ids[rank] as number), numberOf, toBeIn },
    history: {
      group: all ? group : (history?.group ?? new Int16Array(matrix.people).fill(-1)),
      next,
      axes: components.axes,
      path: all ? path : null,
      counts,
      pairs,
    },
  };
}

function componentsOf(
  { matrix, claimOf }: ClaimsIn,
  order: Int32Array,
  before: Axes | undefined,
  pairs: AnswerPairs | null,
  claims: number,
): Components {
  const part = (axis: Float64Array): Float64Array => Float64Array.from(claimOf, (c) => axis[c] ?? 0);
  // Counts are whole numbers: where the axes follow from them, the order of people leaves no trace.
  const ordered = pairs ? matrix : withRows(matrix, order);
  const start: Axes | undefined = before && [part(before[0]), part(before[1])];
  const found = principalComponents(
    ordered,
    new Uint8Array(matrix.claims),
    start,
    pairs,
    before && nearEnough(claims),
  );
  return ofAllClaims(found, claimOf, claims);
}

function countOf({ fit, stability, gain }: Candidate, positions: Positions, isIn: Uint8Array): NativeCount {
  const { membership } = fit;
  const separation = centreSeparation(positions, settledGroups(membership, isIn), membership.groups);
  return { groups: membership.groups, separation, stability, gain };
}

type Axes = readonly [Float64Array, Float64Array];

/** The components with each axis turned to point as it did. */
function directedAs<Of extends { axes: Axes }>(components: Of, before: Axes | undefined): Of {
  if (!before) return components;
  const turned = components.axes.map((axis, j) => {
    const was = before[j as 0 | 1];
    let lean = 0;
    for (let c = 0; c < axis.length; c += 1) lean += (axis[c] as number) * (was[c] ?? 0);
    return lean < 0 ? axis.map((loading) => -loading) : axis;
  });
  return { ...components, axes: [turned[0] as Float64Array, turned[1] as Float64Array] };
}
