import type { OwnImpact, OwnStance, OwnVote } from '../debate/view';
import { BEARS_AGAINST, BEARS_FOR, bearingOn } from './bearing';
import { type ClaimToWeigh, type DebateToWeigh, type RelationToWeigh, weighedGraph } from './graph-of-debate';
import { DEFAULT_LENS, type Lens } from './lens';
import { type Probe, probeOf } from './probe';
import { MOST_IMPACT, NEUTRAL_BASE, UNRATED_WEIGHT } from './scores';
import { type EvaluatedGraph, evaluateGraph } from './strength';

/** What the check reads of a debate: the person's own answers and the published map. A `DebateView` has it. */
export interface DebateToCheck
  extends DebateToWeigh<
    ClaimToWeigh & { ownVote: Pick<OwnVote, 'choice' | 'isStale'> },
    RelationToWeigh & { ownImpact: Pick<OwnImpact, 'weight'> & { isStale?: boolean } }
  > {
  motion: { id: string; ownStance: Pick<OwnStance, 'answer' | 'value'> | null };
}

/**
 * How much of a map a person has voted on (agree or disagree, on the wording as it is), and how much there must be to
 * say something. The rule is `neededVotes`.
 */
export interface VoteCoverage {
  /** Claims that bear on the motion, and votes on them. */
  claims: number;
  votes: number;
  /** Those that speak for it and against it; a claim can do both. */
  votesFor: number;
  votesAgainst: number;
  neededVotes: number;
  neededFor: number;
  neededAgainst: number;
}

export interface DecisiveClaim {
  claimId: string;
  choice: 'agree' | 'disagree';
  /**
   * By how much the implied value would change if this vote were turned round, -200..200: with those before it turned as
   * well where a stance is to be reached, alone where there is none.
   */
  change: number;
}

export type ConsistencyCheck =
  | { kind: 'too-few-votes'; motionId: string; coverage: VoteCoverage }
  | {
      kind: 'implied';
      motionId: string;
      coverage: VoteCoverage;
      /** What the votes imply for the motion, -100 wholly against to 100 wholly for. */
      implied: number;
      /** The stated stance on the same scale; null while there is none. */
      stance: number | null;
      /** Implied less stated. */
      difference: number | null;
      /**
       * At most three votes, the largest first. With a stance, those that turned round together bring the implied value
       * nearest to it, found one after the other; without one, those that matter most.
       */
      claims: readonly DecisiveClaim[];
      /** The implied value with those votes turned round together; null without a stance. */
      turned: number | null;
      /** All votes were tried. On a large map with circles only those nearest the motion are. */
      isExact: boolean;
    };

/** Steps of computation that the search for those votes may take; the same measure as that of the flip sets. */
export const CHECK_BUDGET = 8_000_000;

type Implied = Extract<ConsistencyCheck, { kind: 'implied' }>;

const MOST_CLAIMS = 3;
const LEAST_VOTES = 4;
const MOST_NEEDED = 12;
const LEAST_PER_DIRECTION = 2;

/**
 * How many votes it takes: on a third of the claims that bear on the motion, at least four and at most twelve, and two in
 * each direction (or as many as there are). On a smaller part the answer is the choice of claims, not the person: whoever
 * has voted only on reasons for a motion cannot have come out against it.
 */
const neededVotes = (claims: number): number =>
  Math.min(claims, MOST_NEEDED, Math.max(LEAST_VOTES, Math.ceil(claims / 3)));

/** Strength on the scale of stances, to a tenth so that whole numbers shown of it are rounded once. */
const stanceOf = (strength: number): number =>
  // Adding 0 makes a negative zero a plain one.
  Math.round((strength - NEUTRAL_BASE) * 2000) / 10 + 0;

/**
 * A person's vote is no sample of one: who agrees holds the claim, 1. Who disagrees does not, 0; and neither does who
 * passed or said nothing, so that claims that the person never spoke about do not speak for them. To reject a reason for
 * the motion is no reason against it. A claim at 0 can still be held up by reasons that the person agrees with.
 */
const ownBase = ({
  ownVote: { choice, isStale },
}: {
  ownVote: Pick<OwnVote, 'choice' | 'isStale'>;
}): number => (choice === 'agree' && !isStale ? 1 : 0);

const ownWeight = ({ ownImpact: { weight, isStale = false } }: DebateToCheck['relations'][number]): number =>
  weight === null || isStale ? UNRATED_WEIGHT : weight / MOST_IMPACT;

type Choices = ReadonlyMap<string, 'agree' | 'disagree'>;

function choicesOf(claims: DebateToCheck['claims']): Choices {
  const choices = new Map<string, 'agree' | 'disagree'>();
  for (const { id, ownVote } of claims) {
    const { choice, isStale } = ownVote;
    if ((choice === 'agree' || choice === 'disagree') && !isStale) choices.set(id, choice);
  }
  return choices;
}

function coverageOf({ graph }: EvaluatedGraph, motion: number, choices: Choices): VoteCoverage {
  const bearing = bearingOn(graph, motion);
  const count = (bits: number, isVoted: boolean): number =>
    graph.claimIds.filter(
      (id, claim) =>
        claim !== motion && ((bearing[claim] as number) & bits) !== 0 && (!isVoted || choices.has(id)),
    ).length;
  const claims = count(BEARS_FOR | BEARS_AGAINST, false);
  return {
    claims,
    votes: count(BEARS_FOR | BEARS_AGAINST, true),
    votesFor: count(BEARS_FOR, true),
    votesAgainst: count(BEARS_AGAINST, true),
    neededVotes: neededVotes(claims),
    neededFor: Math.min(count(BEARS_FOR, false), LEAST_PER_DIRECTION),
    neededAgainst: Math.min(count(BEARS_AGAINST, false), LEAST_PER_DIRECTION),
  };
}

