import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { importDebate } from '@/lib/server/debate/import-commands';

export const POST = handle(contracts.importDebate, ({ actor, body, idempotency }) =>
  importDebate(actor, body, idempotency),
);
