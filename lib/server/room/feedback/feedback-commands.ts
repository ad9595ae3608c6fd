import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { type Criterion, fitsRubric, readRubric } from '../../../domain/room/feedback/rubric';
import type { GiveFeedback, ReleaseFeedback, SetRubric } from '../../../domain/room/feedback/schema';
import type { FeedbackView } from '../../../domain/room/feedback/view';
import type { Actor } from '../../../policy/actor';
import { audit } from '../../audit';
import type { Transaction } from '../../database/client';
import { inTransaction } from '../../database/transaction';
import { notify } from '../../notification/notify';
import { recordEvent } from '../events';
import { countedPeople, whoCame, writingSeats, writtenBy } from '../report/report-people';
import { gradedClass } from './feedback-queries';
import { feedbackAbout } from './feedback-rows';

/**
 * Says something of a person's work, or of one piece of it; once for each, whoever of those who grade says it. Held until it is
 * released. What was released already is changed where the person sees it.
 */
export async function giveFeedback(
  actor: Actor,
  roomId: string,
  { participantId, contributionId, words, grade, points, revision }: GiveFeedback,
): Promise<Result<{ feedback: FeedbackView }, Failure>> {
  const graded = await gradedClass(actor, roomId);
  if (!graded.ok) return graded;
  const room = graded.value;
  return inTransaction(async (tx): Promise<Result<{ feedback: FeedbackView }, Failure>> => {
    const people = whoCame(await countedPeople(tx, room));
    if (!people.some(({ id }) => id === participantId)) return err(failure('not-found'));
    const target = await targetOf(tx, room.id, participantId, contributionId);
    if (!target) return err(failure('not-found'));
    const { rubric } = await tx.room.findUniqueOrThrow({ where: { id: room.id }, select: { rubric: true } });
    if (!fitsRubric(points, readRubric(rubric))) return err(failure('invalid-input', { field: 'points' }));
    // Two who grade write the first words on the same work one after the other.
    const key = `feedback/${participantId}/${contributionId ?? ''}`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    const current = await feedbackAbout(tx, room.id, participantId, contributionId);
    if ((current?.revision ?? 0) !== revision) {
      return err(failure('changed-since', current ? { current: { feedback: current } } : {}));
    }
    const said = { words, grade, points, authorId: room.participantId };
    if (current) {
      await tx.feedback.update({
        where: { id: current.id },
        data: { ...said, revision: current.revision + 1, updatedAt: new Date() },
      });
    } else {
      await tx.feedback.create({ data: { roomId: room.id, participantId, ...target, ...said } });
    }
    const feedback = await feedbackAbout(tx, room.id, participantId, contributionId);
    return feedback ? ok({ feedback }) : err(failure('not-found'));
  });
}

/** Where feedback on a contribution hangs; null when it is none of this person's. */
async function targetOf(
  tx: Transaction,
  roomId: string,
  participantId: string,
  contributionId: string | null,
): Promise<{ claimId?: string; annotationId?: string } | null> {
  if (contributionId === null) return {};
  const written = await writtenBy(tx, await writingSeats(tx, { id: roomId }, [participantId]));
  const piece = written.find(({ id }) => id === contributionId);
  if (!piece) return null;
  return piece.kind === 'claim' ? { claimId: piece.id } : { annotationId: piece.id };
}

/** Lets people see what was said of their work: all that is held, or what is named of it. */
export async function releaseFeedback(
  actor: Actor,
  roomId: string,
  { feedbackIds }: ReleaseFeedback,
): Promise<Result<{ released: number }, Failure>> {
  const graded = await gradedClass(actor, roomId);
  if (!graded.ok) return graded;
  return inTransaction(async (tx) => {
    const released = await tx.feedback.updateManyAndReturn({
      where: { roomId, releasedAt: null, ...(feedbackIds ? { id: { in: feedbackIds } } : {}) },
      data: { releasedAt: new Date() },
      select: { participantId: true },
    });
    if (released.length === 0) return ok({ released: 0 });
    const people = await tx.participant.findMany({
      where: { id: { in: released.map(({ participantId }) => participantId) }, userId: { not: null } },
      select: { userId: true },
    });
    await audit(tx, actor, 'feedback-release', { roomId, subjectId: roomId });
    await recordEvent(tx, roomId, 'feedback-released', roomId);
    await notify(
      tx,
      people.flatMap(({ userId }) => userId ?? []),
      { roomId, kind: 'feedback', subjectId: roomId },
    );
    return ok({ released: released.length });
  });
}

/** Sets what work in a class is graded by. Points given for a criterion that goes are kept and not shown. */
export async function setRubric(
  actor: Actor,
  roomId: string,
  { rubric }: SetRubric,
): Promise<Result<{ rubric: Criterion[] }, Failure>> {
  const graded = await gradedClass(actor, roomId);
  if (!graded.ok) return graded;
  return inTransaction(async (tx) => {
    await tx.room.update({ where: { id: roomId }, data: { rubric } });
    await audit(tx, actor, 'room-settings', { roomId, subjectId: roomId });
    await recordEvent(tx, roomId, 'settings-changed', roomId);
    return ok({ rubric });
  });
}
