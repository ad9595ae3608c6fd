import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { stopMail } from '@/lib/server/mail/mail-choice';

export const POST = handle(contracts.stopMail, ({ actor, body }) => stopMail(actor, body.token));
