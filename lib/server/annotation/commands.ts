import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { AddAnnotation, EditAnnotation, ResolveAnnotation } from '../../domain/annotation/schema';
import { isOpenToOthers } from '../../domain/annotation/visibility';
import { failure } from '../../domain/failure';
import { err, ok } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { refusalToAct } from '../../policy/deeds';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { tellOfNote } from '../notification/tell';
import { type Idempotency, once, replaceAnswerOfNote } from '../once';
import { recordEvent } from '../room/events';
import { roomContext } from '../room/room-context';
import { refusedMeanwhile } from '../room/still-takes';
import { catchUp } from '../source/catch-up';
import { isInLog, type NoteResult, onNote, seated, viewOf } from './note-at-work';
import { audienceIn, deedOf, firstStatus, fitsAnswers, lockedParent, statusAfterEdit } from './note-audience';
import type { AnnotationRow } from './note-rows';
import { resolveTie } from './note-tie';
import { writeMentions } from './write-mentions';

/** Notes: written, changed with their history kept, removed with their replies kept. */

export async function addAnnotation(
  actor: Actor,
  roomId: string,
  input: AddAnnotation,
  idempotency: Idempotency | null = null,
): Promise<NoteResult> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const found = await roomContext(actor, roomId);
  if (!found) return err(failure('not-found'));
  const deed = deedOf(input.visibility);
  const untaken = refusalToAct(actor, found, deed);
  if (untaken) return err(failure(untaken));
  const room = await seated(actor, found);
  if (!room) return err(failure('not-allowed'));

  const added = await once(actor, idempotency, async (tx): Promise<NoteResult> => {
    const place = await resolveTie(tx, actor, room, input.target, input.visibility);
    if (!place.ok) return place;
    const audience = audienceIn(room, input.visibility, place.value.parent);
    if (!audience.ok) return audience;
    const { tie } = place.value;
    const id = uuidv7();
    const status = firstStatus(actor, room, input.visibility);
    await tx.annotation.create({
      data: {
        id,
        debateId: room.debateId,
        roomId: room.id,
        authorId: room.participantId,
        kind: input.kind,
        ...audience.value,
        status,
        mark: input.mark ?? null,
        ...tie,
        tags: input.tags ?? [],
        revisions: { create: { number: 1, body: input.body, visibility: input.visibility } },
      },
    });
    const answers = 'parentId' in tie ? tie : { parentId: null, rootId: null };
    const { body } = input;
    const naming = { id, authorId: room.participantId, body, ...audience.value, ...answers };
    await writeMentions(tx, room, { ...naming, isNew: true });
    if (isInLog({ visibility: input.visibility, status })) {
      await recordEvent(tx, room.id, 'annotation-added', id);
    }
    const told = { id, roomId: room.id, parentId: answers.parentId, status, visibility: input.visibility };
    await tellOfNote(tx, actor, told);
    const late = await refusedMeanwhile(tx, actor, room, deed);
    if (late) return err(late);
    return ok({ annotation: await viewOf(tx, actor, room, id) });
  });
  const { target } = input;
  if (added.ok && target.type === 'passage') await catchUp(room.debateId, [target.sourceVersionId]);
  return added;
}

