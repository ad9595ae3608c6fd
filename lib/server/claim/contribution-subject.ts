import 'server-only';
import type { ContributionStatus } from '../../domain/debate/view';
import type { ContributionSubject } from '../../policy/subjects';
import { database } from '../database/client';
import type { RoomContext } from '../room/room-context';

export interface Contribution extends ContributionSubject {
  room: RoomContext;
  isMotion: boolean;
  /** The room that the claim or relation belongs to: this one or one above it. */
  homeRoomId: string;
}

const TEXTS = {
  Claim: `SELECT "status"::text, "authorId", "isMotion", "roomId" FROM "Claim"
          WHERE "id" = $1 AND "roomId" = ANY ($2) AND "debateId" = $3`,
  Relation: `SELECT "status"::text, "authorId", false AS "isMotion", "roomId" FROM "Relation"
             WHERE "id" = $1 AND "roomId" = ANY ($2) AND "debateId" = $3`,
} as const;

/** A claim or relation in sight of a room, with the facts that rights depend on; null when this room does not see it. */
export async function contributionSubject(
  room: RoomContext,
  noun: keyof typeof TEXTS,
  id: string,
): Promise<Contribution | null> {
  const { rows } = await database().pool.query<{
    status: ContributionStatus;
    authorId: string | null;
    isMotion: boolean;
    roomId: string;
  }>({ name: `subject-${noun}`, text: TEXTS[noun], values: [id, room.path, room.debateId] });
  const row = rows[0];
  if (!row) return null;
  return {
    room,
    status: row.status,
    isOwn: row.authorId !== null && row.authorId === room.participantId,
    isMotion: row.isMotion,
    homeRoomId: row.roomId,
  };
}
