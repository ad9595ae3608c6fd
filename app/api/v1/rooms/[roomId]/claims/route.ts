import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addClaim } from '@/lib/server/claim/commands';
import { mapPage } from '@/lib/server/debate/map-pages';

export const GET = handle(contracts.mapPage, ({ actor, params, query }) =>
  mapPage(actor, params.roomId, query),
);

export const POST = handle(contracts.addClaim, ({ actor, params, body, idempotency }) =>
  addClaim(actor, params.roomId, body, idempotency),
);
