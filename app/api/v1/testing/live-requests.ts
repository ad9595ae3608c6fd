import type { liveContracts } from '@/lib/domain/api/live-contracts';
import type { Ask } from './call';
import type { Stage } from './stage';

/** Requests to hear a room. */
export const liveRequests: Record<keyof typeof liveContracts, (stage: Stage) => Promise<Ask>> = {
  roomEvents: async ({ roomId }) => ({ params: { roomId } }),
  roomStanding: async ({ roomId }) => ({ params: { roomId } }),
};
