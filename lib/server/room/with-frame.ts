import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { RoomFrame } from '../../domain/room/view';
import type { Actor } from '../../policy/actor';
import { roomFrameById } from './room-frame';

/** What a change of a room answers: the room as it stands now, and with a change that came too late too. */
export async function withFrame(
  actor: Actor,
  roomId: string,
  done: Result<unknown, Failure>,
): Promise<Result<RoomFrame, Failure>> {
  if (!done.ok && done.error.code !== 'changed-since') return done;
  const frame = await roomFrameById(actor, roomId);
  if (!frame) return err(failure('not-found'));
  return done.ok ? ok(frame) : err({ ...done.error, current: frame });
}
