import 'server-only';
import type { Contribution, ContributionKind } from '../../../domain/room/report/facts';
import type { Transaction } from '../../database/client';
import { countedSeat } from '../counted';
import type { RoomContext } from '../room-context';

/**
 * The people that a report counts, as `counted.ts` says, and what they did. A person is their seat in the room.
 */

export interface CountedPerson {
  id: string;
  alias: string;
  userId: string | null;
  /** Votes that were given elsewhere: nobody here did anything from this seat. */
  isImported: boolean;
}

/** Of these people, those who were in the room themselves: who is listed, has a sheet and gets feedback. */
export const whoCame = (people: readonly CountedPerson[]): CountedPerson[] =>
  people.filter(({ isImported }) => !isImported);

type ReportRoom = Pick<RoomContext, 'id' | 'debateId'>;

export const countedPeople = (tx: Transaction, room: Pick<ReportRoom, 'id'>): Promise<CountedPerson[]> =>
  tx.$queryRaw<CountedPerson[]>`
    SELECT p."id", p."alias", p."userId", p."isImported" FROM "Participant" p
    WHERE p."roomId" = ${room.id}::uuid AND ${countedSeat()}
    ORDER BY p."alias", p."id"`;

/** A seat that a person writes from, here or in a group below. */
export interface WritingSeat {
  seatId: string;
  personId: string;
  roomId: string;
  /** Whether they argue for a side from it. */
  isVoice: boolean;
}

/** Every seat of these people here and in the groups below: what they wrote in a group is their work, also after they moved. */
export const writingSeats = (
  tx: Transaction,
  room: Pick<ReportRoom, 'id'>,
  personIds: readonly string[],
): Promise<WritingSeat[]> =>
  tx.$queryRaw<WritingSeat[]>`
    WITH own AS (
      SELECT p."id" AS "personId", s."id" AS "seatId", s."roomId" FROM "Participant" p
        JOIN "Participant" s ON s."id" = p."id" OR (s."userId" = p."userId" AND s."actsForId" IS NULL
          AND s."roomId" IN (SELECT g."id" FROM "Room" g WHERE g."parentId" = ${room.id}::uuid))
      WHERE p."id" = ANY (${[...personIds]}::uuid[])
    )
    SELECT "seatId", "personId", "roomId", false AS "isVoice" FROM own
    UNION ALL
    SELECT v."id", own."personId", v."roomId", true FROM own JOIN "Participant" v ON v."actsForId" = own."seatId"`;

/** A claim or note of one of these people, to count or to look up. */
export interface WrittenPiece extends Contribution {
  id: string;
  roomId: string;
  isVoice: boolean;
}

/**
 * What these people wrote that others can read: claims that were not turned down, and notes that are neither private, nor
 * removed, nor hidden. What was taken from a group to the class counts once, where it was written.
 */
export async function writtenBy(tx: Transaction, seats: readonly WritingSeat[]): Promise<WrittenPiece[]> {
  const seatOf = new Map(seats.map((seat) => [seat.seatId, seat]));
  const ids = [...seatOf.keys()];
  const rows = await tx.$queryRaw<{ id: string; authorId: string; kind: ContributionKind }[]>`
    SELECT c."id", c."authorId", 'claim' AS "kind" FROM "Claim" c
    WHERE c."authorId" = ANY (${ids}::uuid[]) AND c."status" <> 'declined' AND c."promotedFromId" IS NULL
    UNION ALL
    SELECT a."id", a."authorId", CASE WHEN a."parentId" IS NULL THEN 'note' ELSE 'reply' END FROM "Annotation" a
    WHERE a."authorId" = ANY (${ids}::uuid[]) AND a."visibility" <> 'private' AND a."removedAt" IS NULL
      AND a."status" <> 'hidden' AND a."promotedFromId" IS NULL
    ORDER BY 1`;
  return rows.flatMap(({ id, authorId, kind }) => {
    const seat = seatOf.get(authorId);
    return seat ? [{ id, kind, person: seat.personId, roomId: seat.roomId, isVoice: seat.isVoice }] : [];
  });
}

/** Paragraphs read, by person; who read none is missing. */
export async function passagesReadBy(
  tx: Transaction,
  seats: readonly WritingSeat[],
): Promise<ReadonlyMap<string, number>> {
  const personOf = new Map(seats.map(({ seatId, personId }) => [seatId, personId]));
  const rows = await tx.passageRead.findMany({
    where: { participantId: { in: [...personOf.keys()] } },
    select: { participantId: true, passageId: true },
  });
  const read = new Map<string, Set<string>>();
  for (const { participantId, passageId } of rows) {
    const person = personOf.get(participantId);
    if (person) read.set(person, (read.get(person) ?? new Set()).add(passageId));
  }
  return new Map([...read].map(([person, passages]) => [person, passages.size]));
}
