import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { auditOf } from '@/lib/server/annotation/moderation-queries';

export const GET = handle(contracts.roomAudit, ({ actor, params, query }) =>
  auditOf(actor, params.roomId, query),
);
