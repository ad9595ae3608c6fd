import 'server-only';
import { uuidv7 } from 'uuidv7';
import { quoteAt } from '../../domain/annotation/quote';
import type { AddAnnotation, EditAnnotation, ResolveAnnotation } from '../../domain/annotation/schema';
import type { AnnotationView } from '../../domain/annotation/view';
import { isNoMoreOpen } from '../../domain/annotation/visibility';
import type { Visibility } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { RichText } from '../../domain/text/rich-text';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import { contributionSubjectIn } from '../claim/contribution-subject';
import { database, type Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { type Idempotency, once, replaceAnswerOfNote } from '../once';
import { recordEvent } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { seatIn } from '../room/seat';
import { catchUp } from '../source/catch-up';
import { type AnnotationRow, annotationSubject, annotationView, noteInSight } from './annotation-views';
import { richText } from './rich-text';

/** Notes: written, changed with their history kept, removed with their replies kept. */

/** Answers to answers go this far down; a page that indents each level has no room for more. */
const MOST_REPLY_DEPTH = 8;

/** Where a note is tied, as the columns of its row. */
type Tie =
  | { sourceVersionId: string; start: number; end: number; exact: string; prefix: string; suffix: string }
  | { sourceId: string }
  | { claimId: string }
  | { relationId: string }
  | { parentId: string; rootId: string };

export async function addAnnotation(
  actor: Actor,
  roomId: string,
  input: AddAnnotation,
  idempotency: Idempotency | null = null,
): Promise<Result<{ annotation: AnnotationView }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (!can(actor, 'annotation:add', room)) return err(failure('not-allowed'));
  const { participantId } = await seatIn(actor, room);
  const seated = { ...room, participantId };

  const added = await once(
    actor,
    idempotency,
    async (tx): Promise<Result<{ annotation: AnnotationView }, Failure>> => {
      const tie = await resolveTie(tx, actor, seated, input);
      if (!tie.ok) return tie;
      const id = uuidv7();
      await tx.annotation.create({
        data: {
          id,
          debateId: room.debateId,
          roomId: room.id,
          authorId: participantId,
          kind: input.kind,
          visibility: input.visibility,
          mark: input.mark ?? null,
          ...tie.value,
          tags: input.tags ?? [],
          revisions: { create: { number: 1, body: input.body, visibility: input.visibility } },
        },
      });
      // The log is the room's: a private note leaves no trace in it.
      if (input.visibility === 'room') await recordEvent(tx, room.id, 'annotation-added', id);
      return ok({ annotation: await viewOf(tx, actor, seated, id) });
    },
  );
  const { target } = input;
  if (added.ok && target.type === 'passage') await catchUp(room.debateId, [target.sourceVersionId]);
  return added;
}

async function resolveTie(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  { target, visibility }: AddAnnotation,
): Promise<Result<Tie, Failure>> {
  switch (target.type) {
    case 'passage': {
      const { sourceVersionId, start, end } = target;
      const version = await tx.sourceVersion.findFirst({
        where: { id: sourceVersionId, debateId: room.debateId },
        select: { text: true },
      });
      if (!version) return err(failure('not-found', { field: 'target.sourceVersionId' }));
      const quote = quoteAt(version.text, start, end);
      if (quote?.exact !== target.exact) return err(failure('citation-not-in-text', { field: 'target' }));
      return ok({ sourceVersionId, start, end, ...quote });
    }
    case 'source': {
      const where = { id: target.sourceId, debateId: room.debateId };
      if ((await tx.source.count({ where })) === 0) return err(failure('not-found', { field: 'target' }));
      return ok({ sourceId: target.sourceId });
    }
    case 'claim':
    case 'relation': {
      const [noun, id] =
        target.type === 'claim'
          ? (['Claim', target.claimId] as const)
          : (['Relation', target.relationId] as const);
      const subject = await contributionSubjectIn(tx, room, noun, id);
      if (!subject || !can(actor, 'claim:read', subject))
        return err(failure('not-found', { field: 'target' }));
      if (subject.status === 'archived') return err(failure('claim-archived', { field: 'target' }));
      return ok(target.type === 'claim' ? { claimId: id } : { relationId: id });
    }
    case 'annotation': {
      // Locked, so that a note removed or made private at this moment takes no reply.
      await tx.$executeRaw`SELECT FROM "Annotation" WHERE "id" = ${target.annotationId}::uuid FOR SHARE`;
      const parent = await noteInSight(tx, actor, room, target.annotationId);
      if (!parent || parent.row.roomId !== room.id) return err(failure('not-found', { field: 'target' }));
      if (parent.row.removedAt) return err(failure('annotation-removed', { field: 'target' }));
      if (!isNoMoreOpen(visibility, parent.row.visibility)) {
        return err(failure('reply-to-private', { field: 'visibility' }));
      }
      // As deep as threads go, an answer stands beside what it answers.
      const isDeepest = parent.depth >= MOST_REPLY_DEPTH;
      const parentId = (isDeepest && parent.row.parentId) || parent.row.id;
      return ok({ parentId, rootId: parent.row.rootId ?? parent.row.id });
    }
  }
}

