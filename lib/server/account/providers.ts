import 'server-only';
import AzureAd from 'next-auth/providers/azure-ad';
import GitHub from 'next-auth/providers/github';
import Google from 'next-auth/providers/google';
import type { Provider } from 'next-auth/providers/index';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { readEnvironment } from '../environment';

interface OidcProfile {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
}

/** The identity providers that the environment sets up; half-set ones stop the start (environment.ts). */
export function identityProviders(): Provider[] {
  const { google, github, entra, oidc } = readEnvironment(process.env).oauth;
  const providers: Provider[] = [];
  if (google) providers.push(Google(google));
  if (github) providers.push(GitHub(github));
  if (entra) providers.push(AzureAd(entra));
  if (oidc) {
    const generic: OAuthConfig<OidcProfile> = {
      id: 'oidc',
      name: oidc.name,
      type: 'oauth',
      wellKnown: `${oidc.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid profile email' } },
      profile: (profile) => ({ id: profile.sub, name: profile.name ?? null, email: profile.email ?? null }),
    };
    providers.push(generic);
  }
  return providers;
}

/** What a sign-in page offers besides a password. */
export const configuredProviders = (): { id: string; name: string }[] =>
  identityProviders().map(({ id, name }) => ({ id, name }));
