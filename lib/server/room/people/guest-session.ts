import 'server-only';
import { cookies } from 'next/headers';
import { encode } from 'next-auth/jwt';
import { authSecret } from '../../account/auth-secret';
import { sessionCookie, sessionCookieOptions } from '../../account/next-auth';
import { LONGEST_SESSION_SECONDS, openSession } from '../../account/sessions';

/** Signs a guest in at this browser, as the sign-in library would: a session row, and the cookie that names it. */
export async function openGuestSession(userId: string): Promise<void> {
  const token = await encode({
    token: { sub: userId, sid: await openSession(userId) },
    secret: authSecret(),
    maxAge: LONGEST_SESSION_SECONDS,
  });
  (await cookies()).set(sessionCookie(), token, {
    ...sessionCookieOptions(),
    maxAge: LONGEST_SESSION_SECONDS,
  });
}
