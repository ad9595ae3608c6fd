import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { ownEdits } from '@/lib/server/edit/queries';

export const GET = handle(contracts.edits, ({ actor, params }) => ownEdits(actor, params.roomId));
