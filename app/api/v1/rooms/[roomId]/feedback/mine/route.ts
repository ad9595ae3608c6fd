import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { ownFeedback } from '@/lib/server/room/feedback/feedback-queries';

export const GET = handle(contracts.ownFeedback, ({ actor, params }) => ownFeedback(actor, params.roomId));
