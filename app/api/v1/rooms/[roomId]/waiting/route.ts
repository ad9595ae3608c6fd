import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { waitingClaims } from '@/lib/server/room/waiting-claims';

export const GET = handle(contracts.waitingClaims, ({ actor, params }) =>
  waitingClaims(actor, params.roomId),
);
