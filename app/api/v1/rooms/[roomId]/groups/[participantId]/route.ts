import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { moveToGroup } from '@/lib/server/room/groups/group-commands';

export const PUT = handle(contracts.moveToGroup, ({ actor, params, body }) =>
  moveToGroup(actor, params.roomId, params.participantId, body),
);
