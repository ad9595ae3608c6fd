import 'server-only';
import type { OwnStance, StanceSummary } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { StateStance } from '../../domain/stance/schema';
import { isFarAhead } from '../../domain/vote/sequence';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { contributionSubject } from '../claim/contribution-subject';
import type { Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { type RoomContext, roomContext } from '../room/room-context';
import { seatIn } from '../room/seat';
import { ownStance, stanceSummary } from './stance-queries';

export interface StanceAnswer {
  ownStance: OwnStance | null;
  stances: StanceSummary | null;
}

/**
 * States where a person stands on a motion in the room's open round. A change is a new row and the old one is kept as
 * superseded. The same event again changes nothing and is answered with what stands now.
 */
export async function stateStance(
  actor: Actor,
  roomId: string,
  motionId: string,
  input: StateStance,
): Promise<Result<StanceAnswer, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  const motion = room && (await contributionSubject(room, 'Claim', motionId));
  if (!room || !motion || !can(actor, 'claim:read', motion)) return err(failure('not-found'));
  if (!motion.isMotion) return err(failure('not-a-motion'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (!can(actor, 'vote:cast', motion)) return err(failure('not-allowed'));
  if (isFarAhead(input.seq, Date.now())) return err(failure('invalid-input', { field: 'seq' }));
  const { participantId } = await seatIn(actor, room);
  const seated = { ...room, participantId };

  return inTransaction(async (tx): Promise<Result<StanceAnswer, Failure>> => {
    // A person's statements on a motion come one after the other; the partial unique index holds whatever slips past.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`stance/${participantId}/${motionId}`}, 0))`;
    const mine = { roomId: room.id, motionId, participantId, round: room.round };
    const known = await tx.stance.findUnique({
      where: { participantId_eventId: { participantId, eventId: input.eventId } },
      select: { id: true },
    });
    if (known) return ok(await answer(tx, actor, seated, motionId));
    const current = await tx.stance.findFirst({
      where: { ...mine, supersededAt: null },
      select: { id: true, seq: true },
    });
    if (current && current.seq >= BigInt(input.seq)) {
      return err(failure('out-of-date', { current: await answer(tx, actor, seated, motionId) }));
    }
    if (current) await tx.stance.update({ where: { id: current.id }, data: { supersededAt: new Date() } });
    const { answer: given, value, confidence, reason, seq, eventId } = input;
    await tx.stance.create({
      data: { ...mine, answer: given, value, confidence, reason, seq: BigInt(seq), eventId },
    });
    return ok(await answer(tx, actor, seated, motionId));
  });
}

async function answer(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  motionId: string,
): Promise<StanceAnswer> {
  const own = await ownStance(tx, room, motionId);
  return { ownStance: own, stances: await stanceSummary(tx, actor, room, motionId, own) };
}
