import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { setRoomSettings } from '@/lib/server/annotation/moderation-commands';

export const PATCH = handle(contracts.setRoomSettings, ({ actor, params, body }) =>
  setRoomSettings(actor, params.roomId, body),
);
