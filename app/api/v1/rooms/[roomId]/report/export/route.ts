import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { exportReport } from '@/lib/server/room/report/export-report';

export const GET = handle(contracts.exportReport, ({ actor, params, query }) =>
  exportReport(actor, params.roomId, query.file, query.motion),
);
