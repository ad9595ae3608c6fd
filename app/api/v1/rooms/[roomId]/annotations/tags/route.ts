import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { tagsInUse } from '@/lib/server/annotation/note-lists';

export const GET = handle(contracts.noteTags, ({ actor, params }) => tagsInUse(actor, params.roomId));
