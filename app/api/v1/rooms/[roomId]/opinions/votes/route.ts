import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { opinionLens } from '@/lib/server/stance/opinion/opinion-view';

export const GET = handle(contracts.opinionLens, ({ actor, params, query }) =>
  opinionLens(actor, params.roomId, {
    claimId: query.claim,
    version: query.version,
    motion: query.motion,
  }),
);
