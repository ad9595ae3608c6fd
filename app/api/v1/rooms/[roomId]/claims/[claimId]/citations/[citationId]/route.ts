import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { removeCitation } from '@/lib/server/claim/citation-commands';

export const DELETE = handle(contracts.removeCitation, ({ actor, params }) =>
  removeCitation(actor, params.roomId, params.claimId, params.citationId),
);
