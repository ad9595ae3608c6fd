import 'server-only';
import type { RoomEvent } from '../../domain/room/events';
import type { Transaction } from '../database/client';

/**
 * Appends to a room's log. The row lock on the room orders the numbers as the transactions commit, so a reader who has
 * seen number n has seen all before it.
 */
export const recordEvent = (
  tx: Transaction,
  roomId: string,
  type: RoomEvent,
  subjectId: string,
): Promise<void> => recordEvents(tx, roomId, type, [subjectId]);

/** The same for many of one kind, in their order and in one statement: others wait for the room meanwhile. */
export async function recordEvents(
  tx: Transaction,
  roomId: string,
  type: RoomEvent,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  const count = subjectIds.length;
  await tx.$executeRaw`
    WITH room AS (
      UPDATE "Room" SET "lastEvent" = "lastEvent" + ${count}::int WHERE "id" = ${roomId}::uuid RETURNING "lastEvent"
    )
    INSERT INTO "Event" ("roomId", "ordinal", "type", "subjectId")
    SELECT ${roomId}::uuid, room."lastEvent" - ${count}::int + subject."number", ${type}, subject."id"
    FROM room, unnest(${[...subjectIds]}::uuid[]) WITH ORDINALITY AS subject("id", "number")`;
}
