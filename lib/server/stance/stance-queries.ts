import 'server-only';
import type { Confidence, OwnStance, StanceSummary } from '../../domain/debate/view';
import { showsCounts } from '../../domain/room/visibility';
import { summarizeStances } from '../../domain/stance/bands';
import type { Actor } from '../../policy/actor';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';

/** This participant's current stance on a motion in the room's open round, or null. */
export async function ownStance(
  tx: Transaction,
  room: RoomContext,
  motionId: string,
): Promise<OwnStance | null> {
  if (!room.participantId) return null;
  const row = await tx.stance.findFirst({
    where: {
      roomId: room.id,
      motionId,
      participantId: room.participantId,
      round: room.round,
      supersededAt: null,
    },
  });
  if (!row) return null;
  const { answer, value, confidence, reason, seq } = row;
  // The database holds confidence within 1..4.
  return { answer, value, confidence: confidence as Confidence | null, reason, seq: Number(seq) };
}

/** How the room stands on a motion in its open round; null where this actor may not see it (yet). */
export async function stanceSummary(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  motionId: string,
  own: OwnStance | null,
): Promise<StanceSummary | null> {
  const hasAnswered = own !== null && own.answer !== 'withdrawn';
  if (!showsCounts({ room, takesPart: actor.kind === 'person', hasAnswered })) return null;
  const rows = await tx.stance.findMany({
    where: {
      roomId: room.id,
      motionId,
      round: room.round,
      supersededAt: null,
      answer: { in: ['placed', 'unsure'] },
    },
    select: { value: true },
  });
  return summarizeStances(rows);
}
