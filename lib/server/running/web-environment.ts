import type { Environment } from '../environment';
import type { Secrets } from '../secrets';

/**
 * What the web server gets to know: the environment of the start with every default filled in, and never
 * the address of the role that owns the tables.
 */
export const webEnvironment = (
  environment: Environment,
  secrets: Secrets,
  databaseUrl: string,
  dev: boolean,
): NodeJS.ProcessEnv => {
  const { MIGRATION_DATABASE_URL: _owner, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(environment.port),
    HOST: environment.host,
    PUBLIC_URL: environment.publicUrl,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: secrets.authSecret,
    // The names under which next-auth 4 looks for the same two.
    NEXTAUTH_SECRET: secrets.authSecret,
    NEXTAUTH_URL: environment.publicUrl,
    LOG_LEVEL: environment.logLevel,
    TRUST_PROXY: String(environment.trustProxy),
  };
};
