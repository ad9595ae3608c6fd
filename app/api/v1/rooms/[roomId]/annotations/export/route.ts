import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { noteExport } from '@/lib/server/annotation/note-export';

export const GET = handle(contracts.exportAnnotations, ({ actor, params, query }) =>
  noteExport(actor, params.roomId, { format: query.format, isMine: query.mine === 'true' }),
);
