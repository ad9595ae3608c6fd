import 'server-only';
import type { NoteStatus, Visibility } from '../../domain/debate/view';
import type { Actor } from '../../policy/actor';
import type { Transaction } from '../database/client';
import { notify } from './notify';

/** Who is told of what, each in the transaction of what happened. Nobody is told of what they did themselves. */

const selfOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.userId : null);

/** The accounts behind seats that are still taken, but for the actor's own. */
async function peopleOf(
  tx: Transaction,
  actor: Actor,
  seatIds: readonly (string | null)[],
): Promise<string[]> {
  const ids = seatIds.filter((id): id is string => id !== null);
  if (ids.length === 0) return [];
  // A seat that argues for a side is the person's whose seat it acts for.
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT own."userId" FROM "Participant" seat
      JOIN "Participant" own ON own."id" = coalesce(seat."actsForId", seat."id")
    WHERE seat."id" = ANY (${ids}::uuid[]) AND own."userId" IS NOT NULL AND own."leftAt" IS NULL
      AND own."userId" IS DISTINCT FROM ${selfOf(actor)}::uuid`;
  return rows.map(({ userId }) => userId);
}

interface ToldNote {
  id: string;
  roomId: string;
  parentId: string | null;
  status: NoteStatus;
  visibility: Visibility;
}

/** A note that others may read from now on: whom it names and whom it answers. One that waits: those who keep the room. */
export async function tellOfNote(tx: Transaction, actor: Actor, note: ToldNote): Promise<void> {
  if (note.visibility === 'private' || note.status === 'hidden') return;
  if (note.status === 'waiting') return tellOfWaiting(tx, actor, note.roomId);
  const { roomId } = note;
  if (note.parentId !== null) {
    const parent = await tx.annotation.findUnique({
      where: { id: note.parentId },
      select: { authorId: true },
    });
    await notify(tx, await peopleOf(tx, actor, [parent?.authorId ?? null]), {
      roomId,
      kind: 'reply',
      subjectId: note.parentId,
    });
  }
  const named = await tx.annotationMention.findMany({
    where: { annotationId: note.id },
    select: { participantId: true },
  });
  const seats = named.map(({ participantId }) => participantId);
  await notify(tx, await peopleOf(tx, actor, seats), { roomId, kind: 'mention', subjectId: note.id });
}

/** Claims or notes wait: those who keep the room, from the class down, are told once until they look. */
export async function tellOfWaiting(tx: Transaction, actor: Actor, roomId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT seat."userId" FROM "Room" r
      JOIN "Room" above ON above."id" = ANY (r."path") AND (r."kind" = 'commons' OR above."kind" <> 'commons')
      JOIN "Participant" seat ON seat."roomId" = above."id"
    WHERE r."id" = ${roomId}::uuid AND seat."role" IN ('owner', 'teacher', 'assistant') AND seat."leftAt" IS NULL
      AND seat."userId" IS NOT NULL AND seat."userId" IS DISTINCT FROM ${selfOf(actor)}::uuid`;
  const people = rows.map(({ userId }) => userId);
  await notify(tx, people, { roomId, kind: 'waiting', subjectId: roomId });
}

/** Somebody who keeps the room decided about a person's claim or note, or took it to the class. */
export async function tellAuthor(
  tx: Transaction,
  actor: Actor,
  authorId: string | null,
  notice: {
    roomId: string;
    kind: 'note-decided' | 'claim-decided' | 'claim-promoted' | 'annotation-promoted';
    subjectId: string;
  },
): Promise<void> {
  await notify(tx, await peopleOf(tx, actor, [authorId]), notice);
}

/** Everybody with a seat in a room, e.g. that names were looked up. */
export async function tellRoom(
  tx: Transaction,
  actor: Actor,
  roomId: string,
  kind: 'names-revealed',
): Promise<void> {
  const seats = await tx.participant.findMany({
    where: { roomId, leftAt: null, userId: { not: null }, isEditor: false },
    select: { id: true },
  });
  const people = await peopleOf(
    tx,
    actor,
    seats.map(({ id }) => id),
  );
  await notify(tx, people, { roomId, kind, subjectId: roomId });
}
