import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { ownVoices } from '@/lib/server/room/voices';

export const GET = handle(contracts.voices, ({ actor, params }) => ownVoices(actor, params.roomId));
