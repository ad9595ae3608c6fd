import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { RoomStanding } from '../../domain/room/live';
import type { Actor } from '../../policy/actor';
import { addressOf } from '../address';
import { roomContext } from '../room/room-context';
import { liveHub } from './hub';
import { Listener } from './listener';
import type { NoPlace } from './stream-places';

/** When a browser comes back by itself after a stream was lost: not all of a class at the same moment. Milliseconds. */
const RETRY_MS = 1_000;
const RETRY_SPREAD_MS = 3_000;

const FAILURES: Readonly<Record<NoPlace, Failure>> = {
  'process-full': failure('server-full', { retryAfterSeconds: 30 }),
  'class-full': failure('too-many-streams', { retryAfterSeconds: 30 }),
  'address-full': failure('too-many-streams', { retryAfterSeconds: 30 }),
};

/**
 * The stream of a room to this reader.
 * @param after the cursor of what they know, in the query or as the browser sends it on coming back
 * @returns not-found as for every room that the actor may not read; too-many-streams, server-full
 */
export async function openStream(
  actor: Actor,
  roomId: string,
  after: string | null,
  headers: Headers,
): Promise<Result<ReadableStream<Uint8Array>, Failure>> {
  const hub = liveHub();
  if (hub.isStopping) return err(failure('server-full', { retryAfterSeconds: 30 }));
  const room = await roomContext(actor, roomId);
  if (room === null) return err(failure('not-found'));
  const listener = new Listener(actor, room);
  const place = hub.places.take({
    sessionId: actor.kind === 'person' ? actor.sessionId : null,
    classId: room.path[1] ?? null,
    address: actor.kind === 'person' && !actor.isGuest ? null : addressOf(headers),
    replace: () => listener.end('replaced', null),
  });
  if (typeof place === 'string') return err(FAILURES[place]);
  listener.onEnd(place);
  const stream = listener.open(Math.round(RETRY_MS + Math.random() * RETRY_SPREAD_MS));
  hub.join(listener, after).catch(() => listener.end('stopping', RETRY_MS));
  return ok(stream);
}

/** The same once: what was missed since the cursor, and how the room is. For pages that hear through another tab. */
export async function readStanding(
  actor: Actor,
  roomId: string,
  after: string | null,
): Promise<Result<RoomStanding, Failure>> {
  const room = await roomContext(actor, roomId);
  if (room === null) return err(failure('not-found'));
  return ok(await liveHub().standing(new Listener(actor, room), after));
}
