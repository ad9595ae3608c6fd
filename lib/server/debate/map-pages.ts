import 'server-only';
import type { MapQuery, PageQuery } from '../../domain/debate/schema';
import { type Skeleton, writeSkeleton } from '../../domain/debate/skeleton';
import type { MapPage } from '../../domain/debate/view';
import { pageUnder, partAround } from '../../domain/debate/whole-map';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Actor } from '../../policy/actor';
import { database } from '../database/client';
import { answeringRoom } from '../room/answering-room';
import { type RoomContext, roomContext } from '../room/room-context';
import { impactTallies, ownImpacts, ownVotes, voteTallies } from '../vote/tallies';
import { toldTallies } from '../vote/told-tallies';
import { hashOf, readPart, readWholeMap } from './large-map';
import { motionsIn } from './queries';

/** The HTTP API's way through a map that is too large for one answer. */

async function wholeMapIn(actor: Actor, room: RoomContext, motionCode: string | undefined) {
  const { prisma } = database();
  const motions = await motionsIn(prisma, room);
  const motion = motionCode === undefined ? motions[0] : motions.find(({ code }) => code === motionCode);
  if (!motion) return null;
  return readWholeMap(
    prisma,
    actor,
    room,
    motion.id,
    motions.map(({ id }) => id),
  );
}

/** A page of the claims under one claim, or the claims around one. */
export async function mapPage(
  actor: Actor,
  roomId: string,
  { motion, under, after, claim }: PageQuery,
): Promise<Result<MapPage, Failure>> {
  const room = await roomContext(actor, roomId);
  const whole = room && (await wholeMapIn(actor, room, motion));
  if (!whole) return err(failure('not-found'));
  if (claim !== undefined) {
    const found = whole.claims.find(({ id, code }) => id === claim || code === claim);
    if (!found) return err(failure('not-found'));
    return ok({
      ...(await readPart(database().prisma, actor, room, whole, partAround(whole, found.id))),
      next: null,
    });
  }
  const hostId = under ?? whole.motionId;
  if (hostId !== whole.motionId && !whole.orderOf.has(hostId)) return err(failure('not-found'));
  const { ids, next } = pageUnder(whole, hostId, after ?? null);
  const read = await readPart(database().prisma, actor, room, whole, ids);
  const isOnPage = new Map([...ids].map((id, index) => [id, index]));
  const claims = [...read.claims].sort((a, b) => (isOnPage.get(a.id) ?? 0) - (isOnPage.get(b.id) ?? 0));
  return ok({ ...read, claims, next });
}

/** The whole map without its words, with the counts that this reader may see. */
export async function mapSkeleton(
  actor: Actor,
  roomId: string,
  { motion }: MapQuery,
): Promise<Result<Skeleton, Failure>> {
  const room = await roomContext(actor, roomId);
  const whole = room && (await wholeMapIn(actor, room, motion));
  if (!whole) return err(failure('not-found'));
  const { prisma } = database();
  const [votes, own, impacts, ownWeights, groups] = await Promise.all([
    voteTallies(prisma, answeringRoom(room)),
    ownVotes(prisma, answeringRoom(room)),
    impactTallies(prisma, answeringRoom(room)),
    ownImpacts(prisma, answeringRoom(room)),
    prisma.relation.findMany({
      where: { debateId: room.debateId, groupId: { not: null } },
      select: { id: true, groupId: true },
    }),
  ]);
  const groupOf = new Map(groups.map(({ id, groupId }) => [id, groupId]));
  const told = toldTallies(actor, room);
  return ok(
    writeSkeleton(whole, hashOf(whole), {
      votes: (id) => told.votes(votes.get(id), own.get(id)),
      impacts: (id) => told.impacts(impacts.get(id), ownWeights.get(id)),
      groups: (id) => groupOf.get(id) ?? null,
      ownChoice: (id) => {
        const answer = own.get(id);
        return answer && !answer.isStale ? answer.choice : null;
      },
      ownWeight: (id) => {
        const answer = ownWeights.get(id);
        return answer && !answer.isStale ? answer.weight : null;
      },
    }),
  );
}
