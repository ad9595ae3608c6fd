import 'server-only';
import type { Failure } from '../../domain/failure';
import { ok, type Result } from '../../domain/result';
import type { WaitingClaim } from '../../domain/room/board';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { claimViews, sideRole } from '../claim/claim-views';
import { database } from '../database/client';
import { keptClass } from './progress';
import { type RoomContext, roomContext } from './room-context';

/** Most claims that are listed; the rest come when these are decided. */
const MOST = 30;

/**
 * The claims of a room and of its open groups that wait for a decision, with what each would be tied to: its own first, then group
 * by group, oldest first.
 */
export async function waitingClaims(
  actor: Actor,
  roomId: string,
): Promise<Result<{ claims: WaitingClaim[] }, Failure>> {
  const found = await keptClass(actor, roomId);
  if (!found.ok) return found;
  const room = found.value;
  const claims = await waitingIn(actor, room, null, MOST);
  const groups = await database().prisma.room.findMany({
    where: {
      parentId: room.id,
      kind: 'breakout',
      archivedAt: null,
      claims: { some: { status: 'suggested', isMotion: false } },
    },
    select: { id: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  for (const { id } of groups) {
    if (claims.length >= MOST) break;
    const group = await roomContext(actor, id);
    if (!group || !can(actor, 'room:maintain', group)) continue;
    const { slug, name } = group;
    claims.push(...(await waitingIn(actor, group, { slug, name }, MOST - claims.length)));
  }
  return ok({ claims });
}

async function waitingIn(
  actor: Actor,
  room: RoomContext,
  group: WaitingClaim['group'],
  most: number,
): Promise<WaitingClaim[]> {
  const { prisma } = database();
  const rows = await prisma.claim.findMany({
    where: { roomId: room.id, status: 'suggested', isMotion: false },
    orderBy: { id: 'asc' },
    take: most,
    select: {
      id: true,
      outgoing: {
        where: { roomId: room.id, status: 'suggested' },
        orderBy: { position: 'asc' },
        take: 1,
        select: {
          kind: true,
          toClaim: { select: { code: true, side: { select: { position: true } } } },
          toRelation: {
            select: { from: { select: { code: true, side: { select: { position: true } } } } },
          },
        },
      },
    },
  });
  if (rows.length === 0) return [];
  const views = await claimViews(prisma, actor, room, { ids: rows.map(({ id }) => id) });
  return rows.flatMap(({ id, outgoing: [line] }): WaitingClaim[] => {
    const claim = views.find((view) => view.id === id);
    const to = line?.toClaim ?? line?.toRelation?.from;
    if (!claim) return [];
    return [
      {
        claim,
        group,
        line: line && to ? { kind: line.kind, toCode: to.code, toSide: sideRole(to.side?.position) } : null,
      },
    ];
  });
}
