import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { markPassagesRead } from '@/lib/server/room/pupil/passages-read';

export const POST = handle(contracts.markPassagesRead, ({ actor, params, body }) =>
  markPassagesRead(actor, params.roomId, body),
);
