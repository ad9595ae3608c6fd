import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { roomStances } from '@/lib/server/stance/room-stances';

export const GET = handle(contracts.roomStances, ({ actor, params, query }) =>
  roomStances(actor, params.roomId, query.motion),
);
