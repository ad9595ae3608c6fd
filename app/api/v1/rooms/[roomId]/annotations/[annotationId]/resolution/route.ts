import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { resolveAnnotation } from '@/lib/server/annotation/commands';

export const PUT = handle(contracts.resolveAnnotation, ({ actor, params, body }) =>
  resolveAnnotation(actor, params.roomId, params.annotationId, body),
);
