import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { assignSides } from '@/lib/server/room/groups/side-commands';

export const PUT = handle(contracts.assignSides, ({ actor, params, body }) =>
  assignSides(actor, params.roomId, body),
);
