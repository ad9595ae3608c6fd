import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { VoteChoice } from '../../../domain/debate/view';
import type { OpinionFacts } from '../../../domain/stance/opinion/facts';
import { voteMatrix } from '../../../domain/stance/opinion-map/vote-matrix';
import { database, type Transaction } from '../../database/client';
import { countedSeat } from '../../room/counted';
import { type VoteRow, votedClaims, votesByPerson } from '../../room/report/report-facts';
import type { RoomContext } from '../../room/room-context';

/** The votes and stances that the opinion map of a room is made of, read from the database. */

export type OpinionRoom = Pick<RoomContext, 'id' | 'debateId' | 'path' | 'round'>;

/** What a map depends on, in short: while it is the same, there is nothing to draw. */
export interface OpinionHead {
  /** Up to which vote the room's map goes; null before the first. */
  cut: string | null;
  /** Grows with each vote. */
  votes: string;
  /** The same text for the same claims and stances; another one says only that something may have changed. */
  others: string;
}

/** The facts, with whose votes each row holds. */
export interface RoomOpinions {
  facts: OpinionFacts;
  /** Seats, in the order of the rows. */
  seatIds: string[];
}

/** Cheap enough to be asked on every reading: nothing is read that grows with the votes but an index. */
export async function opinionHead(room: OpinionRoom, motionId: string): Promise<OpinionHead> {
  const { rows } = await database().pool.query<OpinionHead>({
    name: 'opinion-head',
    text: `SELECT (SELECT s."cut"::text FROM "OpinionStep" s WHERE s."roomId" = $1) AS "cut",
        coalesce((SELECT max("ordinal") FROM "VoteEvent" WHERE "roomId" = $1), 0)::text AS "votes",
        concat_ws('.',
          (SELECT string_agg(coalesce((SELECT max(e."ordinal") FROM "Event" e WHERE e."roomId" = r.id
              AND e."type" NOT LIKE 'annotation-%'), 0)::text, '-' ORDER BY r.place)
             FROM unnest($2::uuid[]) WITH ORDINALITY AS r(id, place)),
          (SELECT count(*) || '-' || coalesce(max(extract(epoch FROM greatest(s."statedAt", s."supersededAt"))), 0)
             FROM "Stance" s WHERE s."roomId" = $1 AND s."motionId" = $3)
        ) AS "others"`,
    values: [room.id, room.path, motionId],
  });
  return rows[0] ?? { cut: null, votes: '0', others: '' };
}

/** What somebody answered to a claim (both of a row `cell`) up to a vote event, in words that still mean the same; null for nothing. */
const answerAt = (room: Pick<OpinionRoom, 'id'>, cut: bigint) => Prisma.sql`(
  SELECT CASE WHEN "then"."meaning" = now."meaning" THEN e."choice" END
  FROM "VoteEvent" e
    JOIN "Claim" c ON c."id" = e."claimId"
    JOIN "ClaimRevision" now ON now."claimId" = c."id" AND now."number" = c."revision"
    JOIN "ClaimRevision" "then" ON "then"."claimId" = e."claimId" AND "then"."number" = e."claimRevision"
  WHERE e."roomId" = ${room.id}::uuid AND e."claimId" = cell."claimId" AND e."participantId" = cell."participantId"
    AND e."ordinal" <= ${cut}
  ORDER BY e."ordinal" DESC LIMIT 1)`;

/** How many people's votes that count would be others if the map went on to a later vote, and how many votes. */
export async function changesBetween(
  tx: Transaction,
  room: OpinionRoom,
  from: bigint,
  to: bigint,
): Promise<{ people: number; votes: number }> {
  const claimIds = (await votedClaims(tx, room)).map(({ id }) => id);
  const [row] = await tx.$queryRaw<{ people: number; votes: number }[]>`
    WITH cell AS (
      SELECT DISTINCT e."participantId", e."claimId"
      FROM "VoteEvent" e JOIN "Participant" p ON p."id" = e."participantId" AND ${countedSeat()}
      WHERE e."roomId" = ${room.id}::uuid AND e."ordinal" > ${from} AND e."ordinal" <= ${to}
        AND e."claimId" = ANY (${claimIds}::uuid[])
    )
    SELECT count(DISTINCT "participantId")::int AS "people", count(*)::int AS "votes" FROM cell
    WHERE ${answerAt(room, from)} IS DISTINCT FROM ${answerAt(room, to)}`;
  return row ?? { people: 0, votes: 0 };
}

/** How many people voted and how many votes there are, of those that count now. A second for two million votes. */
export async function countingVotes(
  tx: Transaction,
  room: OpinionRoom,
): Promise<{ people: number; votes: number }> {
  const claimIds = (await votedClaims(tx, room)).map(({ id }) => id);
  const [row] = await tx.$queryRaw<{ people: number; votes: number }[]>`
    SELECT count(*)::int AS "people", coalesce(sum(length(told."signs")), 0)::int AS "votes"
    FROM (${votesByPerson(room.id, claimIds)}) AS told
      JOIN "Participant" p ON p."id" = told."person" AND ${countedSeat()}`;
  return row ?? { people: 0, votes: 0 };
}

