import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { copyRoom } from '@/lib/server/room/copy-room';

export const POST = handle(contracts.copyRoom, ({ actor, params, body, idempotency }) =>
  copyRoom(actor, params.roomId, body, idempotency),
);
