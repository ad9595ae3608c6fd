import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { previewNotes } from '@/lib/server/annotation/import-notes';

export const POST = handle(contracts.previewAnnotations, ({ actor, params, body }) =>
  previewNotes(actor, params.roomId, body),
);
