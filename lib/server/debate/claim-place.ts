import 'server-only';
import { type ClaimPlace, placeOfCode } from '../../domain/debate/claim-place';
import type { Actor } from '../../policy/actor';
import { successorsIn } from '../claim/lineage-views';
import { visibleContributions } from '../claim/visible';
import { database } from '../database/client';
import { roomBySlug } from '../room/room-context';

/**
 * Where a link to a claim leads in a debate, as this reader sees it; null when it leads nowhere. Reads no words and no
 * votes, so it can be asked about any debate.
 */
export async function claimPlace(actor: Actor, slug: string, code: string): Promise<ClaimPlace | null> {
  const room = await roomBySlug(actor, slug);
  if (!room) return null;
  const { prisma } = database();
  const inDebate = { debateId: room.debateId };
  const [motions, claims, relations, successors] = await Promise.all([
    prisma.claim.findMany({
      where: { ...inDebate, isMotion: true, roomId: { in: room.path }, status: 'published' },
      select: { id: true, code: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    prisma.claim.findMany({
      where: { ...inDebate, isMotion: false, ...visibleContributions(actor, room) },
      select: { id: true, code: true },
    }),
    prisma.relation.findMany({
      where: { ...inDebate, ...visibleContributions(actor, room) },
      select: { id: true, fromClaimId: true, toClaimId: true, toRelationId: true },
    }),
    successorsIn(prisma, room),
  ]);
  return placeOfCode({ motions, claims, relations, successors }, code);
}
