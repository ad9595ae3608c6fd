import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { annotationRevisions } from '@/lib/server/annotation/revisions';

export const GET = handle(contracts.annotationRevisions, ({ actor, params }) =>
  annotationRevisions(actor, params.roomId, params.annotationId),
);
