import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { aliasesLike } from '@/lib/server/annotation/note-lists';

export const GET = handle(contracts.aliases, ({ actor, params, query }) =>
  aliasesLike(actor, params.roomId, query),
);
