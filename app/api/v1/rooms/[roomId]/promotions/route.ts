import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { promote } from '@/lib/server/room/groups/promote';

export const POST = handle(contracts.promote, ({ actor, params, body }) =>
  promote(actor, params.roomId, body),
);
