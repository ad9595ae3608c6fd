import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addressOf } from '@/lib/server/address';
import { similarClaims } from '@/lib/server/search/queries';

export const GET = handle(contracts.similarClaims, ({ actor, params, query, headers }) =>
  similarClaims(actor, params.roomId, query.text, addressOf(headers)),
);
