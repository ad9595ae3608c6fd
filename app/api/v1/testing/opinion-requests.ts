import type { opinionContracts } from '@/lib/domain/api/opinion-contracts';
import type { Ask } from './call';
import type { Stage } from './stage';

/** Requests about opinion maps that are right in every way but for who sends them. */
export const opinionRequests: Record<keyof typeof opinionContracts, (stage: Stage) => Promise<Ask>> = {
  opinions: async ({ roomId }) => ({ params: { roomId } }),
  opinionEffects: async ({ roomId }) => ({ params: { roomId } }),
  // A map of long ago.
  opinionLens: async ({ roomId }) => ({
    params: { roomId },
    query: '?claim=018f0000-0000-7000-8000-000000000000&version=none',
  }),
  opinionTimeline: async ({ roomId }) => ({ params: { roomId }, query: '?version=none' }),
};
