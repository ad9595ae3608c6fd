import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { editClaim } from '@/lib/server/claim/review-commands';

export const PATCH = handle(contracts.editClaim, ({ actor, params, body }) =>
  editClaim(actor, params.roomId, params.claimId, body),
);
