import 'server-only';
import { createHmac } from 'node:crypto';
import { authSecret } from '../../account/auth-secret';
import type { RoomOpinions } from './opinion-facts';

/**
 * Names a map by all that it is made of: the same text in every instance for the same votes up to the same cut, the same claims and
 * stances. It is told to readers, and tells nothing: not how many there are, nor when the last came.
 */
export function opinionVersion(
  room: { id: string },
  motionId: string,
  cut: bigint,
  { seatIds, facts: { matrix, claims, stances } }: RoomOpinions,
): string {
  const hash = createHmac('sha256', authSecret());
  hash.update(JSON.stringify(['opinions', room.id, motionId, String(cut), seatIds, claims]));
  for (const list of [matrix.rowStart, matrix.claim, matrix.vote, stances])
    hash.update(new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
  return hash.digest('base64url');
}