export async function editAnnotation(
  actor: Actor,
  roomId: string,
  annotationId: string,
  input: EditAnnotation,
): Promise<Result<{ annotation: AnnotationView }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));

  return inTransaction(async (tx): Promise<Result<{ annotation: AnnotationView }, Failure>> => {
    const row = await lockedNote(tx, actor, room, annotationId);
    if (!row) return err(failure('not-found'));
    if (room.stage === 'closed') return err(failure('room-closed'));
    if (row.removedAt) return err(failure('annotation-removed'));
    if (!can(actor, 'annotation:edit', annotationSubject(room, row))) return err(failure('not-allowed'));
    if (row.revision !== input.revision) {
      return err(
        failure('out-of-date', { current: { annotation: await viewOf(tx, actor, room, annotationId) } }),
      );
    }
    // A mark asks the room for something: it cannot be kept to oneself.
    if (row.mark && input.visibility === 'private')
      return err(failure('invalid-input', { field: 'visibility' }));
    if (input.visibility !== row.visibility && !(await mayBecome(tx, row, input.visibility))) {
      return err(failure('reply-to-private', { field: 'visibility' }));
    }
    const number = row.revision + 1;
    await tx.annotationRevision.create({
      data: { annotationId, number, body: input.body, visibility: input.visibility },
    });
    await tx.annotation.update({
      where: { id: annotationId },
      data: {
        revision: number,
        kind: input.kind,
        visibility: input.visibility,
        ...(input.tags && { tags: input.tags }),
      },
    });
    if (input.visibility === 'room') await recordEvent(tx, room.id, 'annotation-edited', annotationId);
    return ok({ annotation: await viewOf(tx, actor, room, annotationId) });
  });
}

/**
 * Whether a note can change to this visibility: nothing that the room sees may hang below a private note, on either end.
 * What others answered in private does not count, or the refusal would tell of it.
 */
async function mayBecome(tx: Transaction, row: AnnotationRow, visibility: Visibility): Promise<boolean> {
  if (visibility === 'room') {
    if (!row.parentId) return true;
    const [parent] = await tx.$queryRaw<{ isPrivate: boolean }[]>`
      SELECT "visibility" = 'private' AS "isPrivate" FROM "Annotation" WHERE "id" = ${row.parentId}::uuid FOR SHARE`;
    return parent?.isPrivate === false;
  }
  const [open] = await tx.$queryRaw<{ count: number }[]>`
    WITH RECURSIVE below AS (
      SELECT "id", "visibility", "removedAt" FROM "Annotation" WHERE "parentId" = ${row.id}::uuid
      UNION ALL
      SELECT a."id", a."visibility", a."removedAt" FROM "Annotation" a JOIN below ON a."parentId" = below."id"
    )
    SELECT count(*)::int AS "count" FROM below WHERE "visibility" = 'room' AND "removedAt" IS NULL`;
  return open?.count === 0;
}

