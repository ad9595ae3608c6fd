import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { linkPremises } from '@/lib/server/claim/link-commands';

export const POST = handle(contracts.linkPremises, ({ actor, params, body, idempotency }) =>
  linkPremises(actor, params.roomId, body, idempotency),
);
