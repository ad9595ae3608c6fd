import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { moveToStep } from '@/lib/server/room/step-commands';

export const POST = handle(contracts.moveToStep, ({ actor, params, body }) =>
  moveToStep(actor, params.roomId, body),
);
