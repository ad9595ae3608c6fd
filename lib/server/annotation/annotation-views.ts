import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { threadsOf } from '../../domain/annotation/threads';
import type {
  AnnotationList,
  AnnotationTarget,
  AnnotationThread,
  AnnotationView,
} from '../../domain/annotation/view';
import { holdsBackNotes } from '../../domain/room/visibility';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { AnnotationSubject } from '../../policy/subjects';
import { contributionSubject } from '../claim/contribution-subject';
import { database, type Transaction } from '../database/client';
import { heldBackFrom, type RoomContext, roomContext } from '../room/room-context';
import { richText } from './rich-text';
import { visibleNotes } from './visible-notes';

const seatsOf = (room: RoomContext): string[] =>
  room.homes.flatMap(({ seatId }) => (seatId === null ? [] : [seatId]));

/** What is read of a note; of reactions and reports only the reader's own. */
const shapeFor = (room: RoomContext) => {
  const own = { where: { participantId: { in: seatsOf(room) } }, select: { participantId: true } };
  return {
    author: { select: { alias: true, userId: true, role: true } },
    resolvedBy: { select: { alias: true } },
    revisions: { orderBy: { number: 'desc' }, take: 1 },
    parent: { select: { authorId: true } },
    root: { select: { authorId: true } },
    group: { select: { name: true } },
    mentions: {
      select: { participant: { select: { alias: true } } },
      orderBy: { participantId: 'asc' },
    },
    helpful: own,
    reports: own,
    _count: { select: { helpful: true } },
  } as const satisfies Prisma.AnnotationInclude;
};

export type AnnotationRow = Prisma.AnnotationGetPayload<{ include: ReturnType<typeof shapeFor> }>;

type Tied = Pick<
  AnnotationRow,
  'sourceId' | 'sourceVersionId' | 'start' | 'end' | 'exact' | 'claimId' | 'relationId'
>;

/** The facts of a note, and of the reader towards it, that rights depend on. */
export function annotationSubject(room: RoomContext, row: AnnotationRow): AnnotationSubject {
  const seats = seatsOf(room);
  const isSeat = (id: string | null | undefined): boolean => typeof id === 'string' && seats.includes(id);
  const home = room.homes.find(({ roomId }) => roomId === row.roomId);
  return {
    room,
    isFromHere: row.roomId === room.id,
    visibility: row.visibility,
    status: row.status,
    isOwn: isSeat(row.authorId),
    isEditors: isEditors(row),
    answersOwn: isSeat(row.parent?.authorId) || isSeat(row.root?.authorId),
    isInGroup: row.groupId !== null && room.groupIds.includes(row.groupId),
    maintainsHome: home?.maintains ?? false,
    isHeldBack: !home || holdsBackNotes(home),
    isRemoved: row.removedAt !== null,
    isMark: row.mark !== null,
  };
}

/** Came with the debate: whoever edits it has a seat without an account. */
const isEditors = ({ author }: AnnotationRow): boolean =>
  author !== null && author.userId === null && author.role === 'owner';

/** Notes in sight of the room, oldest first, those among them too that are only gaps to this reader. */
export const annotationRows = (
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  where: Prisma.AnnotationWhereInput,
  most?: number,
): Promise<AnnotationRow[]> =>
  tx.annotation.findMany({
    where: { AND: [visibleNotes(actor, room), where] },
    include: shapeFor(room),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    ...(most === undefined ? {} : { take: most }),
  });

/** The reader's own notes of the room, whatever became of what they are on; oldest first. */
export const ownRows = async (tx: Transaction, room: RoomContext): Promise<AnnotationRow[]> =>
  room.participantId === null
    ? []
    : tx.annotation.findMany({
        where: { roomId: room.id, authorId: room.participantId, removedAt: null },
        include: shapeFor(room),
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });

/** Rows that were found already, as their reader sees them. */
export async function viewsOf(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  rows: readonly AnnotationRow[],
): Promise<AnnotationView[]> {
  if (rows.length === 0) return [];
  const newest = await newestVersions(tx, room.debateId);
  const roots = await tx.annotation.findMany({
    where: { id: { in: rows.map(({ id, rootId }) => rootId ?? id) } },
  });
  const targets = new Map(roots.map((root) => [root.id, targetOf(root, newest)]));
  return rows.flatMap((row) => {
    const target = targets.get(row.rootId ?? row.id);
    return target ? [annotationView(actor, room, row, target)] : [];
  });
}

/** The newest version of each source: a passage of another one was lost on the way. */
export const newestVersions = async (tx: Transaction, debateId: string): Promise<ReadonlySet<string>> => {
  const versions = await tx.sourceVersion.findMany({
    where: { debateId },
    distinct: ['sourceId'],
    orderBy: [{ sourceId: 'asc' }, { number: 'desc' }],
    select: { id: true },
  });
  return new Set(versions.map(({ id }) => id));
};

/** A note with what its thread is about and how far down in the thread it stands, 0 for a note that answers none. */
export interface NoteInSight {
  row: AnnotationRow;
  target: AnnotationTarget;
  depth: number;
}

