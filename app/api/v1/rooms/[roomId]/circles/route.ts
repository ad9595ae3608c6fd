import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { setCircles } from '@/lib/server/room/groups/side-commands';

export const PUT = handle(contracts.setCircles, ({ actor, params, body }) =>
  setCircles(actor, params.roomId, body),
);
