import { handleStream } from '@/app/api/kernel/handle-stream';
import { contracts } from '@/lib/domain/api/contracts';
import { openStream } from '@/lib/server/live/open-stream';

export const GET = handleStream(contracts.roomEvents, ({ actor, params, query, headers }) =>
  openStream(actor, params.roomId, headers.get('last-event-id') ?? query.after ?? null, headers),
);
