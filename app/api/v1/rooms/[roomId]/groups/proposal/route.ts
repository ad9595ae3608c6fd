import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { proposeGroups } from '@/lib/server/room/groups/group-commands';

export const POST = handle(contracts.proposeGroups, ({ actor, params, body }) =>
  proposeGroups(actor, params.roomId, body),
);
