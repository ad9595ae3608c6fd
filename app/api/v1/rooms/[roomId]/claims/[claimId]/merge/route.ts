import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { mergeClaim } from '@/lib/server/claim/merge-command';

export const POST = handle(contracts.mergeClaim, ({ actor, params, body, idempotency }) =>
  mergeClaim(actor, params.roomId, params.claimId, body, idempotency),
);
