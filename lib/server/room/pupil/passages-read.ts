import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import type { PassagesRead } from '../../../domain/source/passages-read';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { database } from '../../database/client';
import { roomContext } from '../room-context';

/**
 * Notes which paragraphs somebody has read in a room. Kept only of participants, and only of a text's newest version; what was
 * noted before stays as it is. Others learn the number alone.
 * @returns how many paragraphs they have read in this room so far
 */
export async function markPassagesRead(
  actor: Actor,
  roomId: string,
  { sourceVersionId, keys }: PassagesRead,
): Promise<Result<{ read: number }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (room.participantId === null || !can(actor, 'passage:mark-read', room))
    return err(failure('not-allowed'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  const { pool } = database();
  await pool.query({
    name: 'mark-passages-read',
    text: `INSERT INTO "PassageRead" ("roomId", "participantId", "passageId")
           SELECT $1, $2, p."id"
           FROM "Passage" p JOIN "SourceVersion" v ON v."id" = p."sourceVersionId"
           WHERE v."id" = $3 AND v."debateId" = $4 AND p."key" = ANY ($5)
             AND NOT EXISTS (SELECT FROM "SourceVersion" newer
                             WHERE newer."sourceId" = v."sourceId" AND newer."number" > v."number")
           ON CONFLICT DO NOTHING`,
    values: [room.id, room.participantId, sourceVersionId, room.debateId, keys],
  });
  return ok({ read: await passagesRead(room.id, room.participantId) });
}

/** How many paragraphs of the newest texts a participant has read in a room. */
export async function passagesRead(roomId: string, participantId: string): Promise<number> {
  const { rows } = await database().pool.query<{ count: number }>({
    name: 'passages-read',
    text: `SELECT count(*)::int AS "count" FROM "PassageRead" WHERE "roomId" = $1 AND "participantId" = $2`,
    values: [roomId, participantId],
  });
  return rows[0]?.count ?? 0;
}
