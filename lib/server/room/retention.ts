import 'server-only';
import { ok } from '../../domain/result';
import { NAMES_KEPT_DAYS } from '../../domain/room/setup';
import { database } from '../database/client';
import { inTransaction } from '../database/transaction';
import { log } from '../log';
import { ERASE_TIMEOUT_MS, eraseRoom } from './erase-room';

/** What is erased by itself: classes whose time is over, names some time after closing, guests who were left without a seat. */

/** In one round; the next one follows an hour later. */
const MOST_ROOMS = 100;
/** A guest who has a session and no seat may be on the way in. */
const GUEST_HOURS = 24;

export interface Erased {
  rooms: number;
  names: number;
  guests: number;
}

/** @param moment stands in for the database's clock, in tests */
export async function eraseOverdue(moment?: Date): Promise<Erased> {
  const { pool } = database();
  const at = moment ?? null;
  const overdue = await pool.query<{ id: string }>(
    `SELECT "id" FROM "Room" WHERE "kind" = 'class' AND "retainUntil" <= coalesce($1::timestamptz, now())
     ORDER BY "retainUntil" LIMIT ${MOST_ROOMS}`,
    [at],
  );
  let rooms = 0;
  for (const { id } of overdue.rows) {
    try {
      const result = await inTransaction(async (tx) => {
        // Another instance may be at it, and a teacher may just have given it more time.
        const mine = await tx.$queryRaw<unknown[]>`
          SELECT 1 FROM "Room" WHERE "id" = ${id}::uuid AND "retainUntil" <= coalesce(${at}::timestamptz, now())
          FOR UPDATE SKIP LOCKED`;
        if (mine.length === 0) return ok(false);
        await eraseRoom(tx, id);
        return ok(true);
      }, ERASE_TIMEOUT_MS);
      if (result.ok && result.value) rooms += 1;
    } catch (error) {
      log.error({ err: error, roomId: id }, 'a room could not be erased');
    }
  }
  const names = await pool.query(
    `UPDATE "Participant" SET "name" = NULL WHERE "name" IS NOT NULL AND "roomId" IN (
       SELECT below."id" FROM "Room" r JOIN "Room" below ON r."id" = ANY (below."path")
       WHERE r."kind" = 'class' AND r."closedAt" <= coalesce($1::timestamptz, now()) - make_interval(days => $2))`,
    [at, NAMES_KEPT_DAYS],
  );
  const guests = await pool.query(
    `DELETE FROM "User" u WHERE u."isGuest" AND u."createdAt" <= coalesce($1::timestamptz, now()) - make_interval(hours => $2)
       AND NOT EXISTS (SELECT FROM "Participant" p WHERE p."userId" = u."id")`,
    [at, GUEST_HOURS],
  );
  return { rooms, names: names.rowCount ?? 0, guests: guests.rowCount ?? 0 };
}
