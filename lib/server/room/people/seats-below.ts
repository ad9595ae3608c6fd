import 'server-only';
import type { Transaction } from '../../database/client';

/** A person's seats in the groups below a room: what is decided about them in the class holds there too. */
export async function seatsBelow(
  tx: Transaction,
  roomId: string,
  userId: string | null,
): Promise<{ id: string; roomId: string }[]> {
  if (userId === null) return [];
  return tx.$queryRaw`
    SELECT p."id", p."roomId" FROM "Participant" p JOIN "Room" r ON r."id" = p."roomId"
    WHERE p."userId" = ${userId}::uuid AND ${roomId}::uuid = ANY (r."path") AND r."id" <> ${roomId}::uuid`;
}
