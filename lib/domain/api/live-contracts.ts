import { z } from 'zod';
import { LIVE_TYPES, type LiveMessage } from '../room/live';
import { get, inRoom, reading } from './contract-parts';

const after = z.strictObject({
  /** Cursor of the last message that was heard. */
  after: z.string().max(80).optional(),
});

/** What kind of message it is decides about the rest: see lib/domain/room/live.ts. */
const message = z.looseObject({ type: z.enum(LIVE_TYPES) }).meta({ id: 'LiveMessage' });

/** Routes that tell what happens in a room while it happens. */
export const liveContracts = {
  roomEvents: get({
    path: 'rooms/{roomId}/events',
    name: 'roomEvents',
    summary:
      'Server-sent events of a room and those above it: ids and numbers, for what this reader may know. Comes back with Last-Event-ID',
    group: 'service',
    params: inRoom,
    query: after,
    answer: z.null(),
    failures: [...reading, 'invalid-input', 'too-many-streams', 'server-full'],
  }),

  roomStanding: get({
    path: 'rooms/{roomId}/standing',
    name: 'roomStanding',
    summary: 'What the stream would have said since a cursor, and how the room is now',
    group: 'service',
    params: inRoom,
    query: after,
    answer: z.object({ cursor: z.string(), messages: z.array(message as unknown as z.ZodType<LiveMessage>) }),
    failures: [...reading, 'invalid-input'],
  }),
} as const;
