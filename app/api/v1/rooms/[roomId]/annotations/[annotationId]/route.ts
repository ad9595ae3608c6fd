import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { editAnnotation, removeAnnotation } from '@/lib/server/annotation/commands';

export const PATCH = handle(contracts.editAnnotation, ({ actor, params, body }) =>
  editAnnotation(actor, params.roomId, params.annotationId, body),
);

export const DELETE = handle(contracts.removeAnnotation, ({ actor, params }) =>
  removeAnnotation(actor, params.roomId, params.annotationId),
);
