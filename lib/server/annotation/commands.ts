import 'server-only';
import { uuidv7 } from 'uuidv7';
import { quoteAt } from '../../domain/annotation/quote';
import type { AddAnnotation, EditAnnotation } from '../../domain/annotation/schema';
import type { AnnotationTarget, AnnotationView } from '../../domain/annotation/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { RichText } from '../../domain/text/rich-text';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { contributionSubject } from '../claim/contribution-subject';
import { database, type Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { type Idempotency, once } from '../once';
import { recordEvent } from '../room/events';
import { type RoomContext, roomContext } from '../room/room-context';
import { seatIn } from '../room/seat';
import {
  type AnnotationRow,
  annotationRows,
  annotationSubject,
  annotationView,
  targetOf,
} from './annotation-views';
import { richText } from './rich-text';

/** Notes: written, changed with their history kept, removed with their replies kept. */

/** Where a note is tied, as the columns of its row. */
type Tie =
  | { sourceVersionId: string; start: number; end: number; exact: string; prefix: string; suffix: string }
  | { claimId: string }
  | { relationId: string }
  | { parentId: string };

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

  return once(actor, idempotency, async (tx): Promise<Result<{ annotation: AnnotationView }, Failure>> => {
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
        ...tie.value,
        revisions: { create: { number: 1, body: input.body } },
      },
    });
    // The log is the room's: a private note leaves no trace in it.
    if (input.visibility === 'room') await recordEvent(tx, room.id, 'annotation-added', id);
    return ok({ annotation: await viewOf(tx, actor, seated, id) });
  });
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
    case 'claim':
    case 'relation': {
      const [noun, id] =
        target.type === 'claim'
          ? (['Claim', target.claimId] as const)
          : (['Relation', target.relationId] as const);
      const subject = await contributionSubject(room, noun, id);
      if (!subject || !can(actor, 'claim:read', subject))
        return err(failure('not-found', { field: 'target' }));
      if (subject.status === 'archived') return err(failure('claim-archived', { field: 'target' }));
      return ok(target.type === 'claim' ? { claimId: id } : { relationId: id });
    }
    case 'annotation': {
      // Locked, so that a note removed or made private at this moment takes no reply.
      await tx.$executeRaw`SELECT FROM "Annotation" WHERE "id" = ${target.annotationId}::uuid FOR SHARE`;
      const [parent] = await annotationRows(tx, room, { id: target.annotationId, roomId: room.id });
      if (!parent) return err(failure('not-found', { field: 'target' }));
      if (parent.removedAt) return err(failure('annotation-removed', { field: 'target' }));
      if (parent.visibility === 'private' && visibility === 'room') {
        return err(failure('reply-to-private', { field: 'visibility' }));
      }
      return ok({ parentId: parent.id });
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
    if (input.visibility !== row.visibility) {
      // Replies of others would be left under a note that they cannot see, or a private thread would open.
      const hasReplies = await tx.annotation.count({ where: { parentId: row.id, removedAt: null } });
      if (hasReplies > 0 || row.parentId) return err(failure('reply-to-private', { field: 'visibility' }));
    }
    const number = row.revision + 1;
    await tx.annotationRevision.create({ data: { annotationId, number, body: input.body } });
    await tx.annotation.update({
      where: { id: annotationId },
      data: { revision: number, kind: input.kind, visibility: input.visibility },
    });
    if (input.visibility === 'room') await recordEvent(tx, room.id, 'annotation-edited', annotationId);
    return ok({ annotation: await viewOf(tx, actor, room, annotationId) });
  });
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
  const [row] = await annotationRows(prisma, room, { id: annotationId });
  if (!row || !can(actor, 'annotation:read', annotationSubject(room, row))) return err(failure('not-found'));
  if (!can(actor, 'annotation:history', annotationSubject(room, row))) return err(failure('not-allowed'));
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
  const [row] = await annotationRows(tx, room, { id: annotationId, roomId: room.id });
  return row && can(actor, 'annotation:read', annotationSubject(room, row)) ? row : null;
}

async function viewOf(tx: Transaction, actor: Actor, room: RoomContext, id: string): Promise<AnnotationView> {
  const [row] = await annotationRows(tx, room, { id });
  if (!row) throw new Error('A note just written is not in sight');
  let root: AnnotationRow = row;
  while (root.parentId) {
    const [parent]: AnnotationRow[] = await annotationRows(tx, room, { id: root.parentId });
    if (!parent) break;
    root = parent;
  }
  const target: AnnotationTarget | null = targetOf(root);
  return annotationView(actor, room, row, target);
}
