import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { readFile } from '@/lib/server/formats/read-file';

export const POST = handle(contracts.readFile, ({ actor, body }) => readFile(actor, body));
