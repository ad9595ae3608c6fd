import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { ownNotes } from '@/lib/server/annotation/note-lists';

export const GET = handle(contracts.ownNotes, ({ actor, params }) => ownNotes(actor, params.roomId));
