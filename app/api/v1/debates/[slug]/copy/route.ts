import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { copyDebate } from '@/lib/server/debate/copy-command';

export const POST = handle(contracts.copyDebate, ({ actor, params, body, idempotency }) =>
  copyDebate(actor, params.slug, body, idempotency),
);
