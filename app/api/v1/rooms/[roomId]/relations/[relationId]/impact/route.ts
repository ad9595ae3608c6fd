import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { rateImpact } from '@/lib/server/vote/commands';

export const PUT = handle(contracts.rateImpact, ({ actor, params, body }) =>
  rateImpact(actor, params.roomId, params.relationId, body),
);
