import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { markHelpful } from '@/lib/server/annotation/reaction-commands';

export const PUT = handle(contracts.markHelpful, ({ actor, params, body }) =>
  markHelpful(actor, params.roomId, params.annotationId, body),
);
