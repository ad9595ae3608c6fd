import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { importNotes } from '@/lib/server/annotation/import-notes';

export const POST = handle(contracts.importAnnotations, ({ actor, params, body, idempotency }) =>
  importNotes(actor, params.roomId, body, idempotency),
);
