import 'server-only';
import type { Person } from '../../policy/actor';
import { can } from '../../policy/can';
import type { Transaction } from '../database/client';
import type { RoomContext } from '../room/room-context';

/**
 * Of notes on a source, those whose places concern this person: their own, and for those who maintain the debate the notes
 * of others that are not private. They maintain every room of it, so what is open to teachers or a group is open to them.
 */
export async function seenNotes(
  tx: Transaction,
  actor: Person,
  room: RoomContext,
  standing: readonly { type: 'citation' | 'note'; id: string }[],
): Promise<ReadonlySet<string>> {
  const ids = standing.filter(({ type }) => type === 'note').map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const rows = await tx.annotation.findMany({
    where: { id: { in: ids }, removedAt: null, OR: concerns(actor, room) },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** The alternatives under which a note's place concerns this person. */
export function concerns(actor: Person, room: RoomContext) {
  const own = { author: { userId: actor.userId } };
  return can(actor, 'room:maintain', room) ? [own, { visibility: { not: 'private' as const } }] : [own];
}
