import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor, Person } from '../../policy/actor';
import { can } from '../../policy/can';
import { type RoomContext, roomContext } from './room-context';

/**
 * The class with this id, for somebody who may do this with it. `not-allowed` in a commons and in a breakout group too: a
 * group goes where its class goes.
 */
export async function classFor(
  actor: Actor,
  roomId: string,
  right: 'room:maintain' | 'room:configure' | 'room:remove',
): Promise<Result<{ actor: Person; room: RoomContext }, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomContext(actor, roomId);
  if (!room) return err(failure('not-found'));
  return room.kind === 'class' && can(actor, right, room) ? ok({ actor, room }) : err(failure('not-allowed'));
}
