import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { reviewRelation } from '@/lib/server/claim/relation-commands';

export const POST = handle(contracts.reviewRelation, ({ actor, params, body }) =>
  reviewRelation(actor, params.roomId, params.relationId, body),
);
