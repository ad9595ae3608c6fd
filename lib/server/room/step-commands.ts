import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { changedBy, paused, resumed, type StepClock } from '../../domain/room/clock';
import type { ClockInput, StepInput } from '../../domain/room/setup';
import type { RoomFrame } from '../../domain/room/view';
import type { Actor } from '../../policy/actor';
import { audit } from '../audit';
import { inTransaction } from '../database/transaction';
import { classFor } from './class-for';
import { clockColumns, enterStep, tellRooms } from './enter-step';
import { lockRoom, roomsOfClass } from './locked-room';
import { withFrame } from './with-frame';

/** Moving a class from step to step, and its clock. Both by whoever keeps the class, assistants too. */

/**
 * Moves a class and its groups to a step: the next one, one before, any. Nothing that was written is lost either way.
 * `changed-since` with the room as it stands when it is not at `from` any more.
 */
export async function moveToStep(
  actor: Actor,
  roomId: string,
  { from, to }: StepInput,
): Promise<Result<RoomFrame, Failure>> {
  const found = await classFor(actor, roomId, 'room:maintain');
  if (!found.ok) return found;
  const done = await inTransaction(async (tx): Promise<Result<null, Failure>> => {
    const room = await lockRoom(tx, roomId);
    if (room.stage === 'closed') return err(failure('room-closed'));
    if (room.step !== from) return err(failure('changed-since'));
    if (to >= room.plan.length) return err(failure('invalid-input', { field: 'to' }));
    if (to === from) return ok(null);
    await enterStep(tx, room, to);
    await audit(tx, actor, 'room-step', { roomId, reason: `${from} ${to}` });
    return ok(null);
  });
  return withFrame(actor, roomId, done);
}

/** Stops a class's clock, lets it go on, gives or takes minutes. A step that ends at a date has no clock to stop: `not-now`. */
export async function changeClock(
  actor: Actor,
  roomId: string,
  input: ClockInput,
): Promise<Result<RoomFrame, Failure>> {
  const found = await classFor(actor, roomId, 'room:maintain');
  if (!found.ok) return found;
  const done = await inTransaction(async (tx): Promise<Result<null, Failure>> => {
    const room = await lockRoom(tx, roomId);
    if (room.stage === 'closed') return err(failure('room-closed'));
    if (room.plan[room.step]?.until) return err(failure('not-now'));
    const clock = changedClock(room.clock, input, room.now);
    if (clock === room.clock) return ok(null);
    const rooms = await roomsOfClass(tx, roomId);
    await tx.room.updateMany({ where: { id: { in: rooms } }, data: clockColumns(clock) });
    await tellRooms(tx, rooms, 'clock-changed');
    return ok(null);
  });
  return withFrame(actor, roomId, done);
}

function changedClock(clock: StepClock, input: ClockInput, now: number): StepClock {
  if (input.action === 'pause') return paused(clock, now);
  return input.action === 'resume' ? resumed(clock, now) : changedBy(clock, input.minutes, now);
}
