import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { readStanding } from '@/lib/server/live/open-stream';

export const GET = handle(contracts.roomStanding, ({ actor, params, query }) =>
  readStanding(actor, params.roomId, query.after ?? null),
);
