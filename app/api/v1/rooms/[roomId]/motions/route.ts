import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addMotion } from '@/lib/server/debate/commands';

export const POST = handle(contracts.addMotion, ({ actor, params, body, idempotency }) =>
  addMotion(actor, params.roomId, body, idempotency),
);
