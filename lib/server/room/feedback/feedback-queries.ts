import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { readRubric } from '../../../domain/room/feedback/rubric';
import type { FeedbackDesk, OwnFeedback } from '../../../domain/room/feedback/view';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { database } from '../../database/client';
import { countedPeople, whoCame, writingSeats, writtenBy } from '../report/report-people';
import { writtenWords } from '../report/written-words';
import { type RoomContext, roomContext } from '../room-context';
import { feedbackOn } from './feedback-rows';

/** Private words on people's work: for those who grade a class, and for each person what was released of their own. */

/** The class as somebody who grades it; feedback is given in a class, on work in its groups too. */
export async function gradedClass(actor: Actor, roomId: string): Promise<Result<RoomContext, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (room?.kind !== 'class') return err(failure('not-found'));
  return can(actor, 'room:grade', room) ? ok(room) : err(failure('not-allowed'));
}

/** Everybody's work and what was said of it. */
export async function feedbackDesk(actor: Actor, roomId: string): Promise<Result<FeedbackDesk, Failure>> {
  const graded = await gradedClass(actor, roomId);
  if (!graded.ok) return graded;
  const { id, slug, name } = graded.value;
  return database().prisma.$transaction(async (tx) => {
    const { rubric } = await tx.room.findUniqueOrThrow({ where: { id }, select: { rubric: true } });
    const people = whoCame(await countedPeople(tx, { id }));
    const ids = people.map((person) => person.id);
    const written = await writtenWords(tx, await writtenBy(tx, await writingSeats(tx, { id }, ids)));
    const feedback = await feedbackOn(tx, id, ids, { onlyReleased: false });
    const workOf = new Map(people.map((person) => [person.id, [] as typeof written]));
    for (const piece of written) workOf.get(piece.person)?.push(piece);
    return ok({
      room: { id, slug, name },
      rubric: readRubric(rubric),
      people: people.map((person) => ({
        id: person.id,
        alias: person.alias,
        contributions: (workOf.get(person.id) ?? []).map(({ person: _, ...piece }) => piece),
        feedback: feedback.filter(({ participantId }) => participantId === person.id),
      })),
    });
  }, READING);
}

const READING = { isolationLevel: 'RepeatableRead', maxWait: 3000, timeout: 8000 } as const;

/** What was released to the reader of their own work in a class; empty for who has no seat in it. */
export async function ownFeedback(actor: Actor, roomId: string): Promise<Result<OwnFeedback, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (room?.kind !== 'class') return err(failure('not-found'));
  const { id, participantId } = room;
  return database().prisma.$transaction(async (tx) => {
    const { rubric } = await tx.room.findUniqueOrThrow({ where: { id }, select: { rubric: true } });
    const own = participantId === null ? [] : [participantId];
    const feedback = await feedbackOn(tx, id, own, { onlyReleased: true });
    const pieces = await writtenWords(tx, await writtenBy(tx, await writingSeats(tx, { id }, own)));
    const about = new Map(pieces.map((piece) => [piece.id, piece]));
    return ok({
      rubric: readRubric(rubric),
      feedback: feedback.map((one) => {
        const piece = one.contributionId === null ? undefined : about.get(one.contributionId);
        return {
          ...one,
          about: piece ? { kind: piece.kind, words: piece.words, claim: piece.claim } : null,
        };
      }),
    });
  }, READING);
}
