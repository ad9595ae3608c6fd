import { encode } from 'next-auth/jwt';
import type { Actor } from '../../policy/actor';
import { authSecret } from '../account/auth-secret';
import { openSession } from '../account/sessions';

/** Signs a person in as the sign-in library would: a session row, and the value of the cookie that names it. */
export async function sessionCookieOf(actor: Actor): Promise<string | null> {
  if (actor.kind === 'visitor') return null;
  return encode({ token: { sub: actor.userId, sid: await openSession(actor.userId) }, secret: authSecret() });
}
