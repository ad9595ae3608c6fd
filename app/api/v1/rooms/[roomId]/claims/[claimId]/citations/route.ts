import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addCitation } from '@/lib/server/claim/citation-commands';

export const POST = handle(contracts.addCitation, ({ actor, params, body }) =>
  addCitation(actor, params.roomId, params.claimId, body),
);
