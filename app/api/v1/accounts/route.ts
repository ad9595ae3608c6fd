import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { createAccount } from '@/lib/server/account/commands';
import { addressOf } from '@/lib/server/address';

export const POST = handle(contracts.createAccount, ({ actor, body, headers }) =>
  createAccount(actor, body, addressOf(headers)),
);
