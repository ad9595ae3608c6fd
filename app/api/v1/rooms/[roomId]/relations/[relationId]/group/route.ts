import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { unlinkPremise } from '@/lib/server/claim/link-commands';

export const DELETE = handle(contracts.unlinkPremise, ({ actor, params }) =>
  unlinkPremise(actor, params.roomId, params.relationId),
);
