import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { credentialsInput } from '../../domain/account/schema';
import { cleanLine, uniqueKey } from '../../domain/text/plain-text';
import { addressOf } from '../address';
import { log } from '../log';
import { isSecureSite, publicUrl } from '../site';
import { clearFailures, countFailure, mayAttempt } from './attempts';
import { authSecret } from './auth-secret';
import { personOfIdentity, personOfPassword } from './identity';
import { identityProviders } from './providers';
import { LONGEST_SESSION_SECONDS, openSession, revokeSession } from './sessions';

/** `__Host-` binds the cookie to this host over TLS; without TLS a browser would refuse the name. */
export const sessionCookie = (): string =>
  isSecureSite() ? '__Host-standpoint-session' : 'standpoint-session';

/** How the session cookie is set, and how it must be set again to be cleared: a browser ignores a `__Host-` one without. */
export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureSite() }) as const;

/** The settings of next-auth. The cookie carries a session id and a user id, encrypted, and nothing about the person. */
export function nextAuthOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: LONGEST_SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: { name: sessionCookie(), options: sessionCookieOptions() } },
    providers: [
      CredentialsProvider({
        id: 'password',
        name: 'password',
        credentials: { name: {}, password: {} },
        async authorize(given, request) {
          const parsed = credentialsInput.safeParse({ name: given?.name, password: given?.password });
          if (!parsed.success) return null;
          const nameKey = uniqueKey(cleanLine(parsed.data.name));
          const address = addressOf(new Headers(request.headers as Record<string, string>));
          if (!(await mayAttempt(nameKey, address))) throw new Error('too-many-attempts');
          const userId = await personOfPassword(nameKey, parsed.data.password);
          if (!userId) {
            await countFailure(address);
            return null;
          }
          await clearFailures(nameKey);
          return { id: userId };
        },
      }),
      ...identityProviders(),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (!account || account.type === 'credentials') return Boolean(user?.id);
        const person = await personOfIdentity(account.provider, account.providerAccountId, profile ?? {});
        user.id = person;
        return true;
      },
      async jwt({ token, user }) {
        if (!user) return token;
        return { sub: user.id, sid: await openSession(user.id) };
      },
      session: () => ({ expires: new Date(0).toISOString() }),
      redirect({ url }) {
        // Only our own pages: anything that does not resolve to our origin goes home.
        const home = publicUrl();
        if (!URL.canParse(url, home)) return home;
        const target = new URL(url, home);
        return target.origin === new URL(home).origin ? target.href : home;
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sub === 'string' && typeof token.sid === 'string')
          await revokeSession(token.sub, token.sid);
      },
    },
    logger: {
      error: (code) => log.warn({ code }, 'sign-in failed'),
      warn: (code) => log.debug({ code }, 'sign-in warning'),
      debug: () => {},
    },
  };
}
