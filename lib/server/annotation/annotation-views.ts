import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { threadsOf } from '../../domain/annotation/threads';
import type { AnnotationTarget, AnnotationThread, AnnotationView } from '../../domain/annotation/view';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { AnnotationSubject } from '../../policy/subjects';
import { database, type Transaction } from '../database/client';
import { type RoomContext, roomContext } from '../room/room-context';
import { richText } from './rich-text';

const shape = {
  author: { select: { alias: true, userId: true, role: true } },
  revisions: { orderBy: { number: 'desc' }, take: 1 },
} as const satisfies Prisma.AnnotationInclude;

export type AnnotationRow = Prisma.AnnotationGetPayload<{ include: typeof shape }>;

/** The twin of `annotation:read` for lists: the room's notes, and one's own. */
const visibleNotes = (room: RoomContext): Prisma.AnnotationWhereInput => ({
  roomId: { in: room.path },
  OR: [{ visibility: 'room' }, ...(room.participantId ? [{ authorId: room.participantId }] : [])],
});

export const annotationSubject = (
  room: RoomContext,
  row: Pick<AnnotationRow, 'visibility' | 'authorId' | 'removedAt'>,
): AnnotationSubject => ({
  room,
  visibility: row.visibility,
  isOwn: row.authorId !== null && row.authorId === room.participantId,
  isRemoved: row.removedAt !== null,
});

/** Notes by id that this actor sees, whatever they are about. */
export const annotationRows = (
  tx: Transaction,
  room: RoomContext,
  where: Prisma.AnnotationWhereInput,
): Promise<AnnotationRow[]> =>
  tx.annotation.findMany({
    where: { AND: [visibleNotes(room), where] },
    include: shape,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });

/** What notes are listed of: one claim, relation or text, or the whole room. */
export type AnnotationScope =
  | { claimId: string }
  | { relationId: string }
  | { sourceVersionId: string }
  | { all: true };

/** The notes of a room on something, as threads, oldest first. Null when the room is not the actor's to read. */
export async function annotationThreads(
  actor: Actor,
  roomId: string,
  scope: AnnotationScope,
): Promise<AnnotationThread[] | null> {
  const room = await roomContext(actor, roomId);
  if (!room) return null;
  const { prisma } = database();
  const roots = await annotationRows(prisma, room, 'all' in scope ? { parentId: null } : scope);
  const rows = [...roots];
  // Replies hang on replies: one query a level, and people answer only a few levels deep.
  for (let level = roots; level.length > 0; ) {
    level = await annotationRows(prisma, room, { parentId: { in: level.map(({ id }) => id) } });
    rows.push(...level);
  }
  const targets = new Map(roots.map((row) => [row.id, targetOf(row)]));
  for (const row of rows) {
    const inherited = row.parentId ? targets.get(row.parentId) : undefined;
    if (inherited) targets.set(row.id, inherited);
  }
  return threadsOf(rows.map((row) => annotationView(actor, room, row, targets.get(row.id) ?? null)));
}

/** What a reader sees of one note. `target` is the root's, for replies. */
export function annotationView(
  actor: Actor,
  room: RoomContext,
  row: AnnotationRow,
  target: AnnotationTarget | null,
): AnnotationView {
  const [latest] = row.revisions;
  const subject = annotationSubject(room, row);
  const isRemoved = subject.isRemoved;
  const body = isRemoved ? '' : (latest?.body ?? '');
  if (!target) throw new Error('A note without a target');
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
    canEdit: can(actor, 'annotation:edit', subject),
    canRemove: can(actor, 'annotation:remove', subject),
  };
}

/** What a root note is about; null for a reply, whose target is its root's. */
export function targetOf(row: AnnotationRow): AnnotationTarget | null {
  const { sourceVersionId, start, end, exact, claimId, relationId } = row;
  if (claimId) return { type: 'claim', claimId };
  if (relationId) return { type: 'relation', relationId };
  if (sourceVersionId && start !== null && end !== null && exact !== null) {
    return { type: 'passage', sourceVersionId, start, end, exact };
  }
  return null;
}
