import 'server-only';
import type { Waits } from '../../domain/room/setup';
import type { Actor } from '../../policy/actor';
import { database } from '../database/client';
import { keptClass } from './progress';

/** What still waits for a decision in a class and its open groups: closing leaves it as it is. Nothing for who does not keep it. */
export async function whatWaits(actor: Actor, roomId: string): Promise<Waits> {
  const found = await keptClass(actor, roomId);
  if (!found.ok) return { claims: 0, notes: 0 };
  const { prisma } = database();
  const room = { OR: [{ id: roomId }, { parentId: roomId, kind: 'breakout' as const, archivedAt: null }] };
  const [claims, notes] = await Promise.all([
    prisma.claim.count({ where: { room, status: 'suggested', isMotion: false } }),
    prisma.annotation.count({
      where: { room, status: 'waiting', removedAt: null, visibility: { not: 'private' } },
    }),
  ]);
  return { claims, notes };
}
