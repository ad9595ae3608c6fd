import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { changePlan } from '@/lib/server/room/plan-command';

export const PUT = handle(contracts.changePlan, ({ actor, params, body }) =>
  changePlan(actor, params.roomId, body),
);
