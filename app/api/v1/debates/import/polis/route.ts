import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { importConversationFiles } from '@/lib/server/debate/import-conversation';

export const POST = handle(contracts.importConversation, ({ actor, body, idempotency }) =>
  importConversationFiles(actor, body, idempotency),
);
