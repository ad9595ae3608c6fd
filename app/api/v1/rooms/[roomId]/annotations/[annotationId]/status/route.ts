import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { moderateAnnotation } from '@/lib/server/annotation/moderation-commands';

export const PUT = handle(contracts.moderateAnnotation, ({ actor, params, body }) =>
  moderateAnnotation(actor, params.roomId, params.annotationId, body),
);
