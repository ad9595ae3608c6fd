import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { localeOfRequest } from '@/lib/i18n/failure-message';
import { setMailDigest } from '@/lib/server/mail/mail-choice';

export const PUT = handle(contracts.setMailDigest, ({ actor, body, headers }) =>
  setMailDigest(actor, body.digest, localeOfRequest(headers)),
);
