import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { previewImport } from '@/lib/server/debate/import-commands';

export const POST = handle(contracts.previewImport, ({ actor, body }) => previewImport(actor, body));
