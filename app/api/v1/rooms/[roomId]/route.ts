import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { deleteRoom } from '@/lib/server/room/closing';

export const DELETE = handle(contracts.deleteRoom, ({ actor, params, body }) =>
  deleteRoom(actor, params.roomId, body.name),
);
