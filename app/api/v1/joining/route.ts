import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { ok } from '@/lib/domain/result';
import { addressOf } from '@/lib/server/address';
import { openGuestSession } from '@/lib/server/room/people/guest-session';
import { joinRoom } from '@/lib/server/room/people/joining';

export const POST = handle(contracts.joinRoom, async ({ actor, body, headers, idempotency }) => {
  const joined = await joinRoom(actor, body, addressOf(headers), idempotency);
  if (!joined.ok) return joined;
  const { answer, signInAs } = joined.value;
  if (signInAs !== null) await openGuestSession(signInAs);
  return ok(answer);
});
