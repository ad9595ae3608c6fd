import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { changeClock } from '@/lib/server/room/step-commands';

export const POST = handle(contracts.changeClock, ({ actor, params, body }) =>
  changeClock(actor, params.roomId, body),
);
