import { namelessPeople } from '../../room/report/export';
import type { VoteFact } from '../../room/report/facts';
import { isSmall } from '../../room/visibility';
import { claimTallies } from '../opinion-map/statistics';
import { voteMatrix } from '../opinion-map/vote-matrix';
import type { PolisComment } from './table-reader';
import { commentLines, votesLines, type WrittenVotes } from './writer';

/**
 * A room in the shape of a Polis export. A row holds all that one person voted, so a row stands for whoever a name could be put to:
 * as in the table of votes, people whose number of votes few others cast are left out. Votes that came from elsewhere lead to
 * nobody and stand whole.
 */

/** The votes of one person. */
export interface PersonVotes {
  person: string;
  isImported: boolean;
  /** Places in the list of claims, from 0. */
  claims: readonly number[];
  /** For each of them: +1 agree, -1 disagree, 0 pass. */
  votes: readonly number[];
}

export interface RoomClaim {
  code: string;
  text: string;
  /** Taken out by moderation: its votes count nowhere. */
  isOut: boolean;
}

export interface RoomExport {
  written: WrittenVotes;
  comments: PolisComment[];
}

const FROM_CODE = /^C(0|[1-9]\d{0,8})$/;

/** Numbers for claims: those in their codes where all have one there, as after an import; else from 0 in the author's order. */
function numbersOf(claims: readonly RoomClaim[]): number[] {
  const numbers = claims.map(({ code }) => Number(FROM_CODE.exec(code)?.[1] ?? -1));
  return numbers.every((number) => number >= 0) ? numbers : claims.map((_, index) => index);
}

/** Whose rows are told. */
function toldRows(rows: readonly PersonVotes[]): PersonVotes[] {
  const own = rows.filter(({ isImported }) => !isImported);
  const facts = own.flatMap(({ person, claims }) =>
    claims.map((claim): VoteFact => ({ person, claimId: String(claim), choice: 'pass' })),
  );
  const nameless = namelessPeople(facts);
  const isTooFew = isSmall(own.length);
  return rows.filter(({ person, isImported }) => isImported || !(isTooFew || nameless.has(person)));
}

/**
 * What the two files hold. People are numbered in the order of the draws.
 * @param draws a random number for each row
 */
export function roomExport(
  claims: readonly RoomClaim[],
  rows: readonly PersonVotes[],
  draws: readonly number[],
): RoomExport {
  const drawn = new Map(rows.map((row, index) => [row, draws[index] ?? 0]));
  const people = toldRows(rows).sort((a, b) => (drawn.get(a) ?? 0) - (drawn.get(b) ?? 0));
  const numbers = numbersOf(claims);
  const order = numbers.map((_, place) => place).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const columnOf = new Int32Array(claims.length);
  for (const [column, place] of order.entries()) columnOf[place] = column;
  const count = people.reduce((sum, { votes }) => sum + votes.length, 0);
  const triples = { person: new Int32Array(count), claim: new Int32Array(count), vote: new Int8Array(count) };
  let at = 0;
  for (const [person, { claims: places, votes }] of people.entries()) {
    for (const [i, place] of places.entries()) {
      triples.person[at] = person;
      triples.claim[at] = columnOf[place] ?? 0;
      triples.vote[at] = votes[i] ?? 0;
      at += 1;
    }
  }
  return {
    written: {
      matrix: voteMatrix(people.length, claims.length, triples),
      participants: people.map((_, index) => String(index)),
      claimIds: order.map((place) => numbers[place] ?? 0),
    },
    comments: order.flatMap((place) => {
      const claim = claims[place];
      if (!claim) return [];
      const { text, isOut } = claim;
      return [{ id: numbers[place] ?? 0, text, moderation: isOut ? -1 : 1, isMeta: false } as const];
    }),
  };
}

/** comments.csv of an export; it is small. */
export const commentsText = ({ written, comments }: RoomExport): string =>
  [...commentLines(comments, written.claimIds, claimTallies(written.matrix))].join('');

/** participants-votes.csv of an export, line by line. */
export const votesLinesOf = ({ written }: RoomExport): Generator<string> => votesLines(written);
