import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { resetSeatCode } from '@/lib/server/room/people/seat-commands';

export const POST = handle(contracts.resetSeatCode, ({ actor, params }) =>
  resetSeatCode(actor, params.roomId, params.participantId),
);
