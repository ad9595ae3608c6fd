import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { editRelation } from '@/lib/server/claim/relation-commands';

export const PATCH = handle(contracts.editRelation, ({ actor, params, body }) =>
  editRelation(actor, params.roomId, params.relationId, body),
);