/** A note by id, or null when this actor sees no place of it, or none of a note above it. */
export async function noteInSight(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  id: string,
): Promise<NoteInSight | null> {
  const above = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT "id", "parentId", 0 AS "depth" FROM "Annotation" WHERE "id" = ${id}::uuid
      UNION ALL
      SELECT a."id", a."parentId", up."depth" + 1 FROM "Annotation" a JOIN up ON a."id" = up."parentId"
    )
    SELECT "id" FROM up ORDER BY "depth"`;
  const ids = above.map((one) => one.id);
  const rows = await annotationRows(tx, actor, room, { id: { in: ids } });
  if (ids.length === 0 || rows.length < ids.length) return null;
  const row = rows.find((one) => one.id === id);
  const root = rows.find((one) => one.id === ids.at(-1));
  const target = root && targetOf(root, await newestVersions(tx, room.debateId));
  return row && target ? { row, target, depth: ids.length - 1 } : null;
}

/** What notes are listed of: one claim, relation or text, a source as a whole, or the whole room. */
export type AnnotationScope =
  | { claimId: string }
  | { relationId: string }
  | { sourceVersionId: string }
  | { sourceId: string }
  | { all: true };

/** The notes of a room on something, with what a reader has to do to see those of others; null as below. */
export async function annotationList(
  actor: Actor,
  roomId: string,
  scope: AnnotationScope,
): Promise<AnnotationList | null> {
  const room = await roomContext(actor, roomId);
  if (!room || !(await mayReadScope(actor, room, scope))) return null;
  return { threads: await threadsIn(actor, room, scope), hiddenUntilPosted: heldBackFrom(room) };
}

/**
 * The notes of a room on something, as threads, oldest first. Null when the room, or what the notes are on, is not the
 * actor's to read.
 */
export async function annotationThreads(
  actor: Actor,
  roomId: string,
  scope: AnnotationScope,
): Promise<AnnotationThread[] | null> {
  const list = await annotationList(actor, roomId, scope);
  return list?.threads ?? null;
}

/** The same for a room that is known already, of something in its sight. */
export async function threadsIn(
  actor: Actor,
  room: RoomContext,
  scope: AnnotationScope | { rootIds: readonly string[] },
): Promise<AnnotationThread[]> {
  const { prisma } = database();
  const newest = await newestVersions(prisma, room.debateId);
  const roots = await annotationRows(prisma, actor, room, rootsOf(scope, newest));
  const rootIds = roots.map(({ id }) => id);
  const replies =
    roots.length > 0 ? await annotationRows(prisma, actor, room, { rootId: { in: rootIds } }) : [];
  const targets = new Map(roots.map((row) => [row.id, targetOf(row, newest)]));
  return threadsOf(
    [...roots, ...replies].flatMap((row) => {
      const target = targets.get(row.rootId ?? row.id);
      return target ? [annotationView(actor, room, row, target)] : [];
    }),
  );
}

function rootsOf(
  scope: AnnotationScope | { rootIds: readonly string[] },
  newest: ReadonlySet<string>,
): Prisma.AnnotationWhereInput {
  if ('all' in scope) return { parentId: null };
  if ('rootIds' in scope) return { id: { in: [...scope.rootIds] } };
  if (!('sourceId' in scope)) return scope;
  const { sourceId } = scope;
  // What its newest text has lost hangs on the source alone.
  return { OR: [{ sourceId }, { sourceVersion: { sourceId }, sourceVersionId: { notIn: [...newest] } }] };
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

/**
 * What a reader sees of one note. `target` is what its thread is about. Of a note that waits or is hidden, others see
 * that something stands there and nothing of it.
 */
export function annotationView(
  actor: Actor,
  room: RoomContext,
  row: AnnotationRow,
  target: AnnotationTarget,
): AnnotationView {
  const [latest] = row.revisions;
  const subject = annotationSubject(room, row);
  const { isRemoved, isOwn, maintainsHome } = subject;
  const isRead = can(actor, 'annotation:read', subject);
  const hasWords = isRead && !isRemoved;
  const canModerate = can(actor, 'annotation:moderate', subject);
  const body = hasWords ? (latest?.body ?? '') : '';
  const knowsGroup = isOwn || subject.isInGroup || maintainsHome;
  return {
    id: row.id,
    target,
    parentId: row.parentId,
    kind: row.kind,
    visibility: row.visibility,
    authorAlias: isRead ? (row.author?.alias ?? null) : null,
    isOwn,
    isEditors: subject.isEditors,
    revision: row.revision,
    body,
    content: richText(body),
    createdAt: row.createdAt.toISOString(),
    editedAt: isRead && row.revision > 1 && latest ? latest.createdAt.toISOString() : null,
    isRemoved,
    status: row.status,
    statusReason: isOwn || canModerate ? row.statusReason : null,
    tags: hasWords ? row.tags : [],
    groupName: knowsGroup ? (row.group?.name ?? null) : null,
    helpfulCount: hasWords ? row._count.helpful : 0,
    isHelpfulToMe: hasWords && row.helpful.length > 0,
    mentions: hasWords ? row.mentions.map(({ participant }) => participant.alias) : [],
    mark: isRead ? row.mark : null,
    isResolved: row.resolvedAt !== null,
    resolvedByAlias: row.resolvedBy?.alias ?? null,
    canResolve: isRead && can(actor, 'annotation:resolve', subject),
    canEdit: can(actor, 'annotation:edit', subject),
    canRemove: can(actor, 'annotation:remove', subject),
    canReact: isRead && can(actor, 'annotation:react', subject),
    hasReported: row.reports.length > 0,
    canModerate,
  };
}

/** What a note is tied to itself; null for a reply, whose target is that of its thread. */
function targetOf(row: Tied, newest: ReadonlySet<string>): AnnotationTarget | null {
  const { sourceId, sourceVersionId, start, end, exact, claimId, relationId } = row;
  if (sourceId) return { type: 'source', sourceId };
  if (claimId) return { type: 'claim', claimId };
  if (relationId) return { type: 'relation', relationId };
  if (sourceVersionId && start !== null && end !== null && exact !== null) {
    const isLost = !newest.has(sourceVersionId);
    return { type: 'passage', sourceVersionId, start, end, exact, isLost };
  }
  return null;
}
