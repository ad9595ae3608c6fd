import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { readSourceDocument } from '@/lib/server/source/read-source-document';

export const POST = handle(contracts.readDocument, ({ actor, body }) => readSourceDocument(actor, body));
