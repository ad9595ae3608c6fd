import 'server-only';
import { randomInt } from 'node:crypto';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { drawFreeAlias } from '../../../domain/room/aliases';
import { MOST_PEOPLE } from '../../../domain/room/joining';
import { uniqueKey } from '../../../domain/text/plain-text';
import { database } from '../../database/client';
import { circleForLateJoinerSql, sideForLateJoinerSql } from '../groups/side-commands';

/** An alias that nobody in the room has a moment from now. */
export async function freeAlias(roomId: string): Promise<string> {
  const { rows } = await database().pool.query<{ aliasKey: string }>({
    name: 'aliases-of-room',
    text: 'SELECT "aliasKey" FROM "Participant" WHERE "roomId" = $1',
    values: [roomId],
  });
  return drawFreeAlias(new Set(rows.map(({ aliasKey }) => aliasKey)), randomInt);
}

/** Name of a guest's user: nobody signs in with it. */
export const guestNameKey = (userId: string): string => `guest ${userId}`;

export interface NewSeat {
  roomId: string;
  userId: string;
  participantId: string;
  /** Make a guest with this id, unless there is one. */
  isNewGuest: boolean;
  alias: string;
  name: string | null;
  seatCodeHash: string | null;
}

export interface TakenSeat {
  participantId: string;
  alias: string;
  /** Another press made it, a moment ago. */
  wasThere: boolean;
}

interface Written {
  wasOpen: boolean;
  seatId: string | null;
}

const MOST_DRAWS = 30;

/**
 * One statement makes guest, seat and entry of the log, so that 300 who come in at one moment wait for one another only as long
 * as that takes. An alias that was taken meanwhile is drawn again. The number of people is the one that this statement sees: a
 * full room may end with a few more, never with fewer.
 */
export async function takeSeat(seat: NewSeat): Promise<Result<TakenSeat, Failure>> {
  const { pool } = database();
  let { alias } = seat;
  for (let attempt = 0; attempt < MOST_DRAWS; attempt += 1) {
    const { rows } = await pool.query<Written>({
      name: 'take-seat',
      text: `WITH room AS (
               UPDATE "Room" SET "lastEvent" = "lastEvent" + 1
               WHERE "id" = $1 AND "hasOpenDoors" AND "stage" <> 'closed' AND "archivedAt" IS NULL
                 AND (SELECT count(*) FROM "Participant" WHERE "roomId" = $1 AND "leftAt" IS NULL AND NOT "isEditor"
                        AND NOT "isImported" AND "actsForId" IS NULL) < $9
               RETURNING "id", "lastEvent"
             ), person AS (
               INSERT INTO "User" ("id", "name", "nameKey", "isGuest")
               SELECT $2::uuid, $5, $8, true FROM room WHERE $10::boolean ON CONFLICT DO NOTHING
             ), seat AS (
               INSERT INTO "Participant" ("id", "roomId", "userId", "alias", "aliasKey", "name", "seatCodeHash", "seenAt",
                 "sideId", "isInside")
               SELECT $3::uuid, room."id", $2::uuid, $5, $6, $4, $7, now(), ${sideForLateJoinerSql('$1')},
                 ${circleForLateJoinerSql('$1')}
               FROM room ON CONFLICT DO NOTHING RETURNING "id"
             ), event AS (
               INSERT INTO "Event" ("roomId", "ordinal", "type", "subjectId")
               SELECT room."id", room."lastEvent", 'person-joined', seat."id" FROM room, seat
             )
             SELECT EXISTS (SELECT FROM room) AS "wasOpen", (SELECT "id" FROM seat) AS "seatId"`,
      values: [
        seat.roomId,
        seat.userId,
        seat.participantId,
        seat.name,
        alias,
        uniqueKey(alias),
        seat.seatCodeHash,
        guestNameKey(seat.userId),
        MOST_PEOPLE,
        seat.isNewGuest,
      ],
    });
    const [written] = rows;
    if (written?.seatId) return ok({ participantId: written.seatId, alias, wasThere: false });
    const there = await database().prisma.participant.findUnique({
      where: { roomId_userId: { roomId: seat.roomId, userId: seat.userId } },
      select: { id: true, alias: true, leftAt: true },
    });
    if (there?.leftAt) return err(failure('not-allowed'));
    if (there) return ok({ participantId: there.id, alias: there.alias, wasThere: true });
    if (!written?.wasOpen) return err(failure(await whyShut(seat.roomId)));
    alias = await freeAlias(seat.roomId);
  }
  throw new Error('No alias was free');
}

async function whyShut(roomId: string): Promise<'room-closed' | 'doors-shut' | 'too-many-people'> {
  const room = await database().prisma.room.findUnique({
    where: { id: roomId },
    select: { stage: true, hasOpenDoors: true, archivedAt: true },
  });
  if (!room || room.stage === 'closed' || room.archivedAt) return 'room-closed';
  return room.hasOpenDoors ? 'too-many-people' : 'doors-shut';
}
