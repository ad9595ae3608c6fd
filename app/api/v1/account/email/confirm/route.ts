import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { confirmMailAddress } from '@/lib/server/mail/verification';

export const POST = handle(contracts.confirmMailAddress, ({ actor, body }) =>
  confirmMailAddress(actor, body.token),
);
