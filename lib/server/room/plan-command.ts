import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { afterPlanChange, dateFaultOf, keptUntil, lastDate } from '../../domain/room/clock';
import { type ChangePlan, USUAL_RETENTION_MONTHS } from '../../domain/room/setup';
import type { RoomFrame } from '../../domain/room/view';
import type { Actor } from '../../policy/actor';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { classFor } from './class-for';
import { clockColumns, columnsOf, stepAt, tellRooms } from './enter-step';
import { lockRoom, roomsOfClass } from './locked-room';
import { withFrame } from './with-frame';

/** The log's place for a step that the plan has no more. */
const TAKEN_OUT = -1;

/**
 * Changes the plan of a class while it runs. The room stays at the step that it is at, wherever that stands now, and takes
 * over what was changed of it. `not-now` when that step was taken out, `invalid-input` for a date that is past or before an
 * earlier step's.
 */
export async function changePlan(
  actor: Actor,
  roomId: string,
  { was, plan, origins }: ChangePlan,
): Promise<Result<RoomFrame, Failure>> {
  const found = await classFor(actor, roomId, 'room:configure');
  if (!found.ok) return found;
  const done = await inTransaction(async (tx): Promise<Result<null, Failure>> => {
    const room = await lockRoom(tx, roomId);
    if (!isDeepStrictEqual(room.plan, was)) return err(failure('changed-since'));
    const at = origins.indexOf(room.step);
    if (at === -1) return err(failure('not-now'));
    const dates = origins.map((origin) => (origin === null ? null : (room.plan[origin]?.until ?? null)));
    const misdated = dateFaultOf(plan, { at, now: room.now, was: dates });
    if (misdated) return err(failure('invalid-input', { field: `plan.${misdated.step}.until` }));
    const [before, after] = [stepAt(room.plan, room.step), stepAt(plan, at)];
    const rooms = await roomsOfClass(tx, roomId);
    await tx.room.update({ where: { id: roomId }, data: { plan } });
    // Nothing is erased before the plan is over.
    await tx.room.updateMany({
      where: { id: roomId, retainUntil: { lte: new Date(lastDate(plan, room.now)) } },
      data: { retainUntil: new Date(keptUntil(plan, room.now, USUAL_RETENTION_MONTHS)) },
    });
    await moveLog(tx, roomId, origins);
    const { stage: _, ...columns } = columnsOf(plan, after, at, room.revealedAt);
    const isClosed = room.stage === 'closed';
    await tx.room.updateMany({
      where: { id: { in: rooms } },
      data: isClosed
        ? { step: at, round: columns.round }
        : { ...columns, ...clockColumns(afterPlanChange(room.clock, before, after, room.now)) },
    });
    await tellRooms(tx, rooms, 'plan-changed');
    await audit(tx, actor, 'room-plan', { roomId });
    return ok(null);
  });
  return withFrame(actor, roomId, done);
}

/** The log keeps what was; only the numbers by which it names steps follow the plan. */
async function moveLog(tx: Transaction, roomId: string, origins: ChangePlan['origins']): Promise<void> {
  const rows = await tx.roomStep.findMany({ where: { roomId }, select: { number: true, step: true } });
  for (const { number, step } of rows) {
    const place = step === TAKEN_OUT ? TAKEN_OUT : origins.indexOf(step);
    if (place === step) continue;
    await tx.roomStep.update({ where: { roomId_number: { roomId, number } }, data: { step: place } });
  }
}
