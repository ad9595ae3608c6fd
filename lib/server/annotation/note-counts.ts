import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { visibleNotesSql } from './visible-notes';

export interface NoteCounts {
  byClaim: ReadonlyMap<string, number>;
  byRelation: ReadonlyMap<string, number>;
}

/** Which claims or relations to count for; all of the room's without it. */
export type NoteCountScope = { claimIds: readonly string[] } | { relationIds: readonly string[] };

function within(scope: NoteCountScope | undefined): Prisma.Sql {
  if (!scope) return Prisma.sql`num_nonnulls(a."claimId", a."relationId") = 1`;
  return 'claimIds' in scope
    ? Prisma.sql`a."claimId" = ANY (${[...scope.claimIds]}::uuid[])`
    : Prisma.sql`a."relationId" = ANY (${[...scope.relationIds]}::uuid[])`;
}

/** Notes whose words this reader sees on each claim and relation, replies included. */
export async function noteCounts(
  tx: Transaction,
  room: RoomContext,
  scope?: NoteCountScope,
): Promise<NoteCounts> {
  const place = visibleNotesSql(room, 'place');
  const hasWords = visibleNotesSql(room, 'words');
  const rows = await tx.$queryRaw<{ claimId: string | null; relationId: string | null; count: number }[]>`
    WITH RECURSIVE thread AS (
      SELECT a."id", a."claimId", a."relationId", ${hasWords} AS "hasWords" FROM "Annotation" a
      WHERE a."roomId" = ANY (${room.path}::uuid[]) AND ${within(scope)} AND ${place}
      UNION ALL
      SELECT a."id", thread."claimId", thread."relationId", ${hasWords}
      FROM "Annotation" a JOIN thread ON a."parentId" = thread."id" WHERE ${place}
    )
    SELECT "claimId", "relationId", count(*)::int AS "count" FROM thread WHERE "hasWords" GROUP BY 1, 2`;
  const byClaim = new Map<string, number>();
  const byRelation = new Map<string, number>();
  for (const { claimId, relationId, count } of rows) {
    if (claimId) byClaim.set(claimId, count);
    if (relationId) byRelation.set(relationId, count);
  }
  return { byClaim, byRelation };
}
