import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { setSpotlight } from '@/lib/server/room/spotlight';

export const PUT = handle(contracts.setSpotlight, ({ actor, params, body }) =>
  setSpotlight(actor, params.roomId, body),
);
