import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { threadsOf } from '../../domain/annotation/threads';
import type { AnnotationTarget, AnnotationThread, AnnotationView } from '../../domain/annotation/view';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { AnnotationSubject } from '../../policy/subjects';
import { contributionSubject } from '../claim/contribution-subject';
import { readableContributions } from '../claim/visible';
import { database, type Transaction } from '../database/client';
import { type RoomContext, roomContext } from '../room/room-context';
import { richText } from './rich-text';

const shape = {
  author: { select: { alias: true, userId: true, role: true } },
  resolvedBy: { select: { alias: true } },
  revisions: { orderBy: { number: 'desc' }, take: 1 },
} as const satisfies Prisma.AnnotationInclude;

export type AnnotationRow = Prisma.AnnotationGetPayload<{ include: typeof shape }>;

/**
 * The twin of `annotation:read` for queries: the room's notes, and one's own. What is said about a suggestion is as
 * hidden as the suggestion.
 */
function visibleNotes(actor: Actor, room: RoomContext): Prisma.AnnotationWhereInput {
  const readable = readableContributions(actor, room);
  return {
    roomId: { in: room.path },
    AND: [
      {
        OR: [
          { visibility: { in: ['room', 'public'] } },
          ...(room.participantId ? [{ authorId: room.participantId }] : []),
        ],
      },
      { OR: [{ claimId: null }, { claim: readable }] },
      { OR: [{ relationId: null }, { relation: readable }] },
    ],
  };
}

export const annotationSubject = (
  room: RoomContext,
  row: Pick<AnnotationRow, 'roomId' | 'visibility' | 'authorId' | 'removedAt' | 'mark'>,
): AnnotationSubject => ({
  room,
  isFromHere: row.roomId === room.id,
  visibility: row.visibility,
  isOwn: row.authorId !== null && row.authorId === room.participantId,
  isRemoved: row.removedAt !== null,
  isMark: row.mark !== null,
});

const annotationRows = (
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  where: Prisma.AnnotationWhereInput,
): Promise<AnnotationRow[]> =>
  tx.annotation.findMany({
    where: { AND: [visibleNotes(actor, room), where] },
    include: shape,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });

/** A note with what its thread is about and how far down in the thread it stands, 0 for a note that answers none. */
export interface NoteInSight {
  row: AnnotationRow;
  target: AnnotationTarget;
  depth: number;
}

/** A note by id, or null when this actor does not see it or the note that its thread begins with. */
export async function noteInSight(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  id: string,
): Promise<NoteInSight | null> {
  const [top] = await tx.$queryRaw<{ id: string; depth: number }[]>`
    WITH RECURSIVE up AS (
      SELECT "id", "parentId", 0 AS "depth" FROM "Annotation" WHERE "id" = ${id}::uuid
      UNION ALL
      SELECT a."id", a."parentId", up."depth" + 1 FROM "Annotation" a JOIN up ON a."id" = up."parentId"
    )
    SELECT "id", "depth" FROM up ORDER BY "depth" DESC LIMIT 1`;
  if (!top) return null;
  const rows = await annotationRows(tx, actor, room, { id: { in: [id, top.id] } });
  const row = rows.find((one) => one.id === id);
  const root = rows.find((one) => one.id === top.id);
  const target = root && targetOf(root);
  return row && target ? { row, target, depth: top.depth } : null;
}

/** What notes are listed of: one claim, relation or text, or the whole room. */
export type AnnotationScope =
  | { claimId: string }
  | { relationId: string }
  | { sourceVersionId: string }
  | { sourceId: string }
  | { all: true };

/**
 * The notes of a room on something, as threads, oldest first. Null when the room, or what the notes are on, is not the
 * actor's to read.
 */
export async function annotationThreads(
  actor: Actor,
  roomId: string,
  scope: AnnotationScope,
): Promise<AnnotationThread[] | null> {
  const room = await roomContext(actor, roomId);
  if (!room || !(await mayReadScope(actor, room, scope))) return null;
  const { prisma } = database();
  const roots = await annotationRows(prisma, actor, room, 'all' in scope ? { parentId: null } : scope);
  const rows = [...roots];
  // Replies hang on replies: one query a level, and MOST_REPLY_DEPTH bounds the levels.
  for (let level = roots; level.length > 0; ) {
    level = await annotationRows(prisma, actor, room, { parentId: { in: level.map(({ id }) => id) } });
    rows.push(...level);
  }
  const targets = new Map(roots.map((row) => [row.id, targetOf(row)]));
  for (const row of rows) {
    const inherited = row.parentId ? targets.get(row.parentId) : undefined;
    if (inherited) targets.set(row.id, inherited);
  }
  return threadsOf(
    rows.flatMap((row) => {
      const target = targets.get(row.id);
      return target ? [annotationView(actor, room, row, target)] : [];
    }),
  );
}

async function mayReadScope(actor: Actor, room: RoomContext, scope: AnnotationScope): Promise<boolean> {
  if ('all' in scope) return true;
  if ('sourceId' in scope) {
    const where = { id: scope.sourceId, debateId: room.debateId };
    return (await database().prisma.source.count({ where })) > 0;
  }
  if ('sourceVersionId' in scope) {
    const where = { id: scope.sourceVersionId, debateId: room.debateId };
    return (await database().prisma.sourceVersion.count({ where })) > 0;
  }
  const subject =
    'claimId' in scope
      ? await contributionSubject(room, 'Claim', scope.claimId)
      : await contributionSubject(room, 'Relation', scope.relationId);
  return subject !== null && can(actor, 'claim:read', subject);
}

/** What a reader sees of one note. `target` is what its thread is about. */
export function annotationView(
  actor: Actor,
  room: RoomContext,
  row: AnnotationRow,
  target: AnnotationTarget,
): AnnotationView {
  const [latest] = row.revisions;
  const subject = annotationSubject(room, row);
  const isRemoved = subject.isRemoved;
  const body = isRemoved ? '' : (latest?.body ?? '');
  return {
    id: row.id,
    target,
    parentId: row.parentId,
    kind: row.kind,
    visibility: row.visibility,
    authorAlias: row.author?.alias ?? null,
    isOwn: subject.isOwn,
    isEditors: row.author !== null && row.author.userId === null && row.author.role === 'owner',
    revision: row.revision,
    body,
    content: richText(body),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.revision > 1 && latest ? latest.createdAt.toISOString() : null,
    isRemoved,
    status: row.status,
    statusReason: row.statusReason,
    tags: row.tags,
    groupName: null,
    helpfulCount: 0,
    isHelpfulToMe: false,
    mentions: [],
    mark: row.mark,
    isResolved: row.resolvedAt !== null,
    resolvedByAlias: row.resolvedBy?.alias ?? null,
    canResolve: can(actor, 'annotation:resolve', subject),
    canEdit: can(actor, 'annotation:edit', subject),
    canRemove: can(actor, 'annotation:remove', subject),
    canReact: false,
    hasReported: false,
    canModerate: false,
  };
}

/** What a note is tied to itself; null for a reply, whose target is that of its thread. */
function targetOf(row: AnnotationRow): AnnotationTarget | null {
  const { sourceId, sourceVersionId, start, end, exact, claimId, relationId } = row;
  if (sourceId) return { type: 'source', sourceId };
  if (claimId) return { type: 'claim', claimId };
  if (relationId) return { type: 'relation', relationId };
  if (sourceVersionId && start !== null && end !== null && exact !== null) {
    return { type: 'passage', sourceVersionId, start, end, exact };
  }
  return null;
}
