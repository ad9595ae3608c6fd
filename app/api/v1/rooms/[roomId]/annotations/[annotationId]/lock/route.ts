import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { lockThread } from '@/lib/server/annotation/lock-thread';

export const PUT = handle(contracts.lockThread, ({ actor, params, body }) =>
  lockThread(actor, params.roomId, params.annotationId, body),
);
