import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addressOf } from '@/lib/server/address';
import { lookAtCode } from '@/lib/server/room/people/joining';

export const POST = handle(contracts.lookAtCode, ({ actor, body, headers }) =>
  lookAtCode(actor, body.code, addressOf(headers)),
);
