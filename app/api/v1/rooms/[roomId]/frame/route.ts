import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { failure } from '@/lib/domain/failure';
import { err, ok } from '@/lib/domain/result';
import { roomFrameById } from '@/lib/server/room/room-frame';

export const GET = handle(contracts.roomFrame, async ({ actor, params }) => {
  const frame = await roomFrameById(actor, params.roomId);
  return frame ? ok(frame) : err(failure('not-found'));
});
