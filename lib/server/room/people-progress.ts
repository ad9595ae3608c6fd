import 'server-only';
import type { PersonProgress, TaskCounts } from '../../domain/room/progress';
import { database } from '../database/client';
import type { RoomContext } from './room-context';

/**
 * People of a room with what they did there and in its groups: somebody who moves to another group keeps their work. What they
 * voted is what they voted in the class, where it counts; of people of a group too. Seats are read first and the work of all of them after that, in one statement for each kind: 300 people cost as many as 30.
 */

export type PersonAtWork = PersonProgress & { lastVotedAt: Date | null };

interface SeatRow {
  id: string;
  roomId: string;
  userId: string | null;
  actsForId: string | null;
  sideId: string | null;
  alias: string;
  isPerson: boolean;
  isInside: boolean;
  isMuted: boolean;
  createdAt: Date;
  seenAt: Date | null;
  asksHelpAt: Date | null;
}

/** A class or group, with the room in which its people vote: the class. */
export type WorkRoom = Pick<RoomContext, 'id' | 'debateId' | 'voice'> & { answersId: string };

/** Seats and whose they are, side by side, as a statement takes them. */
interface Owned {
  seats: string[];
  people: string[];
}

/** By alias. While the room argues by sides, votes are those of the voice that it asks for now; what is written counts in any. */
export async function peopleAtWork({
  id: roomId,
  debateId,
  voice,
  answersId,
}: WorkRoom): Promise<PersonAtWork[]> {
  const seats = await seatsOfClass(roomId, answersId);
  const inClass = new Map(
    seats.flatMap((seat) =>
      seat.roomId === answersId && seat.userId !== null ? [[seat.userId, seat] as const] : [],
    ),
  );
  // Somebody is in a group what they are in the class.
  const isPerson = (seat: SeatRow) => seat.isPerson && (inClass.get(seat.userId ?? '')?.isPerson ?? true);
  const people = seats.filter((seat) => seat.roomId === roomId && isPerson(seat));
  const personOfUser = new Map(
    people.flatMap(({ id, userId }) => (userId === null ? [] : [[userId, id] as const])),
  );
  const personOfSeat = new Map<string, string>();
  for (const { id, userId, actsForId } of seats) {
    const person = actsForId === null && userId !== null ? personOfUser.get(userId) : undefined;
    if (person !== undefined) personOfSeat.set(id, person);
  }
  const sideOf = new Map(people.map(({ id, sideId }) => [id, sideId]));
  const [own, writing, voting]: [Owned, Owned, Owned] = [nobody(), nobody(), nobody()];
  const add = (to: Owned, seat: string, person: string) => {
    to.seats.push(seat);
    to.people.push(person);
  };
  for (const seat of seats) {
    const { id, actsForId, sideId } = seat;
    const person = personOfSeat.get(actsForId ?? id);
    if (person === undefined) continue;
    const isAnswering = seat.roomId === answersId;
    // Of a group, what was written in it; of a class, what was written in its groups too.
    if (!isAnswering || roomId === answersId) {
      add(writing, id, person);
      if (actsForId === null) add(own, id, person);
    }
    if (!isAnswering) continue;
    const isAssigned = sideId === sideOf.get(person);
    const votes =
      voice === 'own' ? actsForId === null : actsForId !== null && isAssigned === (voice === 'assigned');
    if (votes) add(voting, id, person);
  }
  const [votes, notes, claims, passages] = await Promise.all([
    votesBy(debateId, voting),
    notesBy(writing),
    claimsBy(writing),
    passagesBy(own),
  ]);
  const seenAt = new Map<string, number>();
  for (const seat of seats) {
    const person = personOfSeat.get(seat.id);
    if (person !== undefined && seat.seenAt !== null) {
      seenAt.set(person, Math.max(seenAt.get(person) ?? 0, seat.seenAt.getTime()));
    }
  }
  return people.map(
    ({ id, alias, userId, createdAt, asksHelpAt, isMuted, isInside, sideId }): PersonAtWork => {
      const [vote, note, claim, passage] = [votes.get(id), notes.get(id), claims.get(id), passages.get(id)];
      const latest = [vote, note, claim, passage].flatMap((work) => work?.latest.getTime() ?? []);
      const seen = seenAt.get(id);
      const counts: TaskCounts = {
        votes: vote?.count ?? 0,
        passages: passage?.count ?? 0,
        annotations: note?.count ?? 0,
        replies: note?.replies ?? 0,
        claims: claim?.count ?? 0,
      };
      return {
        participantId: id,
        alias,
        joinedAt: createdAt.toISOString(),
        lastActiveAt: latest.length === 0 ? null : new Date(Math.max(...latest)).toISOString(),
        lastVotedAt: vote?.latest ?? null,
        seenAt: seen === undefined ? null : new Date(seen).toISOString(),
        asksHelpAt: asksHelpAt?.toISOString() ?? null,
        isMuted,
        isHere: userId !== null,
        isInside,
        hasSide: sideId !== null,
        counts,
      };
    },
  );
}

