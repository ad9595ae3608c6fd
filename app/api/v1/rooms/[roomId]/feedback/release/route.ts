import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { releaseFeedback } from '@/lib/server/room/feedback/feedback-commands';

export const POST = handle(contracts.releaseFeedback, ({ actor, params, body }) =>
  releaseFeedback(actor, params.roomId, body),
);
