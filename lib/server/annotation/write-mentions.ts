import 'server-only';
import { keysOf, mentioned, namesIn } from '../../domain/annotation/mentions';
import type { Visibility } from '../../domain/debate/view';
import type { Transaction } from '../database/client';
import { keepers, type RoomContext } from '../room/room-context';

/** A note just written, as far as it decides whom it can name. */
interface NamingNote {
  id: string;
  authorId: string | null;
  body: string;
  visibility: Visibility;
  groupId: string | null;
  parentId: string | null;
  rootId: string | null;
  /** Named nobody so far. */
  isNew: boolean;
}

/**
 * Keeps whom the words of a note name: people with a seat in its room who may read it, at most 20. Whoever may not read it
 * is not named, so that a name in a note for few does not call somebody from outside.
 */
export async function writeMentions(tx: Transaction, room: RoomContext, note: NamingNote): Promise<void> {
  const ids = note.visibility === 'private' ? [] : await namedIn(tx, room, note);
  if (!note.isNew) {
    await tx.annotationMention.deleteMany({
      where: { annotationId: note.id, participantId: { notIn: ids } },
    });
  }
  if (ids.length === 0) return;
  await tx.annotationMention.createMany({
    data: ids.map((participantId) => ({ annotationId: note.id, participantId, roomId: room.id })),
    skipDuplicates: true,
  });
}

/** The rooms whose maintainers keep this one: a class is its teachers' alone. */
const keepingRooms = ({ homes }: RoomContext): string[] => keepers(homes).map(({ roomId }) => roomId);

async function namedIn(tx: Transaction, room: RoomContext, note: NamingNote): Promise<string[]> {
  const places = namesIn(note.body);
  if (places.length === 0) return [];
  const isForAll = note.visibility === 'room' || note.visibility === 'public';
  const people = await tx.$queryRaw<{ id: string; alias: string }[]>`
    SELECT p."id", p."alias" FROM "Participant" p
    WHERE p."roomId" = ${room.id}::uuid AND p."aliasKey" = ANY (${keysOf(places)}::text[])
      AND p."userId" IS NOT NULL AND p."leftAt" IS NULL AND p."id" IS DISTINCT FROM ${note.authorId}::uuid
      AND (${isForAll}::boolean
        OR EXISTS (SELECT FROM "Participant" m WHERE m."userId" = p."userId" AND m."roomId" = ANY (${keepingRooms(room)}::uuid[])
             AND m."leftAt" IS NULL AND m."role" IN ('owner', 'teacher', 'assistant'))
        OR EXISTS (SELECT FROM "Annotation" asked
             WHERE asked."id" IN (${note.parentId}::uuid, ${note.rootId}::uuid) AND asked."authorId" = p."id")
        OR EXISTS (SELECT FROM "Participant" g WHERE g."userId" = p."userId" AND g."roomId" = ${note.groupId}::uuid
             AND g."leftAt" IS NULL))`;
  return mentioned(places, people).map(({ id }) => id);
}
