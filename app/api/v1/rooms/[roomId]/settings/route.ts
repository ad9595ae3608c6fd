import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { setRoomSettings } from '@/lib/server/annotation/moderation-commands';
import { setUpRoom } from '@/lib/server/room/room-setup';

export const PATCH = handle(contracts.setRoomSettings, ({ actor, params, body }) =>
  setRoomSettings(actor, params.roomId, body),
);

export const PUT = handle(contracts.setUpRoom, ({ actor, params, body }) =>
  setUpRoom(actor, params.roomId, body),
);
