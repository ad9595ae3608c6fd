import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { opinionTimeline } from '@/lib/server/stance/opinion/opinion-view';

export const GET = handle(contracts.opinionTimeline, ({ actor, params, query }) =>
  opinionTimeline(actor, params.roomId, query),
);
