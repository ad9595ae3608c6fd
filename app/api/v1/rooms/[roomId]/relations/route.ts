import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addRelation } from '@/lib/server/claim/relation-commands';

export const POST = handle(contracts.addRelation, ({ actor, params, body, idempotency }) =>
  addRelation(actor, params.roomId, body, idempotency),
);
