import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ReviewMark } from '../../domain/debate/view';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { visibleNotesSql } from './visible-notes';

export type OpenMarks = { mark: ReviewMark; count: number }[];

/** Marks that this reader sees and nobody has resolved, counted by claim and kind. The claims are in sight. */
export async function openMarks(
  tx: Transaction,
  room: RoomContext,
  claimIds?: readonly string[],
): Promise<ReadonlyMap<string, OpenMarks>> {
  const ofThese = claimIds ? Prisma.sql`AND a."claimId" = ANY (${[...claimIds]}::uuid[])` : Prisma.empty;
  const rows = await tx.$queryRaw<{ claimId: string; mark: ReviewMark; count: number }[]>`
    SELECT a."claimId", a."mark"::text AS "mark", count(*)::int AS "count" FROM "Annotation" a
    WHERE a."mark" IS NOT NULL AND a."resolvedAt" IS NULL AND a."claimId" IS NOT NULL ${ofThese}
      AND ${visibleNotesSql(room, 'words')}
    GROUP BY a."claimId", a."mark" ORDER BY a."claimId", a."mark"`;
  const marks = new Map<string, OpenMarks>();
  for (const { claimId, mark, count } of rows) {
    const known = marks.get(claimId);
    if (known) known.push({ mark, count });
    else marks.set(claimId, [{ mark, count }]);
  }
  return marks;
}
