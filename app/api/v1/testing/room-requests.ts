import type { RoomStage } from '@/lib/domain/debate/view';
import { planOf } from '@/lib/domain/room/plans';
import { database } from '@/lib/server/database/client';
import { aClass } from '@/lib/server/testing/a-debate';
import type { Ask } from './call';
import type { Stage } from './stage';

const plan = planOf('free_study', Date.UTC(2026, 0, 5));

/** A class like the stage's, with the same people, that may be closed or erased; in a commons the room itself. */
async function anotherClass({ world, place, roomId }: Stage, stage: RoomStage = 'explore'): Promise<string> {
  if (place !== 'class') return roomId;
  const { prisma } = database();
  const id = await aClass(world.debate, { stage });
  await prisma.room.update({ where: { id }, data: { plan } });
  const seats = await prisma.participant.findMany({ where: { roomId, actsForId: null } });
  await prisma.participant.createMany({
    data: seats.map(({ userId, role, alias, aliasKey }) => ({ roomId: id, userId, role, alias, aliasKey })),
  });
  return id;
}

const inAnother = async (stage: Stage, at?: RoomStage): Promise<Ask> => ({
  params: { roomId: await anotherClass(stage, at) },
});

/** Requests about classes as wholes, right in every way but for who sends them. */
export const roomRequests = {
  openRoom: async ({ world }) => ({
    body: { name: 'Class 10B', debate: world.debate.slug, plan: planOf('oxford', Date.UTC(2026, 0, 5)) },
  }),
  ownRooms: async () => ({}),
  roomFrame: async ({ roomId }) => ({ params: { roomId } }),
  moveToStep: async (stage) => ({ ...(await inAnother(stage)), body: { from: 0, to: 0 } }),
  changeClock: async (stage) => ({ ...(await inAnother(stage)), body: { action: 'pause' } }),
  changePlan: async (stage) => ({
    ...(await inAnother(stage)),
    body: { was: plan, plan, origins: plan.map((_, index) => index) },
  }),
  setUpRoom: async (stage) => ({ ...(await inAnother(stage)), body: { claimsNeedApproval: true } }),
  closeRoom: async (stage) => ({ ...(await inAnother(stage)), body: { conclusion: 'We agreed on little.' } }),
  reopenRoom: async (stage) => inAnother(stage, 'closed'),
  archiveRoom: async (stage) => inAnother(stage, 'closed'),
  unarchiveRoom: async (stage) => inAnother(stage, 'closed'),
  copyRoom: async (stage) => ({
    ...(await inAnother(stage)),
    body: { name: 'Class 10C', startsAt: '2026-09-01T08:00:00.000Z', keepsClaims: true },
  }),
  deleteRoom: async (stage) => ({ ...(await inAnother(stage)), body: { name: 'Class' } }),
} satisfies Record<string, (stage: Stage) => Promise<Ask>>;
