import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { reviewClaim } from '@/lib/server/claim/review-commands';

export const POST = handle(contracts.reviewClaim, ({ actor, params, body }) =>
  reviewClaim(actor, params.roomId, params.claimId, body),
);
