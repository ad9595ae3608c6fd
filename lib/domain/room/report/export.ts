import type { EvidenceStatus, SideRole } from '../../debate/view';
import { BYTE_ORDER_MARK, writeTable } from '../../formats/csv-table';
import type { StanceReply } from '../../stance/shift';
import { FEWEST_FOR_DISTRIBUTION, isSmall } from '../visibility';
import type { ClaimResult } from './claim-results';
import type { ContributionKind, VoteFact } from './facts';

import type { ReportPerson } from './view';

/**
 * The tables behind a report. What people did stands under their alias; what they think stands under names drawn for one
 * file, so that nobody's vote or stance can be looked up. How many votes each person cast is in the list of participants:
 * `namelessPeople` says where that would tell whose a name is, or whose the rows without one are.
 */

export const REPORT_FILES = ['participants', 'claims', 'votes', 'polis', 'stances', 'contributions'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

/** Files that say what people think: from the reveal on, and for those who teach. */
export const FILES_OF_ANSWERS: readonly ReportFile[] = ['votes', 'polis', 'stances'];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + writeTable([head, ...rows]);

const text = (value: string | number | null): string => (value === null ? '' : String(value));

/** @param names by person; given for a copy with names alone */
export function participantsCsv(
  people: readonly ReportPerson[],
  names: ReadonlyMap<string, string> | null = null,
): string {
  const head = ['alias', 'votes', 'claims', 'notes', 'replies', 'passages'];
  const rows = people.map(({ id, alias, votes, claims, notes, replies, passages }) => [
    alias,
    ...(names ? [names.get(id) ?? ''] : []),
    ...[votes, claims, notes, replies, passages].map(String),
  ]);
  return table(names ? ['alias', 'name', ...head.slice(1)] : head, rows);
}

export interface ExportedClaim {
  code: string;
  side: SideRole;
  text: string;
  evidence: EvidenceStatus;
  isFromRoom: boolean;
  /** Null before the reveal, and where there are too few for this reader. */
  counts: ClaimResult['counts'];
}

export const claimsCsv = (claims: readonly ExportedClaim[]): string =>
  table(
    ['code', 'side', 'text', 'evidence', 'added_in', 'agree', 'disagree', 'pass'],
    claims.map(({ code, side, text: words, evidence, isFromRoom, counts }) => [
      code,
      side === 'n' ? '' : side,
      words,
      evidence,
      isFromRoom ? 'class' : 'debate',
      text(counts?.agree ?? null),
      text(counts?.disagree ?? null),
      text(counts?.pass ?? null),
    ]),
  );

/** A claim's code by its id. */
type Codes = ReadonlyMap<string, string>;

/** Names for one file, in an order that says nothing of the people. */
export type Pseudonyms = ReadonlyMap<string, string>;

/**
 * Names for people: P1, P2 ... in the order of the draws.
 * @param draws a random number for each person
 */
export function pseudonyms(people: readonly string[], draws: readonly number[]): Pseudonyms {
  const drawn = people.map((person, index) => ({ person, draw: draws[index] ?? 0 }));
  drawn.sort((a, b) => a.draw - b.draw);
  return new Map(drawn.map(({ person }, index) => [person, `P${index + 1}`]));
}

const byText = (a: readonly string[], b: readonly string[]): number => {
  const [x, y] = [a.join('\u0000'), b.join('\u0000')];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** People by how many votes they cast, the fewest people first; of equal ones those who cast fewer votes. */
function peopleByCount(votes: readonly VoteFact[]): string[][] {
  const cast = new Map<string, number>();
  for (const { person } of votes) cast.set(person, (cast.get(person) ?? 0) + 1);
  const alike = new Map<number, string[]>();
  for (const [person, count] of cast) alike.set(count, [...(alike.get(count) ?? []), person]);
  return [...alike]
    .sort(([count, people], [other, others]) => people.length - others.length || count - other)
    .map(([, people]) => people);
}

/**
 * Whether the votes of these people say nothing of fewer than five on any claim that the claim’s own count does not: they are
 * five or more of its votes, or none of them, or all.
 */
function isCovered(votes: readonly VoteFact[], people: ReadonlySet<string>): boolean {
  const answers = new Map<string, { theirs: number; all: number }>();
  for (const { person, claimId } of votes) {
    const { theirs, all } = answers.get(claimId) ?? { theirs: 0, all: 0 };
    answers.set(claimId, { theirs: theirs + (people.has(person) ? 1 : 0), all: all + 1 });
  }
  return ![...answers.values()].some(({ theirs, all }) => isSmall(theirs) && theirs < all);
}

/**
 * Whose rows stand without a name. How many votes each person cast is known, so a name tells of as many people as cast as many:
 * where those are fewer than five, it is left out. Then the rows without a name are theirs alone, and further names go, of the
 * counts that the fewest people have, until those rows are of five people and two counts at least and single out no few votes on
 * a claim; or until no name is left, and the rows say no more than the claims’ own counts.
 */
export function namelessPeople(votes: readonly VoteFact[]): ReadonlySet<string> {
  const groups = peopleByCount(votes);
  const small = groups.filter(({ length }) => isSmall(length));
  if (small.length === 0) return new Set();
  for (let taken = Math.max(2, small.length); taken < groups.length; taken += 1) {
    const people = new Set(groups.slice(0, taken).flat());
    if (!isSmall(people.size) && isCovered(votes, people)) return people;
  }
  return new Set(groups.flat());
}

/** One row a vote; none at all where fewer than five people voted. */
export function votesCsv(votes: readonly VoteFact[], codes: Codes, names: Pseudonyms): string {
  const isTooFew = isSmall(new Set(votes.map(({ person }) => person)).size);
  const nameless = namelessPeople(votes);
  const rows = (isTooFew ? [] : votes).map(({ person, claimId, choice }) => [
    nameless.has(person) ? '' : (names.get(person) ?? ''),
    codes.get(claimId) ?? '',
    choice,
  ]);
  // In the order of what they say: the order of the rows tells nothing more.
  return table(['person', 'claim', 'vote'], rows.sort(byText));
}

export interface ExportedStance {
  person: string;
  first: StanceReply;
  second: StanceReply;
  reasons: readonly string[];
}

const reply = (value: StanceReply): string => (value === 'unsure' ? 'unsure' : text(value));

/** One row a person, whoever gave no answer too, so that pairs stay matched. Empty while a round has fewer than five answers. */
export function stancesCsv(people: readonly ExportedStance[], codes: Codes, names: Pseudonyms): string {
  const answered = (which: 'first' | 'second') => people.filter((person) => person[which] !== null).length;
  const isTooFew = (count: number) => count > 0 && count < FEWEST_FOR_DISTRIBUTION;
  const told = isTooFew(answered('first')) || isTooFew(answered('second')) ? [] : people;
  const rows = told.map(({ person, first, second, reasons }) => [
    names.get(person) ?? '',
    reply(first),
    reply(second),
    reasons.flatMap((claimId) => codes.get(claimId) ?? []).join(' '),
  ]);
  return table(['person', 'first', 'second', 'moved_by'], rows.sort(byText));
}

export interface ExportedContribution {
  alias: string;
  kind: ContributionKind;
  room: string;
  /** Code of the claim that it is, or is about; empty for other places. */
  claim: string;
  words: string;
  /** ISO 8601 */
  at: string;
}

export const contributionsCsv = (contributions: readonly ExportedContribution[]): string =>
  table(
    ['alias', 'kind', 'room', 'claim', 'at', 'text'],
    contributions.map(({ alias, kind, room, claim, at, words }) => [alias, kind, room, claim, at, words]),
  );
