import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { archiveRoom } from '@/lib/server/room/closing';

export const PUT = handle(contracts.archiveRoom, ({ actor, params }) =>
  archiveRoom(actor, params.roomId, true),
);

export const DELETE = handle(contracts.unarchiveRoom, ({ actor, params }) =>
  archiveRoom(actor, params.roomId, false),
);
