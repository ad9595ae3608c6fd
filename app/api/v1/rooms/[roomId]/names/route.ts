import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { revealNames } from '@/lib/server/room/people/names';

export const POST = handle(contracts.revealNames, ({ actor, params, body }) =>
  revealNames(actor, params.roomId, body.reason),
);
