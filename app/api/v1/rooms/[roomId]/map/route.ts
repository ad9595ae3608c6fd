import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { mapSkeleton } from '@/lib/server/debate/map-pages';

export const GET = handle(contracts.mapSkeleton, ({ actor, params, query }) =>
  mapSkeleton(actor, params.roomId, query),
);
