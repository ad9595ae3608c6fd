import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { NotificationKind } from '../../domain/notification/kinds';
import type { Transaction } from '../database/client';

/** What somebody is told about. Ids only: words are read when the person looks, if they may still read them then. */
export interface Notice {
  roomId: string;
  kind: NotificationKind;
  subjectId: string;
}

/**
 * Tells people of something, in the transaction of what happened. Whoever has not read the same about the same thing yet gets no
 * second entry: the one they have is counted up and comes first again.
 */
export async function notify(tx: Transaction, userIds: readonly string[], notice: Notice): Promise<void> {
  // In one order for everybody, so that two that count up the same entries cannot wait for each other.
  const people = [...new Set(userIds)].sort();
  if (people.length === 0) return;
  const ids = people.map(() => uuidv7());
  await tx.$executeRaw`
    INSERT INTO "Notification" ("id", "userId", "roomId", "kind", "subjectId")
    SELECT told."id", told."userId", ${notice.roomId}::uuid, ${notice.kind}, ${notice.subjectId}::uuid
    FROM unnest(${ids}::uuid[], ${people}::uuid[]) AS told("id", "userId")
    ON CONFLICT ("userId", "roomId", "kind", "subjectId") WHERE "readAt" IS NULL
    DO UPDATE SET "count" = "Notification"."count" + 1, "latestAt" = clock_timestamp()`;
}
