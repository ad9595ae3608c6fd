import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { resetRoster } from '@/lib/server/room/people/roster';

export const POST = handle(contracts.resetRoster, ({ actor, params }) => resetRoster(actor, params.roomId));
