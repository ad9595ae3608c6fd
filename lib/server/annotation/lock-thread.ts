import 'server-only';
import { failure } from '../../domain/failure';
import { err, ok } from '../../domain/result';
import type { LockInput } from '../../domain/room/board-schema';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { audit } from '../audit';
import { recordEvent } from '../room/events';
import { isInLog, type NoteResult, onNote, viewOf } from './note-at-work';

/** Ends the answers in a thread, or lets them go on. Any note of the thread names it; what is there stays readable. */
export const lockThread = (
  actor: Actor,
  roomId: string,
  annotationId: string,
  { isLocked }: LockInput,
): Promise<NoteResult> =>
  onNote(actor, roomId, annotationId, async ({ tx, actor, room, row, subject }): Promise<NoteResult> => {
    if (!can(actor, 'annotation:moderate', subject)) return err(failure('not-allowed'));
    const rootId = row.rootId ?? row.id;
    const { count } = await tx.annotation.updateMany({
      where: { id: rootId, roomId: room.id, lockedAt: isLocked ? null : { not: null } },
      data: { lockedAt: isLocked ? new Date() : null },
    });
    if (count > 0) {
      await audit(tx, actor, isLocked ? 'thread-lock' : 'thread-unlock', {
        roomId: room.id,
        subjectId: rootId,
      });
      if (isInLog(row))
        await recordEvent(tx, room.id, isLocked ? 'thread-locked' : 'thread-unlocked', rootId);
    }
    return ok({ annotation: await viewOf(tx, actor, room, annotationId) });
  });
