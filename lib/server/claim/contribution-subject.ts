import 'server-only';
import type { ContributionStatus } from '../../domain/debate/view';
import type { ContributionSubject } from '../../policy/subjects';
import { database, type Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';
import { isOwnSeat } from '../room/voice-seat';

export interface Contribution extends ContributionSubject {
  room: RoomContext;
  isMotion: boolean;
}

type Noun = 'Claim' | 'Relation';

interface Row {
  status: ContributionStatus;
  authorId: string | null;
  isMotion: boolean;
  roomId: string;
}

const TEXTS = {
  Claim: `SELECT "status"::text, "authorId", "isMotion", "roomId" FROM "Claim"
          WHERE "id" = $1 AND "roomId" = ANY ($2) AND "debateId" = $3`,
  Relation: `SELECT "status"::text, "authorId", false AS "isMotion", "roomId" FROM "Relation"
             WHERE "id" = $1 AND "roomId" = ANY ($2) AND "debateId" = $3`,
} as const satisfies Record<Noun, string>;

/** A claim or relation in sight of a room, with the facts that rights depend on; null when this room does not see it. */
export async function contributionSubject(
  room: RoomContext,
  noun: Noun,
  id: string,
): Promise<Contribution | null> {
  const { rows } = await database().pool.query<Row>({
    name: `subject-${noun}`,
    text: TEXTS[noun],
    values: [id, room.path, room.debateId],
  });
  return rows[0] ? subjectOf(room, rows[0]) : null;
}

/**
 * The same inside a transaction, on the transaction's own connection: a second one, taken while the first is held, would
 * leave every request waiting for every other once there are as many of them as connections.
 */
export async function contributionSubjectIn(
  tx: Transaction,
  room: RoomContext,
  noun: Noun,
  id: string,
): Promise<Contribution | null> {
  const where = { id, roomId: { in: room.path }, debateId: room.debateId };
  const facts = { status: true, authorId: true, roomId: true } as const;
  const row =
    noun === 'Claim'
      ? await tx.claim.findFirst({ where, select: { ...facts, isMotion: true } })
      : await tx.relation.findFirst({ where, select: facts });
  return row && subjectOf(room, { isMotion: false, ...row });
}

const subjectOf = (room: RoomContext, { status, authorId, isMotion, roomId }: Row): Contribution => ({
  room,
  isFromHere: roomId === room.id,
  status,
  isOwn: isOwnSeat(room, authorId),
  isMotion,
});
