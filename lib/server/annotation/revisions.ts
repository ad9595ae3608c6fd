import 'server-only';
import type { AnnotationRevisionView } from '../../domain/annotation/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { database } from '../database/client';
import { roomContext } from '../room/room-context';
import { annotationSubject, noteInSight } from './annotation-views';
import { richText } from './rich-text';

const MOST_REVISIONS = 200;

/**
 * The wordings of a note, newest first, for everyone who reads it; of earlier ones those alone that this reader could read
 * when they were its words: a note that was private first does not show what it said then. Words that were hidden, or never
 * let through, stay as hidden as they were, whatever became of the note since.
 */
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
  if (!subject || subject.isRemoved || !can(actor, 'annotation:read', subject))
    return err(failure('not-found'));
  const revisions = await prisma.annotationRevision.findMany({
    where: { annotationId },
    orderBy: { number: 'desc' },
    take: MOST_REVISIONS,
  });
  return ok(
    revisions
      .filter(({ visibility, isWithheld }) => {
        const status = isWithheld ? 'hidden' : subject.status;
        return can(actor, 'annotation:read', { ...subject, visibility, status });
      })
      .map(({ number, body, visibility, createdAt }) => ({
        number,
        body,
        content: richText(body),
        visibility,
        createdAt: createdAt.toISOString(),
      })),
  );
}
