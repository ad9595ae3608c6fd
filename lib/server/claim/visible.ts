import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { RoomContext } from '../room/room-context';

/**
 * The twin of `claim:read` for lists: what a map, an outline or a text shows of claims and relations to this actor. It
 * asks for less than the permission gives: what was turned down or closed concerns its author and the maintainers.
 */
export function visibleContributions(
  actor: Actor,
  room: RoomContext,
): { roomId: { in: string[] }; OR: Prisma.ClaimWhereInput[] & Prisma.RelationWhereInput[] } {
  const own = room.participantId;
  const alternatives: (Prisma.ClaimWhereInput & Prisma.RelationWhereInput)[] = [{ status: 'published' }];
  if (own) alternatives.push({ authorId: own });
  if (can(actor, 'room:maintain', room)) alternatives.push({ status: { in: ['suggested', 'archived'] } });
  return { roomId: { in: room.path }, OR: alternatives };
}
