import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { setRubric } from '@/lib/server/room/feedback/feedback-commands';

export const PUT = handle(contracts.setRubric, ({ actor, params, body }) =>
  setRubric(actor, params.roomId, body),
);
