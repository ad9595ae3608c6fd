import 'server-only';
import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { drawAlias } from '../../domain/room/aliases';
import { uniqueKey } from '../../domain/text/plain-text';
import type { Person } from '../../policy/actor';
import { database } from '../database/client';
import type { RoomContext } from './room-context';

/** A person's place in a room, which everything they contribute hangs on. */
export interface Seat {
  participantId: string;
  alias: string;
}

const MOST_DRAWS = 30;

/**
 * The person's seat in a room. The first contribution to the commons makes one, under a drawn alias; it is made outside
 * any transaction, because a seat without a contribution does no harm and a lost alias race must be able to draw again.
 */
export async function seatIn(actor: Person, room: RoomContext): Promise<Seat> {
  if (room.participantId && room.alias) return { participantId: room.participantId, alias: room.alias };
  const { pool } = database();
  for (let attempt = 0; attempt < MOST_DRAWS; attempt += 1) {
    const alias = drawAlias(randomInt(2 ** 31), attempt);
    // Taken by somebody else: nothing is inserted and nothing found, so draw again. Taken by oneself, in another
    // request a moment ago: found.
    await pool.query(
      `INSERT INTO "Participant" ("id", "roomId", "userId", "alias", "aliasKey") VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [uuidv7(), room.id, actor.userId, alias, uniqueKey(alias)],
    );
    const { rows } = await pool.query<Seat>(
      'SELECT "id" AS "participantId", "alias" FROM "Participant" WHERE "roomId" = $1 AND "userId" = $2',
      [room.id, actor.userId],
    );
    if (rows[0]) return rows[0];
  }
  throw new Error('No alias was free');
}

/**
 * The seat under which somebody changes what others wrote. Nobody below the commons gets one by that: an administrator, or a
 * teacher in a group of the class, acts there by right and must not be counted among its people. Null for them.
 */
export async function editingSeat(actor: Person, room: RoomContext): Promise<string | null> {
  if (room.kind !== 'commons') return room.participantId;
  return (await seatIn(actor, room)).participantId;
}
