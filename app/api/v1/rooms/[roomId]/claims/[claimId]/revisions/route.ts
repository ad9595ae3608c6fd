import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { claimRevisions } from '@/lib/server/claim/review-commands';

export const GET = handle(contracts.claimRevisions, ({ actor, params }) =>
  claimRevisions(actor, params.roomId, params.claimId),
);
