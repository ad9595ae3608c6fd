import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addClaim } from '@/lib/server/claim/commands';

export const POST = handle(contracts.addClaim, ({ actor, params, body, idempotency }) =>
  addClaim(actor, params.roomId, body, idempotency),
);
