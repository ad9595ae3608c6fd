import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { opinionView } from '@/lib/server/stance/opinion/opinion-view';

export const GET = handle(contracts.opinions, ({ actor, params, query }) =>
  opinionView(actor, params.roomId, query.motion),
);
