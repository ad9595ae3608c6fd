import 'server-only';
import type { Transaction } from '../database/client';

/** A branch of a class can be thousands of rows, and an imported conversation millions: those take a minute of a busy machine. */
export const ERASE_TIMEOUT_MS = 240_000;

/**
 * Erases a class with all that is below it: groups, content, answers, seats, notifications; and the guests who have no seat
 * anywhere else. The audit log keeps who did what when, without the reasons that were typed. Rooms beside it and their tallies stay as they are.
 */
export async function eraseRoom(tx: Transaction, roomId: string): Promise<void> {
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(ERASE_TIMEOUT_MS)}, true)`;
  const guests = await tx.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT u."id" AS "userId" FROM "User" u
      JOIN "Participant" p ON p."userId" = u."id" JOIN "Room" r ON r."id" = p."roomId"
    WHERE u."isGuest" AND ${roomId}::uuid = ANY (r."path")`;
  await tx.$executeRaw`
    UPDATE "AuditEntry" SET "reason" = NULL WHERE "reason" IS NOT NULL
      AND "roomId" IN (SELECT "id" FROM "Room" WHERE ${roomId}::uuid = ANY ("path"))`;
  await tx.room.delete({ where: { id: roomId } });
  await tx.user.deleteMany({
    where: { id: { in: guests.map(({ userId }) => userId) }, isGuest: true, participants: { none: {} } },
  });
}
