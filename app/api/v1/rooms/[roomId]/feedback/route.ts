import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { giveFeedback } from '@/lib/server/room/feedback/feedback-commands';
import { feedbackDesk } from '@/lib/server/room/feedback/feedback-queries';

export const GET = handle(contracts.feedback, ({ actor, params }) => feedbackDesk(actor, params.roomId));

export const PUT = handle(contracts.giveFeedback, ({ actor, params, body }) =>
  giveFeedback(actor, params.roomId, body),
);
