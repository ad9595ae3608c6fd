import 'server-only';
import { writeCursor } from '../../domain/room/live-cursor';
import { database } from '../database/client';
import type { RoomContext } from '../room/room-context';

/** Longest that a page takes to be read, in seconds. What is told twice is known by its id; what is told never would be missing. */
const READ_WITHIN = 5;

/** From where a page has to hear its room: a little before it was made, for its parts are not read at one moment. */
export async function pageCursor(room: Pick<RoomContext, 'path'>): Promise<string> {
  const { rows } = await database().pool.query<{ at: string }>({
    name: 'live-page-cursor',
    text: `SELECT coalesce((SELECT e."ordinal" FROM "Event" e
             WHERE e."roomId" = h."id" AND e."recordedAt" < now() - interval '${READ_WITHIN} seconds'
             ORDER BY e."ordinal" DESC LIMIT 1), 0) AS "at"
           FROM unnest($1::uuid[]) WITH ORDINALITY AS h("id", "place") ORDER BY h."place"`,
    values: [room.path],
  });
  return writeCursor(rows.map(({ at }) => Number(at)));
}
