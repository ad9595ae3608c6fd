import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { reportAnnotation } from '@/lib/server/annotation/reaction-commands';

export const POST = handle(contracts.reportAnnotation, ({ actor, params, body }) =>
  reportAnnotation(actor, params.roomId, params.annotationId, body),
);
