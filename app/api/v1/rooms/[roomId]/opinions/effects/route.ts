import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { opinionEffects } from '@/lib/server/stance/opinion/opinion-effects';

export const GET = handle(contracts.opinionEffects, ({ actor, params, query }) =>
  opinionEffects(actor, params.roomId, query.motion),
);
