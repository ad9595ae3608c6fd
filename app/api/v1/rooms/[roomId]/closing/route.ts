import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { closeRoom, reopenRoom } from '@/lib/server/room/closing';

export const PUT = handle(contracts.closeRoom, ({ actor, params, body }) =>
  closeRoom(actor, params.roomId, body),
);

export const DELETE = handle(contracts.reopenRoom, ({ actor, params }) => reopenRoom(actor, params.roomId));
