import 'server-only';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { database } from '../database/client';
import { roomBySlug } from '../room/room-context';

/** How many claims of a debate's commons wait for a maintainer, under whichever motion; 0 for whoever decides on none. */
export async function waitingCount(actor: Actor, slug: string): Promise<number> {
  const room = await roomBySlug(actor, slug);
  if (!room || !can(actor, 'room:maintain', room)) return 0;
  return database().prisma.claim.count({
    where: { roomId: room.id, status: 'suggested', isMotion: false },
  });
}
