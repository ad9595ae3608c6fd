import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { splitClaim } from '@/lib/server/claim/split-command';

export const POST = handle(contracts.splitClaim, ({ actor, params, body, idempotency }) =>
  splitClaim(actor, params.roomId, params.claimId, body, idempotency),
);
