import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { changePassword } from '@/lib/server/account/commands';
import { addressOf } from '@/lib/server/address';

export const POST = handle(contracts.changePassword, ({ actor, body, headers }) =>
  changePassword(actor, body, addressOf(headers)),
);