/** What a person answered, by place of the claim from 0: 1 for agree, -1 for disagree, 0 for pass. */
type Answers = Map<number, number>;

const SIGNS: Readonly<Record<string, number>> = { '+': 1, '-': -1, '0': 0 };
const CHOICES: Readonly<Record<VoteChoice, number>> = { agree: 1, disagree: -1, pass: 0 };

const answersOf = ({ places, signs }: Pick<VoteRow, 'places' | 'signs'>): Answers =>
  new Map(places.map((place, i) => [place, SIGNS[signs[i] ?? '0'] ?? 0]));

/** What was answered up to an event where something else is now; null for nothing. */
const answersBefore = (tx: Transaction, room: OpinionRoom, claimIds: readonly string[], cut: bigint) =>
  tx.$queryRaw<{ seatId: string; place: number; choice: VoteChoice | null }[]>`
    SELECT cell."participantId" AS "seatId", (cell.place - 1)::int AS "place", ${answerAt(room, cut)}::text AS "choice"
    FROM (
      SELECT DISTINCT e."participantId", e."claimId", k.place
      FROM "VoteEvent" e
        JOIN unnest(${[...claimIds]}::uuid[]) WITH ORDINALITY AS k("claimId", place) ON k."claimId" = e."claimId"
        JOIN "Participant" p ON p."id" = e."participantId" AND ${countedSeat()}
      WHERE e."roomId" = ${room.id}::uuid AND e."ordinal" > ${cut}
    ) AS cell`;

/** The newest stance of each person decides, also where it is none. */
async function newestStances(
  tx: Transaction,
  room: OpinionRoom,
  motionId: string,
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ seatId: string; value: number }[]>`
    SELECT newest."participantId" AS "seatId", newest."value"::int AS "value"
    FROM (
      SELECT DISTINCT ON (s."participantId") s."participantId", s."answer", s."value"
      FROM "Stance" s
      WHERE s."roomId" = ${room.id}::uuid AND s."motionId" = ${motionId}::uuid AND s."supersededAt" IS NULL
      ORDER BY s."participantId", s."round" DESC
    ) AS newest
    WHERE newest."answer" = 'placed'`;
  return new Map(rows.map(({ seatId, value }) => [seatId, value]));
}

/**
 * The votes up to an event: those of now, with what was changed since put back. One row a person, so that two million votes are
 * some ten thousand rows.
 */
export async function roomOpinions(
  tx: Transaction,
  room: OpinionRoom,
  motionId: string,
  cut: bigint,
): Promise<RoomOpinions> {
  const voted = await votedClaims(tx, room);
  const claimIds = voted.map(({ id }) => id);
  const rows = await tx.$queryRaw<VoteRow[]>`
    SELECT told.* FROM (${votesByPerson(room.id, claimIds)}) AS told
      JOIN "Participant" p ON p."id" = told."person" AND ${countedSeat()}`;
  const answers = new Map(rows.map((row) => [row.person, answersOf(row)]));
  for (const { seatId, place, choice } of await answersBefore(tx, room, claimIds, cut)) {
    const given: Answers = answers.get(seatId) ?? new Map();
    if (choice === null) given.delete(place);
    else given.set(place, CHOICES[choice]);
    answers.set(seatId, given);
  }
  // Ids are compared as the database does, byte by byte.
  const seatIds = [...answers].flatMap(([seatId, given]) => (given.size > 0 ? [seatId] : [])).sort();
  const count = seatIds.reduce((sum, seatId) => sum + (answers.get(seatId)?.size ?? 0), 0);
  const triples = { person: new Int32Array(count), claim: new Int32Array(count), vote: new Int8Array(count) };
  let at = 0;
  for (const [person, seatId] of seatIds.entries()) {
    for (const [claim, vote] of answers.get(seatId) ?? []) {
      triples.person[at] = person;
      triples.claim[at] = claim;
      triples.vote[at] = vote;
      at += 1;
    }
  }
  const stances = await newestStances(tx, room, motionId);
  return {
    seatIds,
    facts: {
      matrix: voteMatrix(seatIds.length, voted.length, triples),
      claims: voted.map(({ id, code, side, text }) => ({ claimId: id, code, side, text })),
      stances: Float64Array.from(seatIds, (seatId) => stances.get(seatId) ?? Number.NaN),
    },
  };
}

/**
 * The votes that somebody has now on these claims, in their order; null where none counts, as for who teaches.
 * @param claimIds of the map that they are put on
 */
export async function votesNow(
  room: Pick<OpinionRoom, 'id'>,
  seatId: string,
  claimIds: readonly string[],
): Promise<{ claim: Int32Array; vote: Int8Array } | null> {
  const [row] = await database().prisma.$queryRaw<VoteRow[]>`
    SELECT told.* FROM (${votesByPerson(room.id, claimIds)}) AS told
      JOIN "Participant" p ON p."id" = told."person" AND ${countedSeat()}
    WHERE told."person" = ${seatId}::uuid`;
  if (!row) return null;
  const given = [...answersOf(row)].sort(([one], [other]) => one - other);
  return {
    claim: Int32Array.from(given, ([claim]) => claim),
    vote: Int8Array.from(given, ([, vote]) => vote),
  };
}
