import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { localeOfRequest } from '@/lib/i18n/failure-message';
import { addressOf } from '@/lib/server/address';
import { removeMailAddress, setMailAddress } from '@/lib/server/mail/verification';

export const POST = handle(contracts.setMailAddress, ({ actor, body, headers }) =>
  setMailAddress(actor, body.email, localeOfRequest(headers), addressOf(headers)),
);
export const DELETE = handle(contracts.removeMailAddress, ({ actor }) => removeMailAddress(actor));
