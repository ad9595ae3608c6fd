import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { undoEdit } from '@/lib/server/edit/undo-command';

export const POST = handle(contracts.undoEdit, ({ actor, params, body, idempotency }) =>
  undoEdit(actor, params.roomId, body, idempotency),
);
