import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { importMap } from '@/lib/server/debate/import-commands';

export const POST = handle(contracts.importMap, ({ actor, params, body, idempotency }) =>
  importMap(actor, params.roomId, body, idempotency),
);
