import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { roomReport } from '@/lib/server/room/report/room-report';

export const GET = handle(contracts.roomReport, ({ actor, params, query }) =>
  roomReport(actor, { roomId: params.roomId }, query.motion),
);
