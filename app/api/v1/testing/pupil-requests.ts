import type { Ask } from './call';
import type { Stage } from './stage';

/** Requests about what a participant does in a room, right in every way but for who sends them. */
export const pupilRequests = {
  markPassagesRead: async ({ world, roomId }) => ({
    params: { roomId },
    body: { sourceVersionId: world.debate.sourceVersionId, keys: ['p1'] },
  }),
} satisfies Record<string, (stage: Stage) => Promise<Ask>>;
