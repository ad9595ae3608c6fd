import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { changeOwnSeat } from '@/lib/server/room/people/seat-commands';

export const PATCH = handle(contracts.changeOwnSeat, ({ actor, params, body }) =>
  changeOwnSeat(actor, params.roomId, body),
);
