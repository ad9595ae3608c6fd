import 'server-only';
import { partsOfMotions } from '../../domain/debate/motion-part';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { WriteTour } from '../../domain/tour/schema';
import type { TourPlace, TourView } from '../../domain/tour/view';
import type { Actor } from '../../policy/actor';
import { can } from '../../policy/can';
import { visibleContributions } from '../claim/visible';
import { database, type Transaction } from '../database/client';
import { inTransaction } from '../database/transaction';
import { recordEvent } from '../room/events';
import { type RoomContext, roomBySlug } from '../room/room-context';

/** The guided tour of a debate: steps that its maintainers write, in the order in which they are walked. */

/** The tour as this actor can follow it: steps at claims that they do not see are left out. */
export async function readTour(actor: Actor, slug: string): Promise<Result<TourView, Failure>> {
  const room = await roomBySlug(actor, slug);
  return room ? ok(await tourView(database().prisma, actor, room)) : err(failure('not-found'));
}

/** Where a step may stand: the motions, then the claims, in the author's order. Null for who may not write the tour. */
export async function tourPlaces(actor: Actor, slug: string): Promise<TourPlace[] | null> {
  const room = await roomBySlug(actor, slug);
  if (!room || !can(actor, 'tour:write', room)) return null;
  const rows = await database().prisma.claim.findMany({
    where: { debateId: room.debateId, roomId: room.id, status: 'published' },
    orderBy: [{ isMotion: 'desc' }, { position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      code: true,
      isMotion: true,
      side: { select: { position: true } },
      current: { select: { text: true, shortTitle: true, speaker: true } },
    },
  });
  return rows.map(({ id, code, isMotion, side, current }) => ({
    id,
    code,
    isMotion,
    side: side === null ? 'n' : side.position === 0 ? 'a' : 'b',
    ...current,
  }));
}

/** Writes the whole tour. A tour that somebody else wrote meanwhile is a conflict, and comes back with the refusal. */
export async function writeTour(
  actor: Actor,
  slug: string,
  { steps, revision }: WriteTour,
): Promise<Result<TourView, Failure>> {
  if (actor.kind !== 'person') return err(failure('not-signed-in'));
  const room = await roomBySlug(actor, slug);
  if (!room) return err(failure('not-found'));
  if (room.stage === 'closed') return err(failure('room-closed'));
  if (!can(actor, 'tour:write', room)) return err(failure('not-allowed'));
  const { debateId } = room;

  return inTransaction(async (tx): Promise<Result<TourView, Failure>> => {
    // Of two who write at once the second waits here, and then finds another revision.
    const taken = await tx.debate.updateMany({
      where: { id: debateId, tourRevision: revision },
      data: { tourRevision: { increment: 1 } },
    });
    if (taken.count === 0) return err(failure('out-of-date', { current: await tourView(tx, actor, room) }));
    const ids = [...new Set(steps.map(({ claimId }) => claimId))];
    const known = await tx.claim.findMany({
      where: { id: { in: ids }, debateId, roomId: room.id, status: 'published' },
      select: { id: true },
    });
    const unknown = steps.findIndex(({ claimId }) => !known.some(({ id }) => id === claimId));
    if (unknown >= 0) return err(failure('not-found', { field: `steps.${unknown}.claimId` }));
    await tx.tourStep.deleteMany({ where: { debateId } });
    await tx.tourStep.createMany({ data: steps.map((step, position) => ({ ...step, debateId, position })) });
    await recordEvent(tx, room.id, 'tour-changed', debateId);
    return ok(await tourView(tx, actor, room));
  });
}

async function tourView(tx: Transaction, actor: Actor, room: RoomContext): Promise<TourView> {
  const { debateId } = room;
  const [debate, rows] = await Promise.all([
    tx.debate.findUniqueOrThrow({ where: { id: debateId }, select: { tourRevision: true } }),
    tx.tourStep.findMany({
      where: { debateId, claim: visibleContributions(actor, room) },
      orderBy: { position: 'asc' },
      include: { claim: { select: { code: true, isMotion: true } } },
    }),
  ]);
  const motionOf = rows.length > 0 ? await firstMotions(tx, room) : () => '';
  return {
    steps: rows.map(({ id, claimId, words, claim: { code, isMotion } }) => ({
      id,
      claimId,
      code,
      motionCode: isMotion ? code : motionOf(claimId),
      words,
    })),
    revision: debate.tourRevision,
    canEdit: can(actor, 'tour:write', room),
  };
}

/** For a claim the code of the first motion that it leads to; of the debate's first one when it leads to none. */
async function firstMotions(
  tx: Transaction,
  { debateId, path }: RoomContext,
): Promise<(id: string) => string> {
  const here = { debateId, roomId: { in: path }, status: 'published' as const };
  const [motions, relations] = await Promise.all([
    tx.claim.findMany({
      where: { ...here, isMotion: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, code: true },
    }),
    tx.relation.findMany({
      where: here,
      select: { id: true, fromClaimId: true, toClaimId: true, toRelationId: true },
    }),
  ]);
  const parts = partsOfMotions(
    motions.map(({ id }) => id),
    relations,
  );
  return (claimId) => (motions.find(({ id }) => parts.get(id)?.has(claimId)) ?? motions[0])?.code ?? '';
}
