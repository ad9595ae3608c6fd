import 'server-only';
import { type Failure, failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import { joinPath } from '../../../domain/room/codes';
import type { Actor } from '../../../policy/actor';
import { can } from '../../../policy/can';
import { audit } from '../../audit';
import { database } from '../../database/client';
import { breaks } from '../../database/faults';
import { inTransaction } from '../../database/transaction';
import { publicUrl } from '../../site';
import { recordEvent } from '../events';
import { roomContext } from '../room-context';
import { rememberNetwork } from './join-attempts';
import { newJoinCode } from './seat-codes';

/** The code that opens a class to newcomers. */
export interface RoomCode {
  code: string;
  url: string;
  /** ISO 8601 */
  until: string;
}

/** A day at school. */
const USUAL_HOURS = 12;
const HOUR_MS = 60 * 60 * 1000;
const MOST_DRAWS = 10;

const roomCode = (code: string, until: Date): RoomCode => ({
  code,
  url: `${publicUrl()}${joinPath(code)}`,
  until: until.toISOString(),
});

/** The code of a class as long as it works; null for whoever does not keep it, and for a group. */
export async function joinCodeOf(actor: Actor, roomId: string): Promise<RoomCode | null> {
  const room = await roomContext(actor, roomId);
  if (room?.kind !== 'class' || !can(actor, 'room:maintain', room)) return null;
  const found = await database().prisma.room.findUniqueOrThrow({
    where: { id: roomId },
    select: { joinCode: true, joinCodeUntil: true },
  });
  if (!found.joinCode || !found.joinCodeUntil || found.joinCodeUntil.getTime() <= Date.now()) return null;
  return roomCode(found.joinCode, found.joinCodeUntil);
}

/** Makes another code; the one before it stops working. */
export async function makeJoinCode(
  actor: Actor,
  roomId: string,
  hours: number = USUAL_HOURS,
  address: string | null = null,
): Promise<Result<RoomCode, Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:let-in', room)) return err(failure('not-allowed'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  const until = new Date(Date.now() + hours * HOUR_MS);
  // Pupils sit where their teacher does: their typing errors are those of a class from the first.
  if (address !== null) await rememberNetwork(address, false);
  for (let attempt = 0; ; attempt += 1) {
    const code = newJoinCode();
    try {
      return await inTransaction(async (tx) => {
        await tx.room.update({ where: { id: roomId }, data: { joinCode: code, joinCodeUntil: until } });
        await recordEvent(tx, roomId, 'join-code-changed', roomId);
        await audit(tx, actor, 'join-code', { roomId });
        return ok(roomCode(code, until));
      });
    } catch (error) {
      if (attempt >= MOST_DRAWS || !breaks(error, 'Room_joinCode_key')) throw error;
    }
  }
}

/** Takes the room's code away. Again: the same. */
export async function closeJoinCode(actor: Actor, roomId: string): Promise<Result<null, Failure>> {
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  if (!can(actor, 'room:let-in', room)) return err(failure('not-allowed'));
  return inTransaction(async (tx) => {
    const { count } = await tx.room.updateMany({
      where: { id: roomId, joinCode: { not: null } },
      data: { joinCode: null, joinCodeUntil: null },
    });
    if (count > 0) {
      await recordEvent(tx, roomId, 'join-code-changed', roomId);
      await audit(tx, actor, 'join-code', { roomId });
    }
    return ok(null);
  });
}
