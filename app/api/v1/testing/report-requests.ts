import type { reportContracts } from '@/lib/domain/api/report-contracts';
import type { Ask } from './call';
import type { Stage } from './stage';

/** Requests about reports and feedback that are right in every way but for who sends them. */
export const reportRequests: Record<keyof typeof reportContracts, (stage: Stage) => Promise<Ask>> = {
  roomReport: async ({ roomId }) => ({ params: { roomId } }),
  roomStances: async ({ roomId }) => ({ params: { roomId } }),
  exportReport: async ({ roomId }) => ({ params: { roomId }, query: '?file=participants' }),
  askForNames: async ({ roomId }) => ({ params: { roomId }, body: { reason: 'Marks for the term.' } }),
  // A link of long ago.
  exportNames: async ({ roomId }) => ({ params: { roomId }, query: '?until=0&signature=none' }),
  feedback: async ({ roomId }) => ({ params: { roomId } }),
  giveFeedback: async ({ world, place, roomId }) => ({
    params: { roomId },
    body: {
      participantId: world.authorIn[place],
      contributionId: null,
      words: 'Well asked.',
      grade: null,
      points: {},
      revision: 0,
    },
  }),
  releaseFeedback: async ({ roomId }) => ({ params: { roomId }, body: { feedbackIds: null } }),
  ownFeedback: async ({ roomId }) => ({ params: { roomId } }),
  setRubric: async ({ roomId }) => ({
    params: { roomId },
    body: { rubric: [{ key: 'reasons', name: 'Reasons', mostPoints: 5 }] },
  }),
};
