import { database } from '@/lib/server/database/client';
import { aBreakout, aClaim, aClass, aParticipant, aRelation } from '@/lib/server/testing/a-debate';
import type { Ask } from './call';
import type { Stage } from './stage';

const aSeatId = async ({ roomId }: Stage): Promise<string> => {
  const person = await aParticipant(roomId);
  const { id } = await database().prisma.participant.findUniqueOrThrow({
    where: { roomId_userId: { roomId, userId: person.userId } },
  });
  return id;
};

/** A published claim of a room right below, about the motion. */
async function aClaimBelow({ world: { debate }, place, roomId }: Stage): Promise<string> {
  const below = place === 'class' ? await aBreakout(debate, roomId) : await aClass(debate);
  const claimId = await aClaim(debate, { roomId: below });
  await aRelation(debate, claimId, debate.motionId, { roomId: below });
  return claimId;
}

/** Requests about groups, sides and promotion, right in every way but for who sends them. */
export const groupRequests = {
  groups: async ({ roomId }) => ({ params: { roomId } }),
  proposeGroups: async ({ roomId }) => ({ params: { roomId }, body: { by: 'random', count: 2 } }),
  changeGroups: async ({ roomId }) => ({
    params: { roomId },
    body: { action: 'open', groups: [{ name: 'Group 1', participantIds: [] }] },
  }),
  moveToGroup: async (stage) => ({
    params: { roomId: stage.roomId, participantId: await aSeatId(stage) },
    body: { groupId: null },
  }),
  promote: async (stage) => ({
    params: { roomId: stage.roomId },
    body: { claimId: await aClaimBelow(stage) },
  }),
  assignSides: async ({ roomId }) => ({ params: { roomId }, body: { by: 'clear' } }),
  setCircles: async ({ roomId }) => ({ params: { roomId }, body: { by: 'random' } }),
  voices: async ({ roomId }) => ({ params: { roomId } }),
} satisfies Record<string, (stage: Stage) => Promise<Ask>>;
