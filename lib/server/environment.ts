// The environment, read once and checked whole: a start with a wrong or half-set value stops with a
// sentence that says what to do, rather than failing on the first request that needs it.

import { resolve } from 'node:path';
import { z } from 'zod';

type Variables = Readonly<Record<string, string | undefined>>;

const port = z.coerce.number().int().min(1).max(65535);
const url = (protocols: RegExp) => z.url({ protocol: protocols });
const database = url(/^postgres(ql)?$/);
const web = url(/^https?$/);

/** An address, alone or in angle brackets after a name. */
const MAIL_FROM = /^(?:[^<>\r\n@]* <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/;

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: web.optional(),
  DATABASE_URL: database.optional(),
  MIGRATION_DATABASE_URL: database.optional(),
  STANDPOINT_DATA_DIR: z.string().optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.enum(['true', 'false']).default('false'),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  ENTRA_CLIENT_ID: z.string().optional(),
  ENTRA_CLIENT_SECRET: z.string().optional(),
  ENTRA_TENANT_ID: z.string().optional(),
  OIDC_ISSUER: web.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  SMTP_URL: url(/^smtps?$/).optional(),
  MAIL_FROM: z.string().regex(MAIL_FROM).optional(),
});

type Name = keyof z.infer<typeof schema>;

/** What each variable must look like, in the words of the message that a wrong one gets. */
const expectations: Partial<Record<Name, string>> = {
  PORT: 'a port number from 1 to 65535',
  PUBLIC_URL: 'the address that people open, such as https://debates.example.org',
  DATABASE_URL: 'a PostgreSQL address, such as postgresql://user:password@host:5432/standpoint',
  MIGRATION_DATABASE_URL: 'a PostgreSQL address of a role that may change tables',
  AUTH_SECRET: 'at least 32 random characters, such as those that `openssl rand -base64 32` prints',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
  TRUST_PROXY: 'true or false',
  SMTP_URL: 'the address of a mail server, such as smtps://user:password@mail.example.org:465',
  MAIL_FROM: 'the address that mail comes from, such as Standpoint <debates@example.org>',
  OIDC_ISSUER: 'the https address of the identity provider',
};

/** Sets that only work together. */
const groups: readonly (readonly Name[])[] = [
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['ENTRA_CLIENT_ID', 'ENTRA_CLIENT_SECRET', 'ENTRA_TENANT_ID'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['SMTP_URL', 'MAIL_FROM'],
];

/** A sign-in provider that is set up; `clientSecret` never leaves the server. */
export type OAuthClient = { clientId: string; clientSecret: string };

export type Environment = {
  port: number;
  host: string;
  /** Address that people open, without a trailing slash. */
  publicUrl: string;
  /** Postgres of the operator; absent when the embedded one is used. */
  external: { databaseUrl: string; migrationUrl: string } | null;
  dataFolder: string;
  authSecret: string | null;
  logLevel: string;
  trustProxy: boolean;
  /** Where mail is handed over and whom it is from; null when this server sends none. */
  mail: { smtpUrl: string; from: string } | null;
  oauth: {
    google: OAuthClient | null;
    github: OAuthClient | null;
    entra: (OAuthClient & { tenantId: string }) | null;
    oidc: (OAuthClient & { issuer: string; name: string }) | null;
  };
};

/** A mistake in the environment that the person who starts the app can mend; the message says how. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** An empty value means "not set", as in the `.env` files of most tools. */
const withoutEmpty = (variables: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));

/** The data folder named by the environment, absolute; `.data` in the working directory by default. */
export const dataFolder = (variables: Variables): string =>
  // The bundler reads a computed path as "any file of the project" and would trace them all.
  resolve(/* turbopackIgnore: true */ withoutEmpty(variables).STANDPOINT_DATA_DIR ?? '.data');

const checkGroups = (variables: Variables): string[] =>
  groups.flatMap((group) => {
    const missing = group.filter((name) => variables[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) return [];
    const set = group.filter((name) => variables[name] !== undefined);
    return [
      `${set.join(' and ')} ${set.length > 1 ? 'are' : 'is'} set without ${missing.join(' and ')}: set all of them, or none.`,
    ];
  });

const client = (id: string | undefined, secret: string | undefined): OAuthClient | null =>
  id !== undefined && secret !== undefined ? { clientId: id, clientSecret: secret } : null;

/**
 * Reads and checks the environment.
 *
 * @throws EnvironmentError naming every variable that is wrong, with what it should be. Values are not
 *   repeated: some are secrets.
 */
export const readEnvironment = (given: Variables): Environment => {
  const variables = withoutEmpty(given);
  const parsed = schema.safeParse(variables);
  const wrong = parsed.success
    ? []
    : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))].map(
        (name) => `${name} must be ${expectations[name as Name] ?? 'text'}.`,
      );
  const problems = [...wrong, ...checkGroups(variables)];
  if (variables.MIGRATION_DATABASE_URL !== undefined && variables.DATABASE_URL === undefined) {
    problems.push('MIGRATION_DATABASE_URL is set without DATABASE_URL: set both, or none.');
  }
  if (!parsed.success || problems.length > 0) throw new EnvironmentError(problems.join('\n'));

  const env = parsed.data;
  const google = client(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET);
  const github = client(env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET);
  const entra = client(env.ENTRA_CLIENT_ID, env.ENTRA_CLIENT_SECRET);
  const oidc = client(env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET);
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    external:
      env.DATABASE_URL === undefined
        ? null
        : { databaseUrl: env.DATABASE_URL, migrationUrl: env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL },
    dataFolder: dataFolder(variables),
    authSecret: env.AUTH_SECRET ?? null,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY === 'true',
    mail:
      env.SMTP_URL !== undefined && env.MAIL_FROM !== undefined
        ? { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM }
        : null,
    oauth: {
      google,
      github,
      entra: entra && env.ENTRA_TENANT_ID !== undefined ? { ...entra, tenantId: env.ENTRA_TENANT_ID } : null,
      oidc:
        oidc && env.OIDC_ISSUER !== undefined
          ? { ...oidc, issuer: env.OIDC_ISSUER, name: env.OIDC_NAME ?? 'OpenID Connect' }
          : null,
    },
  };
};
