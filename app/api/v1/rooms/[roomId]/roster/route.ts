import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { addRoster } from '@/lib/server/room/people/roster';

export const POST = handle(contracts.addRoster, ({ actor, params, body, idempotency }) =>
  addRoster(actor, params.roomId, body.names, idempotency),
);
