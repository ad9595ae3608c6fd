import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { askForNames, exportWithNames } from '@/lib/server/room/report/names-export';

export const POST = handle(contracts.askForNames, ({ actor, params, body }) =>
  askForNames(actor, params.roomId, body),
);

export const GET = handle(contracts.exportNames, ({ actor, params, query }) =>
  exportWithNames(actor, params.roomId, query),
);