const nobody = (): Owned => ({ seats: [], people: [] });

/** Every seat of the room, of its groups and of its class, whether somebody sits in it now or not. */
async function seatsOfClass(roomId: string, answersId: string): Promise<SeatRow[]> {
  const { rows } = await database().pool.query<SeatRow>({
    name: 'seats-of-class',
    text: `SELECT p."id", p."roomId", p."userId", p."actsForId", p."sideId", p."alias", p."isInside", p."createdAt", p."seenAt",
             p."asksHelpAt", p."mutedAt" IS NOT NULL AS "isMuted",
             p."role" = 'participant' AND NOT p."isEditor" AND p."actsForId" IS NULL AND p."leftAt" IS NULL AS "isPerson"
           FROM "Participant" p
           WHERE NOT p."isImported" AND (p."roomId" = $1 OR p."roomId" = $2
             OR p."roomId" IN (SELECT g."id" FROM "Room" g WHERE g."parentId" = $1 AND g."kind" = 'breakout'))
           ORDER BY p."aliasKey"`,
    values: [roomId, answersId],
  });
  return rows;
}

interface Work {
  person: string;
  count: number;
  replies?: number;
  latest: Date;
}

const workBy = async (name: string, text: string, { seats, people }: Owned, ...more: string[]) => {
  const { rows } = await database().pool.query<Work>({ name, text, values: [seats, people, ...more] });
  return new Map(rows.map((row) => [row.person, row]));
};

/** Claims that a person has voted on with a vote that counts. */
const votesBy = (debateId: string, owned: Owned): Promise<Map<string, Work>> =>
  workBy(
    'votes-by-person',
    `WITH standing AS MATERIALIZED (
       SELECT r."claimId", r."number" FROM "Claim" c
         JOIN "ClaimRevision" now ON now."claimId" = c."id" AND now."number" = c."revision"
         JOIN "ClaimRevision" r ON r."claimId" = c."id" AND r."meaning" = now."meaning"
       WHERE c."debateId" = $3 AND c."status" = 'published' AND NOT c."isMotion"
     ), cast_here AS MATERIALIZED (
       SELECT owned."person", v."claimId", v."claimRevision", v."votedAt"
       FROM unnest($1::uuid[], $2::uuid[]) AS owned("seat", "person") JOIN "Vote" v ON v."participantId" = owned."seat"
       WHERE v."choice" IS NOT NULL AND v."carriedFromId" IS NULL
     )
     SELECT v."person", count(DISTINCT v."claimId")::int AS "count", max(v."votedAt") AS "latest" FROM cast_here v
     WHERE (v."claimId", v."claimRevision") IN (SELECT "claimId", "number" FROM standing) GROUP BY v."person"`,
    owned,
    debateId,
  );

const notesBy = (owned: Owned): Promise<Map<string, Work>> =>
  workBy(
    'notes-by-person',
    `SELECT owned."person", count(*) FILTER (WHERE a."parentId" IS NULL)::int AS "count",
       count(*) FILTER (WHERE a."parentId" IS NOT NULL)::int AS "replies", max(a."createdAt") AS "latest"
     FROM unnest($1::uuid[], $2::uuid[]) AS owned("seat", "person") JOIN "Annotation" a ON a."authorId" = owned."seat"
     WHERE a."removedAt" IS NULL AND a."visibility" <> 'private' AND a."status" <> 'hidden' AND a."promotedFromId" IS NULL
     GROUP BY owned."person"`,
    owned,
  );

const claimsBy = (owned: Owned): Promise<Map<string, Work>> =>
  workBy(
    'claims-by-person',
    `SELECT owned."person", count(*)::int AS "count", max(c."createdAt") AS "latest"
     FROM unnest($1::uuid[], $2::uuid[]) AS owned("seat", "person") JOIN "Claim" c ON c."authorId" = owned."seat"
     WHERE c."status" <> 'declined' AND NOT c."isMotion" AND c."promotedFromId" IS NULL GROUP BY owned."person"`,
    owned,
  );

const passagesBy = (owned: Owned): Promise<Map<string, Work>> =>
  workBy(
    'passages-by-person',
    `SELECT owned."person", count(DISTINCT r."passageId")::int AS "count", max(r."readAt") AS "latest"
     FROM unnest($1::uuid[], $2::uuid[]) AS owned("seat", "person") JOIN "PassageRead" r ON r."participantId" = owned."seat"
     GROUP BY owned."person"`,
    owned,
  );
