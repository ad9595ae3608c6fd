import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addressOf } from '@/lib/server/address';
import { search } from '@/lib/server/search/queries';

export const GET = handle(contracts.search, ({ actor, params, query, headers }) =>
  search(actor, params.roomId, query.q, addressOf(headers)),
);
