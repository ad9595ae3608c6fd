import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { clockOfStep, paused } from '../../domain/room/clock';
import { roundOfStep } from '../../domain/room/plan';
import type { CloseRoom } from '../../domain/room/setup';
import type { RoomFrame } from '../../domain/room/view';
import type { Actor } from '../../policy/actor';
import { audit } from '../audit';
import type { Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { classFor } from './class-for';
import { clockColumns, columnsOf, endLog, openLog, tellRooms } from './enter-step';
import { ERASE_TIMEOUT_MS, eraseRoom } from './erase-room';
import { recordEvent } from './events';
import { freeJoinCode, joinCodeEnd } from './join-code-of-class';
import { type LockedRoom, lockRoom, roomsOfClass } from './locked-room';
import { withFrame } from './with-frame';

/** The end of a class: closed with a conclusion, opened again, put into the archive, erased. */

/** Closes a class and its groups, or gives a closed one another conclusion. Its code is nobody's way in any more. */
export const closeRoom = (
  actor: Actor,
  roomId: string,
  { conclusion }: CloseRoom,
): Promise<Result<RoomFrame, Failure>> =>
  changed(actor, roomId, async (tx, room, rooms) => {
    if (room.stage !== 'closed') {
      await tx.room.updateMany({
        where: { id: { in: rooms } },
        data: {
          stage: 'closed',
          acts: [],
          revealedAt: room.revealedAt ?? new Date(room.now),
          ...clockColumns(paused(room.clock, room.now)),
        },
      });
      await endLog(tx, room);
    }
    await tx.room.update({
      where: { id: roomId },
      data: {
        conclusion,
        closedAt: room.closedAt ?? new Date(room.now),
        joinCode: null,
        joinCodeUntil: null,
        spotlightId: null,
      },
    });
    await tellRooms(tx, rooms, 'room-closed');
    await audit(tx, actor, 'room-close', { roomId });
    return ok(null);
  });

/**
 * Opens a closed class again at the step where it was, with what was left of its clock, which stands, and another code. What was
 * shown while it was closed has been seen: as after a reveal, stances are not taken any more.
 */
export const reopenRoom = (actor: Actor, roomId: string): Promise<Result<RoomFrame, Failure>> =>
  changed(actor, roomId, async (tx, room, rooms) => {
    const step = room.plan[room.step];
    if (room.stage !== 'closed' || !step) return err(failure('not-now'));
    const clock = step.until === null ? room.clock : clockOfStep(step, room.now);
    await tx.room.updateMany({
      where: { id: { in: rooms } },
      data: { ...columnsOf(room.plan, step, room.step, room.revealedAt), ...clockColumns(clock) },
    });
    const { retainUntil } = await tx.room.findUniqueOrThrow({
      where: { id: roomId },
      select: { retainUntil: true },
    });
    await tx.room.update({
      where: { id: roomId },
      data: {
        closedAt: null,
        archivedAt: null,
        joinCode: await freeJoinCode(tx),
        joinCodeUntil: joinCodeEnd(room.plan, room.now, retainUntil),
      },
    });
    const round = roundOfStep(room.plan, room.step);
    await openLog(tx, room, { step: room.step, stage: step.stage, round });
    await tellRooms(tx, rooms, 'room-reopened');
    await recordEvent(tx, roomId, 'join-code-changed', roomId);
    await audit(tx, actor, 'room-reopen', { roomId });
    return ok(null);
  });

/** Takes a closed class off the lists, or puts it back; it stays readable. `not-now` while it is open. */
export const archiveRoom = (
  actor: Actor,
  roomId: string,
  isArchived: boolean,
): Promise<Result<RoomFrame, Failure>> =>
  changed(actor, roomId, async (tx, room, rooms) => {
    if (room.stage !== 'closed') return err(failure('not-now'));
    if ((room.archivedAt !== null) === isArchived) return ok(null);
    await tx.room.update({
      where: { id: roomId },
      data: { archivedAt: isArchived ? new Date(room.now) : null },
    });
    await tellRooms(tx, rooms, 'room-archived');
    await audit(tx, actor, 'room-archive', { roomId, reason: isArchived ? 'in' : 'out' });
    return ok(null);
  });

/** Erases a class for good. @param typedName what the person typed; it has to be the class's name */
export async function deleteRoom(
  actor: Actor,
  roomId: string,
  typedName: string,
): Promise<Result<null, Failure>> {
  const found = await classFor(actor, roomId, 'room:remove');
  if (!found.ok) return found;
  if (typedName.trim() !== found.value.room.name) return err(failure('invalid-input', { field: 'name' }));
  return inTransaction(async (tx): Promise<Result<null, Failure>> => {
    await lockRoom(tx, roomId);
    await eraseRoom(tx, roomId);
    await audit(tx, actor, 'room-delete', { roomId });
    return ok(null);
  }, ERASE_TIMEOUT_MS);
}

/** A change of a locked class by somebody who may configure it. */
async function changed(
  actor: Actor,
  roomId: string,
  work: (tx: Transaction, room: LockedRoom, rooms: string[]) => Promise<Result<null, Failure>>,
): Promise<Result<RoomFrame, Failure>> {
  const found = await classFor(actor, roomId, 'room:configure');
  if (!found.ok) return found;
  const done = await inTransaction(async (tx) => {
    const room = await lockRoom(tx, roomId);
    return work(tx, room, await roomsOfClass(tx, roomId));
  });
  return withFrame(actor, roomId, done);
}
