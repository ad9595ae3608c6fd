import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Actor } from '../../policy/actor';
import type { Transaction } from '../database/client';
import type { NoteReader, RoomContext } from '../room/room-context';
import { visibleNotes } from './visible-notes';

/** Reads notes with all that a view of them and the rights on them depend on. */

const shape = {
  author: { select: { alias: true, isEditor: true } },
  resolvedBy: { select: { alias: true } },
  revisions: { orderBy: { number: 'desc' }, take: 1 },
} as const satisfies Prisma.AnnotationInclude;

/** What is said of a note elsewhere; of reactions and reports by others no more than a count. */
interface NoteFacts {
  /** Seats that wrote the note which it answers, and the first of its thread. */
  parentAuthorId: string | null;
  rootAuthorId: string | null;
  groupName: string | null;
  /** A maintainer has closed its thread. */
  isLocked: boolean;
  helpfulCount: number;
  isHelpfulToReader: boolean;
  isReportedByReader: boolean;
  /** Aliases of those it names, in the order of their alias. */
  mentions: string[];
}

export type AnnotationRow = Prisma.AnnotationGetPayload<{ include: typeof shape }> & NoteFacts;

/** Seats of the reader in the rooms that are in sight. */
export const seatsOf = ({ homes }: Pick<NoteReader, 'homes'>): string[] =>
  homes.flatMap(({ seatId }) => (seatId === null ? [] : [seatId]));

/** Notes in sight of the room, oldest first, those among them too that are only gaps to this reader. */
export const annotationRows = (
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  where: Prisma.AnnotationWhereInput,
): Promise<AnnotationRow[]> => rowsWhere(tx, room, { AND: [visibleNotes(actor, room), where] });

/** The reader's own notes of the room, whatever became of what they are on; oldest first. */
export const ownRows = async (
  tx: Transaction,
  room: RoomContext,
  where: Prisma.AnnotationWhereInput = { removedAt: null },
): Promise<AnnotationRow[]> =>
  room.participantId === null
    ? []
    : rowsWhere(tx, room, { roomId: room.id, authorId: room.participantId, AND: where });

async function rowsWhere(
  tx: Transaction,
  room: RoomContext,
  where: Prisma.AnnotationWhereInput,
): Promise<AnnotationRow[]> {
  const rows = await tx.annotation.findMany({
    where,
    include: shape,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const seats = seatsOf(room);
  // One statement for what would be nine: lists of notes are read on every page, and each command reads its note twice.
  const facts = await tx.$queryRaw<({ id: string } & NoteFacts)[]>`
    SELECT a."id", parent."authorId" AS "parentAuthorId", root."authorId" AS "rootAuthorId", g."name" AS "groupName",
      coalesce(root."lockedAt", a."lockedAt") IS NOT NULL AS "isLocked",
      (SELECT count(*)::int FROM "AnnotationHelpful" h WHERE h."annotationId" = a."id") AS "helpfulCount",
      EXISTS (SELECT FROM "AnnotationHelpful" h
        WHERE h."annotationId" = a."id" AND h."participantId" = ANY (${seats}::uuid[])) AS "isHelpfulToReader",
      EXISTS (SELECT FROM "AnnotationReport" r
        WHERE r."annotationId" = a."id" AND r."participantId" = ANY (${seats}::uuid[])) AS "isReportedByReader",
      ARRAY(SELECT p."alias" FROM "AnnotationMention" m JOIN "Participant" p ON p."id" = m."participantId"
        WHERE m."annotationId" = a."id" ORDER BY p."aliasKey") AS "mentions"
    FROM "Annotation" a
      LEFT JOIN "Annotation" parent ON parent."id" = a."parentId"
      LEFT JOIN "Annotation" root ON root."id" = a."rootId"
      LEFT JOIN "Room" g ON g."id" = a."groupId"
    WHERE a."id" = ANY (${ids}::uuid[])`;
  const factsOf = new Map(facts.map(({ id, ...rest }) => [id, rest]));
  return rows.flatMap((row) => {
    const rest = factsOf.get(row.id);
    return rest ? [{ ...row, ...rest }] : [];
  });
}
