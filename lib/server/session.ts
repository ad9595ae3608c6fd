import 'server-only';
import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { type Actor, makeActor } from '../policy/actor';
import { authSecret } from './account/auth-secret';
import { sessionCookie } from './account/next-auth';
import { personOfSession } from './account/sessions';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Who sends this request, read from the session cookie and checked against the session's row. A cookie that no longer
 * counts makes a visitor; an unreachable database throws, because "nobody" would be a wrong answer.
 */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return makeActor.visitor();
  const claims = await decode({ token, secret: authSecret() }).catch(() => null);
  const sid = claims?.sid;
  if (typeof sid !== 'string' || !UUID.test(sid)) return makeActor.visitor();
  const person = await personOfSession(sid);
  if (!person || person.userId !== claims?.sub) return makeActor.visitor();
  return makeActor.person({ ...person, sessionId: sid });
});
