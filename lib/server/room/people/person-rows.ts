import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ParticipantRole } from '../../../domain/debate/view';
import type { PersonRights } from '../../../domain/room/people';
import { PERSON_ROLES } from '../../../domain/room/people';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import type { PersonSubject, RoomSubject } from '../../../policy/subjects';
import { database, type Transaction } from '../../database/client';

/** Somebody's seat as it stands in the database. Its typed name is not among it: see names.ts. */
export interface PersonRow {
  id: string;
  userId: string | null;
  alias: string;
  /** Of a place on the list that nobody has taken. */
  placeName: string | null;
  role: ParticipantRole;
  isGuest: boolean | null;
  isPlace: boolean;
  createdAt: Date;
  seenAt: Date | null;
  leftAt: Date | null;
  mutedAt: Date | null;
}

const COLUMNS = Prisma.sql`p."id", p."userId", p."alias", p."role"::text, u."isGuest", p."createdAt", p."seenAt", p."leftAt", p."mutedAt",
  p."userId" IS NULL AND p."seatCodeHash" IS NOT NULL AS "isPlace",
  CASE WHEN p."userId" IS NULL AND p."seatCodeHash" IS NOT NULL THEN p."name" END AS "placeName"`;

/** People of a room, those who keep it first, then as they came. */
export async function personRows(roomId: string): Promise<PersonRow[]> {
  const { rows } = await database().pool.query<PersonRow>({
    name: 'people-of-room',
    text: `SELECT ${COLUMNS.sql} FROM "Participant" p LEFT JOIN "User" u ON u."id" = p."userId"
           WHERE p."roomId" = $1 AND NOT p."isEditor" AND NOT p."isImported" AND p."actsForId" IS NULL
           ORDER BY array_position(ARRAY['owner','teacher','assistant'], p."role"::text), p."createdAt", p."id"`,
    values: [roomId],
  });
  return rows;
}

/**
 * One of them, with the room held: who else is an owner does not change until this is decided. Null when the room has no such
 * person.
 */
export async function heldPerson(
  tx: Transaction,
  roomId: string,
  participantId: string,
): Promise<(PersonRow & { owners: number }) | null> {
  await tx.$queryRaw`SELECT "id" FROM "Room" WHERE "id" = ${roomId}::uuid FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<(PersonRow & { owners: number })[]>`
     SELECT ${COLUMNS}, (SELECT count(*)::int FROM "Participant" o WHERE o."roomId" = p."roomId" AND o."role" = 'owner'
       AND o."leftAt" IS NULL AND o."userId" IS NOT NULL) AS "owners"
     FROM "Participant" p LEFT JOIN "User" u ON u."id" = p."userId"
     WHERE p."roomId" = ${roomId}::uuid AND p."id" = ${participantId}::uuid AND NOT p."isEditor" AND NOT p."isImported"
       AND p."actsForId" IS NULL
     FOR NO KEY UPDATE OF p`;
  return rows[0] ?? null;
}

/** What rights about a person depend on. @param owners how many own the room */
export const personSubject = (
  actor: Actor,
  room: RoomSubject,
  row: PersonRow,
  owners: number,
): PersonSubject => ({
  room,
  role: row.role,
  isSelf: actor.kind === 'person' && row.userId === actor.userId,
  isLastOwner: row.role === 'owner' && row.leftAt === null && owners < 2,
  isWithoutAccount: row.isPlace || row.isGuest === true,
});

/** What the actor may do about them, as the interface offers it. */
export function rightsAbout(actor: Actor, subject: PersonSubject, row: PersonRow): PersonRights {
  const isGone = row.userId === null && !row.isPlace;
  if (isGone) return { mute: false, remove: false, roles: [], resetCode: false, erase: false };
  return {
    mute: !row.isPlace && row.leftAt === null && can(actor, 'person:mute', subject),
    remove: can(actor, 'person:remove', subject),
    roles:
      row.leftAt === null && !row.isPlace
        ? PERSON_ROLES.filter((to) => to !== row.role && can(actor, 'person:change-role', { ...subject, to }))
        : [],
    resetCode: row.leftAt === null && can(actor, 'person:reset-code', subject),
    erase: can(actor, 'person:erase', subject),
  };
}
