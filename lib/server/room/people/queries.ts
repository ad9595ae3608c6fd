import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import type { RoomPerson } from '../../../domain/room/people';
import { parseRoomSlug, roomSlug } from '../../../domain/room/room-slug';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { database } from '../../database/client';
import { roomContext } from '../room-context';
import { type PersonRow, personRows, personSubject, rightsAbout } from './person-rows';

/** Who is in a room, for those who keep it: by alias, names apart (names.ts). */
export async function roomPeople(
  actor: Actor,
  roomId: string,
): Promise<Result<{ people: RoomPerson[] }, Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:people', room)) return err(failure('not-allowed'));
  const rows = await personRows(roomId);
  const owners = rows.filter(
    ({ role, leftAt, userId }) => role === 'owner' && leftAt === null && userId !== null,
  ).length;
  return ok({
    people: rows.map((row) => {
      const subject = personSubject(actor, room, row, owners);
      return {
        participantId: row.id,
        alias: row.isPlace ? null : row.alias,
        placeName: row.placeName,
        role: row.role,
        kind: kindOf(row),
        joinedAt: row.createdAt.toISOString(),
        seenAt: row.seenAt?.toISOString() ?? null,
        leftAt: row.leftAt?.toISOString() ?? null,
        isMuted: row.mutedAt !== null,
        isSelf: subject.isSelf,
        can: rightsAbout(actor, subject, row),
      };
    }),
  });
}

const kindOf = ({ isPlace, userId, isGuest }: PersonRow): RoomPerson['kind'] => {
  if (isPlace) return 'place';
  if (userId === null) return 'gone';
  return isGuest ? 'guest' : 'account';
};

/** A room that somebody had a seat in and has left. */
export interface LeftRoom {
  name: string;
  /** Of a group, the class that they are still in: whoever was moved goes on there. Null otherwise. */
  parent: { slug: string; name: string } | null;
  /** The group of that class that they sit in now; null when in none. */
  group: { slug: string; name: string } | null;
}

/** The room below the commons that the actor had a seat in and has left, told to nobody else; null otherwise. */
export async function leftRoom(actor: Actor, slug: string): Promise<LeftRoom | null> {
  const named = parseRoomSlug(slug);
  if (actor.kind !== 'person' || !named?.key) return null;
  const { rows } = await database().pool.query<{
    name: string;
    parentKey: string | null;
    parentName: string | null;
    groupKey: string | null;
    groupName: string | null;
  }>({
    name: 'left-room',
    text: `SELECT r."name", up."key" AS "parentKey", up."name" AS "parentName", g."key" AS "groupKey", g."name" AS "groupName"
           FROM "Room" r JOIN "Debate" d ON d."id" = r."debateId"
             JOIN "Participant" p ON p."roomId" = r."id"
             LEFT JOIN ("Room" up JOIN "Participant" above ON above."roomId" = up."id" AND above."userId" = $3
                          AND above."leftAt" IS NULL)
               ON r."kind" = 'breakout' AND up."id" = r."parentId"
             LEFT JOIN LATERAL (SELECT its."key", its."name" FROM "Room" its JOIN "Participant" s ON s."roomId" = its."id"
                                WHERE its."parentId" = up."id" AND its."kind" = 'breakout' AND s."userId" = $3
                                  AND s."leftAt" IS NULL
                                ORDER BY its."createdAt", its."id" LIMIT 1) g ON true
           WHERE d."slug" = $1 AND r."key" = $2 AND p."userId" = $3 AND p."leftAt" IS NOT NULL`,
    values: [named.debateSlug, named.key, actor.userId],
  });
  const [row] = rows;
  if (!row) return null;
  const at = (key: string | null, name: string | null) =>
    key === null || name === null ? null : { slug: roomSlug(named.debateSlug, key), name };
  return {
    name: row.name,
    parent: at(row.parentKey, row.parentName),
    group: at(row.groupKey, row.groupName),
  };
}
