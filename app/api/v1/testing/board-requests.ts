import { database } from '@/lib/server/database/client';
import { aClaim } from '@/lib/server/testing/a-debate';
import type { Ask } from './call';
import type { Stage } from './stage';

const aThread = async ({ world, place, roomId }: Stage): Promise<string> => {
  const { id } = await database().prisma.annotation.create({
    data: {
      debateId: world.debate.id,
      roomId,
      authorId: world.authorIn[place],
      kind: 'comment',
      visibility: 'room',
      claimId: world.debate.motionId,
      revisions: { create: { number: 1, body: 'A note.' } },
    },
  });
  return id;
};

/** Requests about how a room goes that are right in every way but for who sends them. */
export const boardRequests = {
  roomProgress: async ({ roomId }) => ({ params: { roomId } }),
  presenter: async ({ roomId }) => ({ params: { roomId } }),
  waitingClaims: async ({ roomId }) => ({ params: { roomId } }),
  askForHelp: async ({ roomId }) => ({ params: { roomId } }),
  // The author's help: somebody else's, to all others.
  endHelp: async ({ world, place, roomId }) => ({
    params: { roomId },
    body: { participantId: world.authorIn[place] },
  }),
  nudge: async ({ roomId }) => ({ params: { roomId }, body: { everybodyWaiting: true } }),
  setSpotlight: async ({ world, roomId }) => ({
    params: { roomId },
    body: { claimId: await aClaim(world.debate, { roomId }) },
  }),
  lockThread: async (stage) => ({
    params: { roomId: stage.roomId, annotationId: await aThread(stage) },
    body: { isLocked: true },
  }),
} as const satisfies Record<string, (stage: Stage) => Promise<Ask>>;
