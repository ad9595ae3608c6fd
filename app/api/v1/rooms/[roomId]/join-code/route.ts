import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addressOf } from '@/lib/server/address';
import { closeJoinCode, makeJoinCode } from '@/lib/server/room/people/join-code';

export const POST = handle(contracts.makeJoinCode, ({ actor, params, body, headers }) =>
  makeJoinCode(actor, params.roomId, body.hours, addressOf(headers)),
);
export const DELETE = handle(contracts.closeJoinCode, ({ actor, params }) =>
  closeJoinCode(actor, params.roomId),
);
