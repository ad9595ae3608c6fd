import { FLOW_BANDS, type FlowBand, flowOf } from '../../stance/flow';
import { type MovedBy, movedBy } from '../../stance/moved-by';
import { type Shift, type StancePair, shiftOf } from '../../stance/shift';
import {
  type ClaimCounts,
  type ClaimResult,
  claimResults,
  commonGround,
  mostContested,
  votesOf,
} from './claim-results';
import { pairsOf, type ReportFacts } from './facts';
import type { Rank } from './ranks';
import { answersIn, isToldOf, type ToldShift, toldMovers, toldShift } from './told';

/** What a room's report says in numbers: all of it computed from its facts, here, for the page, the API, the export and the tests. */
export interface ReportNumbers {
  participation: Participation;
  stances: ToldStances;
  /** In the order of the facts. */
  claims: ClaimResult[];
  commonGround: Rank<ClaimCounts>[];
  mostContested: Rank<ClaimCounts>[];
  /** Votes on the claims whose counts are shown, and how many claims those are. */
  votes: { count: number; claims: number; hiddenClaims: number };
}

export interface Participation {
  people: number;
  /** People who did it at least once. */
  voted: number;
  wroteClaims: number;
  wroteNotes: number;
  /** How much there is of each. */
  claims: number;
  notes: number;
  replies: number;
}

export interface StanceNumbers {
  shift: Shift;
  /** Five bands, before by after. */
  bands: readonly FlowBand[];
  flow: number[][] | null;
  movedBy: { for: MovedBy; against: MovedBy };
  /** Answers without their people, in an order that says nothing of them; null while a round, or both together, have one to four. */
  dots: StanceDot[] | null;
}

/** The same as it is told: without what is of fewer than five answers. */
export interface ToldStances extends Omit<StanceNumbers, 'shift'> {
  shift: ToldShift;
}

/** One nameless person of the strip. */
export type StanceDot = StancePair;

function participationOf({ people, votesBy, contributions }: ReportFacts): Participation {
  const authors = (kinds: readonly string[]) =>
    new Set(contributions.filter(({ kind }) => kinds.includes(kind)).map(({ person }) => person)).size;
  const count = (wanted: string) => contributions.filter(({ kind }) => kind === wanted).length;
  return {
    people: people.length,
    voted: Object.values(votesBy).filter((votes) => votes > 0).length,
    wroteClaims: authors(['claim']),
    wroteNotes: authors(['note', 'reply']),
    claims: count('claim'),
    notes: count('note'),
    replies: count('reply'),
  };
}

const rankOfReply = (reply: StancePair['first']): number =>
  typeof reply === 'number' ? reply : reply === 'unsure' ? -200 : -300;

/** Where the people stood and what moved them. */
export function stanceNumbers(facts: Pick<ReportFacts, 'people' | 'stances'>): StanceNumbers {
  const pairs = pairsOf(facts);
  const shift = shiftOf(pairs);
  const isDrawn = [answersIn(shift.first), answersIn(shift.second), shift.pairs].every(isToldOf);
  const hasAnswers = shift.first.none + shift.second.none < 2 * shift.people;
  return {
    shift,
    bands: FLOW_BANDS,
    flow: flowOf(pairs),
    movedBy: { for: movedBy(pairs, 'for'), against: movedBy(pairs, 'against') },
    dots:
      isDrawn && hasAnswers
        ? pairs
            .map(({ first, second }) => ({ first, second }))
            .sort(
              (a, b) =>
                rankOfReply(b.first) - rankOfReply(a.first) || rankOfReply(b.second) - rankOfReply(a.second),
            )
        : null,
  };
}

/** The same as it may be told, in the report and wherever else the stances of a room are shown. */
export function toldStances(facts: Pick<ReportFacts, 'people' | 'stances'>): ToldStances {
  const { shift, movedBy: moved, ...numbers } = stanceNumbers(facts);
  return {
    ...numbers,
    shift: toldShift(shift),
    movedBy: { for: toldMovers(moved.for, shift), against: toldMovers(moved.against, shift) },
  };
}

/** @param teaches the reader keeps the room: others are told nothing of fewer than five votes on a claim */
export function reportNumbers(facts: ReportFacts, { teaches }: { teaches: boolean }): ReportNumbers {
  const counts = facts.tallies;
  const claims = claimResults(counts, teaches);
  const shown = claims.flatMap((result) => result.counts ?? []).filter((tally) => votesOf(tally) > 0);
  return {
    participation: participationOf(facts),
    stances: toldStances(facts),
    claims,
    commonGround: commonGround(counts),
    mostContested: mostContested(counts),
    votes: {
      count: shown.reduce((sum, tally) => sum + votesOf(tally), 0),
      claims: shown.length,
      hiddenClaims: claims.filter((result) => result.counts === null).length,
    },
  };
}
