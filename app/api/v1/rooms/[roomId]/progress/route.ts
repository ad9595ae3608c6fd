import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { roomProgress } from '@/lib/server/room/progress';

export const GET = handle(contracts.roomProgress, ({ actor, params }) => roomProgress(actor, params.roomId));
