import 'server-only';
import type { OwnStance, StanceSummary } from '../../domain/debate/view';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { askedStance } from '../../domain/stance/late';
import type { StateStance } from '../../domain/stance/schema';
import { isFarAhead } from '../../domain/vote/sequence';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { refusalToAct } from '../../policy/deeds';
import { contributionSubject } from '../claim/contribution-subject';
import { visibleContributions } from '../claim/visible';
import type { Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { answersElsewhere } from '../room/answering-room';
import { type RoomContext, roomContext } from '../room/room-context';
import { seatIn } from '../room/seat';
import { roomHeld } from '../room/still-takes';
import { lateComer, ownStances, stanceSummary, wasRevealed } from './stance-queries';

export interface StanceAnswer {
  ownStance: OwnStance | null;
  firstStance: OwnStance | null;
  hasStated: boolean;
  stances: StanceSummary | null;
}

/**
 * States where a person stands on a motion, in the round that the room asks them about now: the open one, or for whoever came
 * in after the first was closed that one; none from its first reveal on, whatever step it goes back to. A change is a new row and the old one is kept as superseded. The same event again
 * changes nothing and is answered with what stands now.
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
  if (refusalToAct(actor, room, 'stance') === 'answers-in-class') return err(answersElsewhere(room));
  if (!can(actor, 'stance:state', motion)) return err(failure('not-allowed'));
  if (isFarAhead(input.seq, Date.now())) return err(failure('invalid-input', { field: 'seq' }));
  const { participantId } = await seatIn(actor, room);

  return inTransaction(async (tx): Promise<Result<StanceAnswer, Failure>> => {
    // A person's statements on a motion come one after the other; the partial unique index holds whatever slips past.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`stance/${participantId}/${motionId}`}, 0))`;
    const seated = { ...(await roomHeld(tx, room)), participantId };
    const known = await tx.stance.findUnique({
      where: { participantId_eventId: { participantId, eventId: input.eventId } },
      select: { id: true },
    });
    if (known) return ok(await answer(tx, actor, seated, motionId));
    if (seated.stage === 'closed') return err(failure('room-closed'));
    const asked = askedStance(seated, await lateComer(tx, seated));
    if (!asked || (input.round ?? asked.round) !== asked.round) {
      return err(failure((await wasRevealed(tx, seated)) ? 'stances-over' : 'not-now'));
    }
    const mine = { roomId: room.id, motionId, participantId, round: asked.round };
    const current = await tx.stance.findFirst({
      where: { ...mine, supersededAt: null },
      select: { id: true, seq: true, reasons: { select: { claimId: true }, orderBy: { position: 'asc' } } },
    });
    if (current && current.seq >= BigInt(input.seq)) {
      return err(failure('out-of-date', { current: await answer(tx, actor, seated, motionId) }));
    }
    const { answer: given, value, confidence, reason, seq, eventId } = input;
    const misnamed = await refusalOfReasons(tx, actor, seated, asked.round, input.movedBy ?? []);
    if (misnamed) return err(misnamed);
    // The map's control does not ask what moved somebody: what was named before stays, but for a stance that is withdrawn.
    const kept = given === 'withdrawn' ? [] : (current?.reasons ?? []).map(({ claimId }) => claimId);
    const movedBy = input.movedBy ?? kept;
    if (current) await tx.stance.update({ where: { id: current.id }, data: { supersededAt: new Date() } });
    await tx.stance.create({
      data: {
        ...mine,
        answer: given,
        value,
        confidence,
        reason,
        seq: BigInt(seq),
        eventId,
        reasons: { create: movedBy.map((claimId, position) => ({ claimId, position })) },
      },
    });
    return ok(await answer(tx, actor, seated, motionId));
  });
}

/** Why these claims may not be named as what moved somebody, or null: those are asked for once, and have to be in sight. */
async function refusalOfReasons(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  round: 1 | 2,
  movedBy: readonly string[],
): Promise<Failure | null> {
  if (movedBy.length === 0) return null;
  if (round !== 2) return failure('invalid-input', { field: 'movedBy' });
  const inSight = await tx.claim.count({
    where: {
      AND: [
        { id: { in: [...movedBy] }, debateId: room.debateId, isMotion: false },
        visibleContributions(actor, room),
      ],
    },
  });
  return inSight === movedBy.length ? null : failure('not-found', { field: 'movedBy' });
}

async function answer(
  tx: Transaction,
  actor: Actor,
  room: RoomContext,
  motionId: string,
): Promise<StanceAnswer> {
  const { ownStance, firstStance, hasStated } = await ownStances(tx, room, motionId);
  const stances = await stanceSummary(tx, actor, room, motionId, ownStance);
  return { ownStance, firstStance, hasStated, stances };
}