const isEnough = ({ votes, votesFor, votesAgainst, ...needed }: VoteCoverage): boolean =>
  votes > 0 &&
  votes >= needed.neededVotes &&
  votesFor >= needed.neededFor &&
  votesAgainst >= needed.neededAgainst;

/** Claims that lead to the motion, the nearest first: a change wears off with every step of the way. */
function nearestFirst({ graph }: EvaluatedGraph, motion: number): string[] {
  const { claimIds, linkStart, premiseStart, premises } = graph;
  const found = new Set([motion]);
  // The set grows while it is walked.
  for (const claim of found) {
    const end = premiseStart[linkStart[claim + 1] as number] as number;
    for (let at = premiseStart[linkStart[claim] as number] as number; at < end; at += 1) {
      found.add(premises[at] as number);
    }
  }
  return [...found].map((claim) => claimIds[claim] as string);
}

/** A vote and the claim's base score once it is turned round. */
interface Turn {
  claimId: string;
  choice: 'agree' | 'disagree';
  base: readonly [claim: number, base: number];
}

/** Values after turning one vote each on top of those already turned, as many as the budget allows. */
function tryEach(
  probe: Probe,
  turns: readonly Turn[],
  taken: readonly Turn[],
): { turn: Turn; value: number }[] {
  const found: { turn: Turn; value: number }[] = [];
  const bases = taken.map(({ base }) => base);
  for (const turn of turns) {
    if (probe.work() > CHECK_BUDGET) break;
    if (taken.includes(turn)) continue;
    found.push({ turn, value: stanceOf(probe.strengthAfter({ bases: [...bases, turn.base] })) });
  }
  return found;
}

const difference = (value: number, other: number): number => Math.round((value - other) * 10) / 10;

/** The votes that lead from the implied value to the stance, or without a stance those that matter most. */
function decisive(
  evaluated: EvaluatedGraph,
  { motion, choices, stance }: { motion: number; choices: Choices; stance: number | null },
): Pick<Implied, 'implied' | 'claims' | 'turned' | 'isExact'> {
  const probe = probeOf(evaluated, motion);
  const implied = stanceOf(probe.present);
  const turns = nearestFirst(evaluated, motion).flatMap((claimId): Turn[] => {
    const choice = choices.get(claimId);
    const claim = evaluated.graph.indexOf.get(claimId);
    if (choice === undefined || claim === undefined) return [];
    return [{ claimId, choice, base: [claim, choice === 'agree' ? 0 : 1] }];
  });
  const alone = tryEach(probe, turns, []);
  const isExact = alone.length === turns.length;
  const claimOf = ({ turn: { claimId, choice }, value }: (typeof alone)[number], from: number) => ({
    claimId,
    choice,
    change: difference(value, from),
  });
  if (stance === null) {
    const claims = alone
      .map((one) => claimOf(one, implied))
      .filter(({ change }) => change !== 0)
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.claimId < b.claimId ? -1 : 1));
    return { implied, claims: claims.slice(0, MOST_CLAIMS), turned: null, isExact };
  }
  const taken: Turn[] = [];
  const claims: DecisiveClaim[] = [];
  let turned = implied;
  let tried = alone;
  while (taken.length < MOST_CLAIMS) {
    const [best] = tried.sort(
      (a, b) =>
        Math.abs(a.value - stance) - Math.abs(b.value - stance) || (a.turn.claimId < b.turn.claimId ? -1 : 1),
    );
    if (!best || Math.abs(best.value - stance) >= Math.abs(turned - stance)) break;
    claims.push(claimOf(best, turned));
    taken.push(best.turn);
    turned = best.value;
    tried = tryEach(probe, turns, taken);
  }
  return { implied, claims, turned, isExact };
}

/**
 * What a person's own votes and impacts imply for the motion that is looked at, against the stance that they stated.
 * Nobody else's votes play a part. Takes bounded time: see `CHECK_BUDGET`.
 */
export function checkConsistency(debate: DebateToCheck, lens: Lens = DEFAULT_LENS): ConsistencyCheck {
  const { id: motionId, ownStance } = debate.motion;
  // The motion starts from the middle; another motion is a claim that the person did not vote on.
  const motionBase = (id: string) => (id === motionId ? NEUTRAL_BASE : 0);
  const evaluated = evaluateGraph(
    weighedGraph(debate, { base: ownBase, weight: ownWeight, motionBase }),
    lens,
  );
  const motion = evaluated.graph.indexOf.get(motionId) as number;
  const choices = choicesOf(debate.claims);
  const coverage = coverageOf(evaluated, motion, choices);
  if (!isEnough(coverage)) return { kind: 'too-few-votes', motionId, coverage };
  const stance = ownStance?.answer === 'placed' ? ownStance.value : null;
  const found = decisive(evaluated, { motion, choices, stance });
  const apart = stance === null ? null : difference(found.implied, stance);
  return { kind: 'implied', motionId, coverage, stance, difference: apart, ...found };
}
