import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import type { RoomContext } from '../room/room-context';
import { ownSeats } from '../room/voice-seat';

type Alternatives = (Prisma.ClaimWhereInput & Prisma.RelationWhereInput)[];
type ContributionWhere = { roomId: { in: string[] }; OR?: Alternatives };

/** The twin of `claim:read` for queries: every claim and relation that this actor may read in this room. */
export function readableContributions(actor: Actor, room: RoomContext): ContributionWhere {
  if (actor.kind === 'person' && actor.isAdministrator) return { roomId: { in: room.path } };
  const own = ownSeats(room);
  const alternatives: Alternatives = [{ status: { in: ['published', 'archived'] } }];
  if (own.length > 0) alternatives.push({ authorId: { in: own } });
  if (can(actor, 'room:maintain', room)) alternatives.push({ roomId: room.id });
  return { roomId: { in: room.path }, OR: alternatives };
}

/** The same as SQL, for the claim or relation under the name `c` in the statement. */
export function readableContributionsSql(actor: Actor, room: RoomContext): Prisma.Sql {
  const here = Prisma.sql`c."roomId" = ANY (${room.path}::uuid[])`;
  if (actor.kind === 'person' && actor.isAdministrator) return here;
  const maintains = can(actor, 'room:maintain', room);
  return Prisma.sql`(${here} AND (c."status" IN ('published', 'archived')
    OR c."authorId" = ANY (${ownSeats(room)}::uuid[]) OR (${maintains} AND c."roomId" = ${room.id}::uuid)))`;
}

/**
 * What a map, an outline or a text shows of them. Less than may be read: what was turned down or closed concerns its
 * author and the maintainers.
 */
export function visibleContributions(actor: Actor, room: RoomContext): ContributionWhere {
  const own = ownSeats(room);
  const alternatives: Alternatives = [{ status: 'published' }];
  if (own.length > 0) alternatives.push({ authorId: { in: own } });
  if (can(actor, 'room:maintain', room)) {
    alternatives.push({ roomId: room.id, status: { in: ['suggested', 'archived'] } });
  }
  return { roomId: { in: room.path }, OR: alternatives };
}
