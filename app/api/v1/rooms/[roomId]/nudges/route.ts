import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { nudge } from '@/lib/server/room/help';

export const POST = handle(contracts.nudge, ({ actor, params, body }) => nudge(actor, params.roomId, body));
