import 'server-only';
import type { ModerateAnnotation, RoomSettingsInput } from '../../domain/annotation/schema';
import type { NoteSettings } from '../../domain/annotation/view';
import { isForTheRoom } from '../../domain/annotation/visibility';
import type { NoteStatus } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { type AuditedAction, audit } from '../audit';
import { inTransaction } from '../database/transaction';
import { tellAuthor, tellOfNote } from '../notification/tell';
import { recordEvent } from '../room/events';
import { roomContext } from '../room/room-context';
import { type NoteResult, onNote, viewOf } from './note-at-work';

/** What those who keep a room decide about its notes. Each decision is on record, and settles what was reported. */

const actionFor = (from: NoteStatus, to: ModerateAnnotation['status']): AuditedAction => {
  if (to === 'hidden') return 'note-hide';
  return from === 'waiting' ? 'note-approve' : from === 'hidden' ? 'note-restore' : 'note-keep';
};

/** Lets a note through, hides it with a reason, or shows it again. The same decision again, with nothing new to decide, changes nothing. */
export const moderateAnnotation = (
  actor: Actor,
  roomId: string,
  annotationId: string,
  decision: ModerateAnnotation,
): Promise<NoteResult> =>
  onNote(actor, roomId, annotationId, async ({ tx, actor, room, row, subject }): Promise<NoteResult> => {
    if (subject.isRemoved) return err(failure('annotation-removed'));
    if (!can(actor, 'annotation:moderate', subject)) return err(failure('not-allowed'));
    // The report of a closed room counts what was let through; what hurts somebody can still be hidden, and shown again.
    if (room.stage === 'closed' && row.status === 'waiting' && decision.status === 'published')
      return err(failure('room-closed'));
    const reason = decision.status === 'hidden' ? decision.reason : null;
    const { count: settled } = await tx.annotationReport.updateMany({
      where: { annotationId, settledAt: null },
      data: { settledAt: new Date() },
    });
    const isNew = row.status !== decision.status || row.statusReason !== reason;
    if (isNew) {
      await tx.annotation.update({
        where: { id: annotationId },
        data: {
          status: decision.status,
          statusReason: reason,
          statusAt: new Date(),
          statusById: room.participantId,
        },
      });
    }
    if (isNew || settled > 0) {
      await audit(tx, actor, actionFor(row.status, decision.status), {
        roomId: room.id,
        subjectId: annotationId,
        reason,
      });
    }
    if (isNew) {
      const { parentId, visibility, authorId } = row;
      const told = { id: annotationId, roomId: room.id };
      await tellAuthor(tx, actor, authorId, {
        roomId: room.id,
        kind: 'note-decided',
        subjectId: annotationId,
      });
      // Whom it names and answers hears of it when it shows for the first time.
      if (row.status === 'waiting')
        await tellOfNote(tx, actor, { ...told, parentId, visibility, status: decision.status });
    }
    if (row.status !== decision.status && isForTheRoom(row.visibility)) {
      if (decision.status === 'published') {
        await recordEvent(tx, room.id, 'annotation-shown', annotationId);
      } else if (row.status === 'published') {
        await recordEvent(tx, room.id, 'annotation-hidden', annotationId);
      }
    }
    return ok({ annotation: await viewOf(tx, actor, room, annotationId) });
  });

/** Changes what a room asks of notes; what is not given stays. Notes that wait already go on waiting for a decision. */
export async function setRoomSettings(
  actor: Actor,
  roomId: string,
  given: RoomSettingsInput,
): Promise<Result<{ settings: NoteSettings }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:maintain', room)) return err(failure('not-allowed'));
  return inTransaction(async (tx): Promise<Result<{ settings: NoteSettings }, Failure>> => {
    const { notesNeedApproval, notesBeforeOthers } = given;
    const settings = await tx.room.update({
      where: { id: room.id },
      data: {
        ...(notesNeedApproval === undefined ? {} : { notesNeedApproval }),
        ...(notesBeforeOthers === undefined ? {} : { notesBeforeOthers }),
      },
      select: { notesNeedApproval: true, notesBeforeOthers: true },
    });
    // Which of them, and to what: data, not words.
    const changes = Object.entries(given).map(([name, value]) => `${name}=${String(value)}`);
    await audit(tx, actor, 'room-settings', { roomId: room.id, reason: changes.join(' ') });
    return ok({ settings });
  });
}