/** Removes a note: its words, with their history, are deleted; its place stays while it has replies. Again: the same. */
export async function removeAnnotation(
  actor: Actor,
  roomId: string,
  annotationId: string,
): Promise<Result<{ annotation: AnnotationView }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));

  return inTransaction(async (tx): Promise<Result<{ annotation: AnnotationView }, Failure>> => {
    const row = await lockedNote(tx, actor, room, annotationId);
    if (!row) return err(failure('not-found'));
    const subject = annotationSubject(room, row);
    if (!subject.isRemoved) {
      if (!can(actor, 'annotation:remove', subject)) return err(failure('not-allowed'));
      await tx.annotationRevision.deleteMany({ where: { annotationId } });
      await tx.annotation.update({ where: { id: annotationId }, data: { removedAt: new Date() } });
      if (row.visibility === 'room') await recordEvent(tx, room.id, 'annotation-removed', annotationId);
    }
    const answer = { annotation: await viewOf(tx, actor, room, annotationId) };
    await replaceAnswerOfNote(tx, actor, annotationId, answer);
    return ok(answer);
  });
}

/** Says that what a mark asked for is done, or opens it again. The same answer again changes nothing. */
export async function resolveAnnotation(
  actor: Actor,
  roomId: string,
  annotationId: string,
  { isResolved }: ResolveAnnotation,
): Promise<Result<{ annotation: AnnotationView }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));

  return inTransaction(async (tx): Promise<Result<{ annotation: AnnotationView }, Failure>> => {
    const row = await lockedNote(tx, actor, room, annotationId);
    if (!row) return err(failure('not-found'));
    if (row.removedAt) return err(failure('annotation-removed'));
    const subject = annotationSubject(room, row);
    if (!can(actor, 'annotation:resolve', subject)) return err(failure('not-allowed'));
    if ((row.resolvedAt !== null) !== isResolved) {
      await tx.annotation.update({
        where: { id: annotationId },
        data: isResolved
          ? { resolvedAt: new Date(), resolvedById: room.participantId }
          : { resolvedAt: null, resolvedById: null },
      });
      await recordEvent(tx, room.id, isResolved ? 'mark-resolved' : 'mark-reopened', annotationId);
      if (!subject.isOwn)
        await audit(tx, actor, isResolved ? 'mark-resolve' : 'mark-reopen', {
          roomId: room.id,
          subjectId: annotationId,
        });
    }
    return ok({ annotation: await viewOf(tx, actor, room, annotationId) });
  });
}

/** One wording of a note, as its history shows it. */
export interface AnnotationRevisionView {
  number: number;
  body: string;
  content: RichText;
  createdAt: string;
}

/** Every wording of a note, newest first: for its author and the room's maintainers. */
export async function annotationRevisions(
  actor: Actor,
  roomId: string,
  annotationId: string,
): Promise<Result<AnnotationRevisionView[], Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  const { prisma } = database();
  const note = await noteInSight(prisma, actor, room, annotationId);
  const subject = note && annotationSubject(room, note.row);
  if (!subject || !can(actor, 'annotation:read', subject)) return err(failure('not-found'));
  if (!can(actor, 'annotation:history', subject)) return err(failure('not-allowed'));
  const revisions = await prisma.annotationRevision.findMany({
    where: { annotationId },
    orderBy: { number: 'desc' },
    take: 200,
  });
  return ok(
    revisions.map(({ number, body, createdAt }) => ({
      number,
      body,
      content: richText(body),
      createdAt: createdAt.toISOString(),
    })),
  );
}

/** The note, locked until the transaction ends; null when it is not this room's or not this actor's to read. */
async function lockedNote(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  annotationId: string,
): Promise<AnnotationRow | null> {
  await tx.$executeRaw`SELECT FROM "Annotation" WHERE "id" = ${annotationId}::uuid FOR UPDATE`;
  const note = await noteInSight(tx, actor, room, annotationId);
  if (!note || note.row.roomId !== room.id) return null;
  return can(actor, 'annotation:read', annotationSubject(room, note.row)) ? note.row : null;
}

async function viewOf(tx: Transaction, actor: Actor, room: RoomContext, id: string): Promise<AnnotationView> {
  const note = await noteInSight(tx, actor, room, id);
  if (!note) throw new Error('A note just written is not in sight');
  return annotationView(actor, room, note.row, note.target);
}
