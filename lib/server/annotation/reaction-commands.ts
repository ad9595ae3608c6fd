import 'server-only';
import type { Helpful, ReportAnnotation } from '../../domain/annotation/schema';
import { failure } from '../../domain/failure';
import { err, ok } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { type NoteResult, onNote, viewOf } from './note-at-work';

/** What a reader does with a note of somebody else: says that it helped, or asks the maintainers to look at it. */

/** The same answer again changes nothing. */
export const markHelpful = (
  actor: Actor,
  roomId: string,
  annotationId: string,
  { isHelpful }: Helpful,
): Promise<NoteResult> =>
  onNote(
    actor,
    roomId,
    annotationId,
    async ({ tx, actor, room, subject }): Promise<NoteResult> => {
      if (room.stage === 'closed') return err(failure('room-closed'));
      if (subject.isRemoved) return err(failure('annotation-removed'));
      if (subject.isOwn) return err(failure('own-note'));
      const participantId = room.participantId;
      if (!participantId || !can(actor, 'annotation:react', subject)) return err(failure('not-allowed'));
      const mark = { annotationId, participantId };
      if (isHelpful) {
        await tx.annotationHelpful.createMany({ data: { ...mark, roomId: room.id }, skipDuplicates: true });
      } else await tx.annotationHelpful.deleteMany({ where: mark });
      return ok({ annotation: await viewOf(tx, actor, room, annotationId) });
    },
    true,
  );

/** Once for each person, until the end: a maintainer who has decided is not asked by the same person again. */
export const reportAnnotation = (
  actor: Actor,
  roomId: string,
  annotationId: string,
  { reason, words }: ReportAnnotation,
): Promise<NoteResult> =>
  onNote(
    actor,
    roomId,
    annotationId,
    async ({ tx, actor, room, subject }): Promise<NoteResult> => {
      if (subject.isRemoved) return err(failure('annotation-removed'));
      if (subject.isOwn) return err(failure('own-note'));
      const participantId = room.participantId;
      if (!participantId || !can(actor, 'annotation:react', subject)) return err(failure('not-allowed'));
      const { count } = await tx.annotationReport.createMany({
        data: { annotationId, participantId, roomId: room.id, reason, words: words ?? '' },
        skipDuplicates: true,
      });
      if (count === 0) return err(failure('already-reported'));
      return ok({ annotation: await viewOf(tx, actor, room, annotationId) });
    },
    true,
  );
