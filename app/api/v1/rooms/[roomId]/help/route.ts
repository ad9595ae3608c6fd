import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { askForHelp, endHelp } from '@/lib/server/room/help';

export const PUT = handle(contracts.askForHelp, ({ actor, params }) => askForHelp(actor, params.roomId));

export const DELETE = handle(contracts.endHelp, ({ actor, params, body }) =>
  endHelp(actor, params.roomId, body),
);
