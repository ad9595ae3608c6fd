import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { stateStance } from '@/lib/server/stance/commands';

export const PUT = handle(contracts.stateStance, ({ actor, params, body }) =>
  stateStance(actor, params.roomId, params.claimId, body),
);
