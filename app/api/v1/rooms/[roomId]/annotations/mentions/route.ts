import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { mentionsOf } from '@/lib/server/annotation/note-lists';

export const GET = handle(contracts.mentions, ({ actor, params }) => mentionsOf(actor, params.roomId));
