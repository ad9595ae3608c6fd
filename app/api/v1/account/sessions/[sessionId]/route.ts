import { cookies } from 'next/headers';
import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { endSession } from '@/lib/server/account/commands';
import { sessionCookie, sessionCookieOptions } from '@/lib/server/account/next-auth';

export const DELETE = handle(contracts.endSession, async ({ actor, params }) => {
  const ended = await endSession(actor, params.sessionId);
  const isCurrent = actor.kind === 'person' && ['current', actor.sessionId].includes(params.sessionId);
  if (ended.ok && isCurrent) {
    (await cookies()).set(sessionCookie(), '', { ...sessionCookieOptions(), maxAge: 0 });
  }
  return ended;
});
