import 'server-only';
import type { RoomStage } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import type { Deed } from '../../domain/room/acts';
import type { RoomAct, RoomSpeakers, RoomVoice } from '../../domain/room/plan';
import type { Actor } from '../../policy/actor';
import { refusalToAct } from '../../policy/deeds';
import type { Transaction } from '../database/client';
import type { RoomContext } from './room-context';

interface Now {
  stage: RoomStage;
  acts: RoomAct[];
  speakers: RoomSpeakers;
  round: number;
  voice: RoomVoice;
}

/**
 * Why the room does not take any more what a request began to write, or null. The room's row is held until the transaction
 * ends: what is written is there before the room goes to its next step, or is not written. Asked after the log of the room was
 * written to, because two who hold the row together could not both write to it. The commons has no steps.
 */
export async function refusedMeanwhile(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  deed: Deed,
): Promise<Failure | null> {
  const now = await roomHeld(tx, room);
  // Words for one side are not taken as words for the other, nor as one's own.
  if (deed === 'claim' && now.voice !== room.voice) return failure('not-now');
  const code = refusalToAct(actor, now, deed);
  return code && failure(code);
}

/** Why a decision of those who keep the room cannot be kept any more, or null: what a closed room's report says stays. Asked like the above. */
export async function closedMeanwhile(tx: Transaction, room: RoomContext): Promise<Failure | null> {
  return (await roomHeld(tx, room)).stage === 'closed' ? failure('room-closed') : null;
}

/** The room with its step as it is now and stays until the transaction ends. */
export async function roomHeld(tx: Transaction, room: RoomContext): Promise<RoomContext> {
  if (room.kind === 'commons') return room;
  const [now] = await tx.$queryRaw<Now[]>`
    SELECT "stage"::text, "acts"::text[], "speakers"::text, "round", "voice"::text FROM "Room" WHERE "id" = ${room.id}::uuid FOR SHARE`;
  return { ...room, ...now };
}
