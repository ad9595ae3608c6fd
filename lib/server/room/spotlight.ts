import 'server-only';
import { type Failure, failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { SpotlightInput } from '../../domain/room/board-schema';
import type { Actor } from '../../policy/actor';
import { inTransaction } from '../database/transaction';
import { recordEvent } from './events';
import { keptClass } from './progress';

/** Shows a claim large on the projector until the room goes to another step, or none. It has to stand on the map that the room sees. */
export async function setSpotlight(
  actor: Actor,
  roomId: string,
  { claimId }: SpotlightInput,
): Promise<Result<{ claimId: string | null }, Failure>> {
  const found = await keptClass(actor, roomId);
  if (!found.ok) return found;
  const room = found.value;
  if (room.stage === 'closed') return err(failure('room-closed'));
  return inTransaction(async (tx): Promise<Result<{ claimId: string | null }, Failure>> => {
    if (claimId !== null) {
      const claim = await tx.claim.findFirst({
        where: { id: claimId, roomId: { in: room.path } },
        select: { status: true },
      });
      if (!claim) return err(failure('not-found'));
      if (claim.status !== 'published') return err(failure('claim-not-published'));
    }
    const { count } = await tx.room.updateMany({
      where: { id: room.id, OR: [{ spotlightId: { not: claimId } }, { spotlightId: null }] },
      data: { spotlightId: claimId },
    });
    if (count > 0) await recordEvent(tx, room.id, 'spotlight-changed', room.id);
    return ok({ claimId });
  });
}
