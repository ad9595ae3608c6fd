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
import { type AnnotationRow, annotationRows, ownRows, seatsOf } from './note-rows';
import { richText } from './rich-text';

type Tied = Pick<
  AnnotationRow,
  'sourceId' | 'sourceVersionId' | 'start' | 'end' | 'exact' | 'claimId' | 'relationId'
>;

/** What rights on a note depend on beside who asks. */
export type NoteSubjectFacts = Pick<
  AnnotationRow,
  | 'roomId'
  | 'visibility'
  | 'status'
  | 'authorId'
  | 'parentAuthorId'
  | 'rootAuthorId'
  | 'groupId'
  | 'removedAt'
  | 'mark'
> & {
  author: Pick<NonNullable<AnnotationRow['author']>, 'isEditor'> | null;
  /** Left out where only reading is asked about: a closed thread is read like any other. */
  isLocked?: boolean;
};

/** The facts of a note, and of the reader towards it, that rights depend on. */
export function annotationSubject(room: RoomContext, row: NoteSubjectFacts): AnnotationSubject {
  const seats = seatsOf(room);
  const isSeat = (id: string | null): boolean => id !== null && seats.includes(id);
  const home = room.homes.find(({ roomId }) => roomId === row.roomId);
  return {
    room,
    isFromHere: row.roomId === room.id,
    visibility: row.visibility,
    status: row.status,
    isOwn: isSeat(row.authorId),
    isEditors: row.author?.isEditor ?? false,
    answersOwn: isSeat(row.parentAuthorId) || isSeat(row.rootAuthorId),
    isInGroup: row.groupId !== null && room.groupIds.includes(row.groupId),
    maintainsHome: home?.maintains ?? false,
    isHeldBack: !home || holdsBackNotes(home),
    isRemoved: row.removedAt !== null,
    isLocked: row.isLocked ?? false,
    isMark: row.mark !== null,
  };
}

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

/**
 * A note by id, or null when this actor sees no place of it, or none of a note above it. One's own is always there: its
 * author can take it back although its thread is out of sight by now.
 */
export const noteInSight = async (
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  id: string,
): Promise<NoteInSight | null> => (await notesInSight(tx, actor, room, [id])).get(id) ?? null;

/** The same for many at once; those that are not in sight are not in the answer. */
export async function notesInSight(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  asked: readonly string[],
): Promise<ReadonlyMap<string, NoteInSight>> {
  const above =
    asked.length === 0
      ? []
      : await tx.$queryRaw<{ of: string; id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT "id" AS "of", "id", "parentId", 0 AS "depth" FROM "Annotation" WHERE "id" = ANY (${[...asked]}::uuid[])
      UNION ALL
      SELECT up."of", a."id", a."parentId", up."depth" + 1 FROM "Annotation" a JOIN up ON a."id" = up."parentId"
    )
    SELECT "of", "id" FROM up ORDER BY "depth"`;
  /** From each note up to the first of its thread. */
  const chains = new Map<string, string[]>();
  for (const { of, id } of above) chains.set(of, [...(chains.get(of) ?? []), id]);
  if (chains.size === 0) return new Map();
  const rows = byId(await annotationRows(tx, actor, room, { id: { in: above.map(({ id }) => id) } }));
  const broken = [...chains].flatMap(([id, chain]) => (chain.every((one) => rows.has(one)) ? [] : [id]));
  const own = byId(broken.length === 0 ? [] : await ownRows(tx, room, { id: { in: broken } }));
  const isBroken = new Set(broken);
  const found = [...chains].flatMap(([id, chain]) => {
    const row = isBroken.has(id) ? own.get(id) : rows.get(id);
    return row ? [{ row, rootId: chain.at(-1) ?? id, depth: chain.length - 1 }] : [];
  });
  const lacking = found.map(({ rootId }) => rootId).filter((id) => !rows.has(id));
  const roots = byId(
    lacking.length === 0 ? [] : await tx.annotation.findMany({ where: { id: { in: lacking } } }),
  );
  const rootOf = (id: string): Tied | undefined => rows.get(id) ?? roots.get(id);
  const isOnText = found.some(({ rootId }) => rootOf(rootId)?.sourceVersionId);
  const newest = isOnText ? await newestVersions(tx, room.debateId) : new Set<string>();
  return new Map(
    found.flatMap(({ row, rootId, depth }): [string, NoteInSight][] => {
      const root = rootOf(rootId);
      const target = root && targetOf(root, newest);
      return target ? [[row.id, { row, target, depth }]] : [];
    }),
  );
}

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

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
    groupName: knowsGroup ? row.groupName : null,
    helpfulCount: hasWords ? row.helpfulCount : 0,
    isHelpfulToMe: hasWords && row.isHelpfulToReader,
    mentions: hasWords ? row.mentions : [],
    mark: isRead ? row.mark : null,
    isResolved: isRead && row.resolvedAt !== null,
    resolvedByAlias: isRead ? (row.resolvedBy?.alias ?? null) : null,
    canResolve: isRead && can(actor, 'annotation:resolve', subject),
    canEdit: can(actor, 'annotation:edit', subject),
    canRemove: can(actor, 'annotation:remove', subject),
    canReact: isRead && can(actor, 'annotation:react', subject),
    hasReported: row.isReportedByReader,
    canModerate,
    isLocked: subject.isLocked,
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
