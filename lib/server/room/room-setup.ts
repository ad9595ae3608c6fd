import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { monthsAfter } from '../../domain/room/clock';
import { MOST_RETENTION_MONTHS, type RoomSetup } from '../../domain/room/setup';
import type { RoomFrame } from '../../domain/room/view';
import type { Actor } from '../../policy/actor';
import { audit } from '../audit';
import { inTransaction } from '../database/transaction';
import { classFor } from './class-for';
import { tellRooms } from './enter-step';
import { lockRoom, roomsOfClass } from './locked-room';
import { withFrame } from './with-frame';

/** Changes what may change of a class while it runs; groups show counts when their class does. */
export async function setUpRoom(
  actor: Actor,
  roomId: string,
  { retainUntil, ...given }: RoomSetup,
): Promise<Result<RoomFrame, Failure>> {
  const found = await classFor(actor, roomId, 'room:configure');
  if (!found.ok) return found;
  const done = await inTransaction(async (tx): Promise<Result<null, Failure>> => {
    const room = await lockRoom(tx, roomId);
    if (retainUntil !== undefined && !isWithinReach(Date.parse(retainUntil), room.now))
      return err(failure('invalid-input', { field: 'retainUntil' }));
    await tx.room.update({
      where: { id: roomId },
      data: {
        ...given,
        ...(retainUntil !== undefined && { retainUntil: new Date(retainUntil) }),
      },
    });
    const rooms = await roomsOfClass(tx, roomId);
    if (given.showsCountsEarly)
      await tx.room.updateMany({ where: { id: { in: rooms } }, data: { showsCountsEarly: true } });
    await tellRooms(tx, rooms, 'settings-changed');
    // Which of them, and to what where that is no words.
    const changed = Object.entries({ ...given, retainUntil }).flatMap(([name, value]) =>
      value === undefined ? [] : typeof value === 'boolean' ? `${name}=${value}` : name,
    );
    await audit(tx, actor, 'room-settings', { roomId, reason: changed.join(' ') });
    return ok(null);
  });
  return withFrame(actor, roomId, done);
}

/** From now on, and not later than a room is ever kept; a day more for clocks that differ. */
const isWithinReach = (moment: number, now: number): boolean =>
  moment > now && moment <= monthsAfter(now, MOST_RETENTION_MONTHS) + 24 * 60 * 60 * 1000;
