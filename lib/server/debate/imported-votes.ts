import 'server-only';
import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { VoteMatrix } from '../../domain/stance/opinion-map/vote-matrix';
import { uniqueKey } from '../../domain/text/plain-text';
import type { Transaction } from '../database/client';

/** Votes that were given elsewhere, written into a room as seats in which nobody sits. */

/** Seats, and votes, of one statement: each is done in well under the time that a statement has. */
const SEATS_AT_ONCE = 5_000;
const VOTES_AT_ONCE = 10_000;

/**
 * Writes a seat for each person who voted, and their votes. Seats come in an order that is drawn here, as do the numbers in their
 * aliases: neither says anything of the order in which people stood in the file, and so of who they were there.
 * @param claimIds the claim of each column; null where its votes are left out
 * @returns how many people and votes were written
 */
export async function writeImportedVotes(
  tx: Transaction,
  roomId: string,
  matrix: VoteMatrix,
  claimIds: readonly (string | null)[],
): Promise<{ people: number; votes: number }> {
  const people = drawnOrder(matrix, claimIds);
  const seatIds = people.map(() => uuidv7());
  for (let from = 0; from < people.length; from += SEATS_AT_ONCE) {
    const ids = seatIds.slice(from, from + SEATS_AT_ONCE);
    const aliases = ids.map((_, index) => `Voter ${from + index + 1}`);
    await tx.$executeRaw`
      INSERT INTO "Participant" ("id", "roomId", "alias", "aliasKey", "isImported")
      SELECT made."id", ${roomId}::uuid, made."alias", made."key", true
      FROM unnest(${ids}::uuid[], ${aliases}::text[], ${aliases.map(uniqueKey)}::text[]) AS made("id", "alias", "key")`;
  }
  // Without statistics that know of them, each vote is checked against all of these seats.
  await tx.$executeRaw`SELECT "count_seats_anew"()`;
  const known = claimIds.filter((id): id is string => id !== null);
  const placeOf = new Map(known.map((id, place) => [id, place + 1]));
  const places = claimIds.map((id) => (id === null ? 0 : (placeOf.get(id) ?? 0)));
  let batch = emptyBatch();
  let votes = 0;
  const flush = async () => {
    await writeBatch(tx, roomId, seatIds, known, batch);
    votes += batch.votes.length;
    batch = emptyBatch();
  };
  for (const [index, person] of people.entries()) {
    const [from, to] = [matrix.rowStart[person] as number, matrix.rowStart[person + 1] as number];
    for (let at = from; at < to; at += 1) {
      const place = places[matrix.claim[at] as number] as number;
      if (place === 0) continue;
      batch.seats.push(index);
      batch.claims.push(place);
      batch.votes.push(matrix.vote[at] as number);
    }
    if (batch.votes.length >= VOTES_AT_ONCE) await flush();
  }
  if (batch.votes.length > 0) await flush();
  // Whoever reads them first, or erases them again, does not have to wait until the database gets to it by itself.
  await tx.$executeRaw`SELECT "count_votes_anew"()`;
  return { people: people.length, votes };
}

interface Batch {
  /** Places in the list of seats, from 0. */
  seats: number[];
  /** Places in the list of claims, from 1. */
  claims: number[];
  /** -1, 0 or 1. */
  votes: number[];
}

const emptyBatch = (): Batch => ({ seats: [], claims: [], votes: [] });

/** The rows that have a vote on a claim that is taken, in a drawn order. */
function drawnOrder(matrix: VoteMatrix, claimIds: readonly (string | null)[]): number[] {
  const people: number[] = [];
  for (let person = 0; person < matrix.people; person += 1) {
    const [from, to] = [matrix.rowStart[person] as number, matrix.rowStart[person + 1] as number];
    for (let at = from; at < to; at += 1) {
      if (claimIds[matrix.claim[at] as number] === null) continue;
      people.push(person);
      break;
    }
  }
  for (let last = people.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [people[last], people[other]] = [people[other] as number, people[last] as number];
  }
  return people;
}

/** The votes and their log, in one statement; what the database checks at the end of a transaction is checked here and now. */
async function writeBatch(
  tx: Transaction,
  roomId: string,
  seatIds: readonly string[],
  claimIds: readonly string[],
  { seats, claims, votes }: Batch,
): Promise<void> {
  const first = seats[0] ?? 0;
  const ids = seatIds.slice(first, (seats.at(-1) ?? first) + 1);
  await tx.$executeRaw`
    WITH given AS (
      SELECT (${ids}::uuid[])[g.seat] AS "seatId", (${[...claimIds]}::uuid[])[g.claim] AS "claimId",
        (ARRAY['disagree', 'pass', 'agree']::"VoteChoice"[])[g.vote + 2] AS "choice"
      FROM unnest(${seats.map((seat) => seat - first + 1)}::int[], ${claims}::int[], ${votes}::int[]) AS g(seat, claim, vote)
    ), logged AS (
      INSERT INTO "VoteEvent" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq", "eventId")
      SELECT ${roomId}::uuid, "claimId", 1, "seatId", "choice", 1, gen_random_uuid() FROM given
    )
    INSERT INTO "Vote" ("roomId", "claimId", "claimRevision", "participantId", "choice", "seq")
    SELECT ${roomId}::uuid, "claimId", 1, "seatId", "choice", 1 FROM given`;
  await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
}
