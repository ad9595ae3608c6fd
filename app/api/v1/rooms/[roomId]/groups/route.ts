import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { changeGroups } from '@/lib/server/room/groups/group-commands';
import { groupsOf } from '@/lib/server/room/groups/groups-query';

export const GET = handle(contracts.groups, ({ actor, params }) => groupsOf(actor, params.roomId));

export const PUT = handle(contracts.changeGroups, ({ actor, params, body }) =>
  changeGroups(actor, params.roomId, body),
);