export const editAnnotation = (
  actor: Actor,
  roomId: string,
  annotationId: string,
  input: EditAnnotation,
): Promise<NoteResult> =>
  onNote(actor, roomId, annotationId, async ({ tx, actor, room, row, subject }): Promise<NoteResult> => {
    if (room.stage === 'closed') return err(failure('room-closed'));
    if (row.removedAt) return err(failure('annotation-removed'));
    // Asked of the note as it is and as it is to be: words that others read are the room's affair.
    const deed = deedOf(row.visibility === 'private' ? input.visibility : row.visibility);
    const isTheirs = subject.isOwn && subject.isFromHere;
    const untaken = isTheirs ? refusalToAct(actor, room, deed) : null;
    if (untaken) return err(failure(untaken));
    if (subject.isLocked && deed === 'note' && !subject.maintainsHome) return err(failure('thread-locked'));
    if (!can(actor, 'annotation:edit', subject)) return err(failure('not-allowed'));
    if (row.revision !== input.revision) {
      return err(failure('out-of-date', { current: { annotation: await viewOf(tx, actor, room, row.id) } }));
    }
    // A mark asks others for something: it cannot be kept from them.
    if (row.mark && !isOpenToOthers(input.visibility)) {
      return err(failure('invalid-input', { field: 'visibility' }));
    }
    const isAsBefore = input.visibility === row.visibility;
    const audience = isAsBefore
      ? ok({ visibility: row.visibility, groupId: row.groupId })
      : audienceIn(room, input.visibility, await lockedParent(tx, row.parentId));
    if (!audience.ok) return audience;
    if (!isAsBefore && !(await fitsAnswers(tx, row.id, audience.value))) {
      return err(failure('reply-to-private', { field: 'visibility' }));
    }
    const status = statusAfterEdit(actor, room, row.status, input.visibility);
    await keepEarlierWordsIn(tx, row, audience.value.groupId);
    const number = row.revision + 1;
    await tx.annotationRevision.create({
      data: { annotationId: row.id, number, body: input.body, visibility: input.visibility },
    });
    await tx.annotation.update({
      where: { id: row.id },
      data: {
        revision: number,
        kind: input.kind,
        ...audience.value,
        status,
        ...(status === row.status ? {} : { statusAt: null, statusById: null }),
        ...(input.tags && { tags: input.tags }),
      },
    });
    await writeMentions(tx, room, { ...row, body: input.body, ...audience.value, isNew: false });
    if (isInLog(row) || isInLog({ visibility: input.visibility, status })) {
      await recordEvent(tx, room.id, 'annotation-edited', row.id);
    }
    const late = await refusedMeanwhile(tx, actor, room, deed);
    if (late) return err(late);
    return ok({ annotation: await viewOf(tx, actor, room, row.id) });
  });

/**
 * Earlier words that a maintainer hid, or never let through, do not come back by the history once a later wording shows;
 * nor do words for one group go to another.
 */
async function keepEarlierWordsIn(
  tx: Transaction,
  { id, revision, status, groupId }: AnnotationRow,
  nextGroupId: string | null,
): Promise<void> {
  if (status !== 'published') {
    await tx.annotationRevision.updateMany({
      where: { annotationId: id, ...(status === 'waiting' ? { number: revision } : {}) },
      data: { isWithheld: true },
    });
  }
  if (nextGroupId !== null && nextGroupId !== groupId) {
    await tx.annotationRevision.updateMany({
      where: { annotationId: id, visibility: 'group' },
      data: { visibility: 'teachers' },
    });
  }
}

/** Removes a note: its words, with their history, are deleted; its place stays while it has replies. Again: the same. */
export const removeAnnotation = (actor: Actor, roomId: string, annotationId: string): Promise<NoteResult> =>
  onNote(actor, roomId, annotationId, async ({ tx, actor, room, row, subject }): Promise<NoteResult> => {
    if (!subject.isRemoved) {
      if (!can(actor, 'annotation:remove', subject)) return err(failure('not-allowed'));
      await tx.annotationRevision.deleteMany({ where: { annotationId } });
      await tx.annotationMention.deleteMany({ where: { annotationId } });
      await tx.annotationReport.updateMany({
        where: { annotationId, settledAt: null },
        data: { settledAt: new Date() },
      });
      await tx.annotation.update({ where: { id: annotationId }, data: { removedAt: new Date(), tags: [] } });
      if (isInLog(row)) await recordEvent(tx, room.id, 'annotation-removed', annotationId);
    }
    const answer = { annotation: await viewOf(tx, actor, room, annotationId) };
    await replaceAnswerOfNote(tx, actor, annotationId, answer);
    return ok(answer);
  });

/** Says that what a mark asked for is done, or opens it again. The same answer again changes nothing. */
export const resolveAnnotation = (
  actor: Actor,
  roomId: string,
  annotationId: string,
  { isResolved }: ResolveAnnotation,
): Promise<NoteResult> =>
  onNote(actor, roomId, annotationId, async ({ tx, actor, room, row, subject }): Promise<NoteResult> => {
    if (row.removedAt) return err(failure('annotation-removed'));
    if (!can(actor, 'annotation:resolve', subject)) return err(failure('not-allowed'));
    if ((row.resolvedAt !== null) !== isResolved) {
      await tx.annotation.update({
        where: { id: annotationId },
        data: isResolved
          ? { resolvedAt: new Date(), resolvedById: room.participantId }
          : { resolvedAt: null, resolvedById: null },
      });
      if (isInLog(row)) {
        await recordEvent(tx, room.id, isResolved ? 'mark-resolved' : 'mark-reopened', annotationId);
      }
      if (!subject.isOwn) {
        await audit(tx, actor, isResolved ? 'mark-resolve' : 'mark-reopen', {
          roomId: room.id,
          subjectId: annotationId,
        });
      }
    }
    return ok({ annotation: await viewOf(tx, actor, room, annotationId) });
  });
