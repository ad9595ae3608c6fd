import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from './environment';

test('nothing set means a private app on this machine with an embedded database', () => {
  expect(readEnvironment({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    external: null,
    dataFolder: resolve('.data'),
    authSecret: null,
    trustProxy: false,
    mail: null,
    oauth: { google: null, github: null, entra: null, oidc: null },
  });
});

test('an empty value means "not set"', () => {
  expect(readEnvironment({ DATABASE_URL: '', PORT: '', GOOGLE_CLIENT_ID: '' }).external).toBeNull();
});

test('the public address follows the port and has no slash at the end', () => {
  expect(readEnvironment({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(readEnvironment({ PUBLIC_URL: 'https://debates.example.org/' }).publicUrl).toBe(
    'https://debates.example.org',
  );
});

test('the role that changes tables is that of the app unless another is given', () => {
  const databaseUrl = 'postgresql://app:x@db.example.org/standpoint';
  const migrationUrl = 'postgresql://owner:y@db.example.org/standpoint';
  expect(readEnvironment({ DATABASE_URL: databaseUrl }).external).toEqual({
    databaseUrl,
    migrationUrl: databaseUrl,
  });
  expect(
    readEnvironment({ DATABASE_URL: databaseUrl, MIGRATION_DATABASE_URL: migrationUrl }).external,
  ).toEqual({ databaseUrl, migrationUrl });
});

test('mail takes a server and a sender', () => {
  const SMTP_URL = 'smtps://debates:secret@mail.example.org:465';
  for (const MAIL_FROM of ['debates@example.org', 'Standpoint <debates@example.org>'])
    expect(readEnvironment({ SMTP_URL, MAIL_FROM }).mail).toEqual({ smtpUrl: SMTP_URL, from: MAIL_FROM });
  expect(() => readEnvironment({ SMTP_URL })).toThrow('SMTP_URL is set without MAIL_FROM');
  expect(() => readEnvironment({ SMTP_URL: 'https://mail', MAIL_FROM: 'a@b.org' })).toThrow(
    'SMTP_URL must be',
  );
  expect(() => readEnvironment({ SMTP_URL, MAIL_FROM: 'nobody\r\nBcc: a@b.org' })).toThrow(
    'MAIL_FROM must be',
  );
});

test('a complete provider is read', () => {
  const entra = { ENTRA_CLIENT_ID: 'id', ENTRA_CLIENT_SECRET: 'secret', ENTRA_TENANT_ID: 'tenant' };
  expect(readEnvironment(entra).oauth.entra).toEqual({
    clientId: 'id',
    clientSecret: 'secret',
    tenantId: 'tenant',
  });
});

describe('a mistake stops the start and is named', () => {
  test.each([
    ['PORT', { PORT: 'http' }, 'PORT must be a port number from 1 to 65535.'],
    ['PORT', { PORT: '70000' }, 'PORT must be a port number from 1 to 65535.'],
    ['PUBLIC_URL', { PUBLIC_URL: 'debates.example.org' }, 'PUBLIC_URL must be the address that people open'],
    ['PUBLIC_URL', { PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL must be'],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db/standpoint' }, 'DATABASE_URL must be a PostgreSQL address'],
    ['AUTH_SECRET', { AUTH_SECRET: 'short' }, 'AUTH_SECRET must be at least 32 random characters'],
    ['TRUST_PROXY', { TRUST_PROXY: 'yes' }, 'TRUST_PROXY must be true or false.'],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [
      'a half-set provider',
      { GOOGLE_CLIENT_ID: 'id' },
      'GOOGLE_CLIENT_ID is set without GOOGLE_CLIENT_SECRET: set all of them, or none.',
    ],
    [
      'a provider without its tenant',
      { ENTRA_CLIENT_ID: 'id', ENTRA_CLIENT_SECRET: 'secret' },
      'ENTRA_CLIENT_ID and ENTRA_CLIENT_SECRET are set without ENTRA_TENANT_ID',
    ],
    [
      'an owner without a database',
      { MIGRATION_DATABASE_URL: 'postgresql://owner@db/standpoint' },
      'MIGRATION_DATABASE_URL is set without DATABASE_URL',
    ],
  ])('%s', (_name, variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(EnvironmentError);
    expect(() => readEnvironment(variables)).toThrow(message);
  });

  test('all mistakes at once, and no values, which may be secrets', () => {
    const read = (): unknown =>
      readEnvironment({ PORT: 'x', AUTH_SECRET: 'hunter2', GITHUB_CLIENT_SECRET: 'canary' });
    expect(read).toThrow(
      /PORT must be[\s\S]*AUTH_SECRET must be[\s\S]*GITHUB_CLIENT_SECRET is set without GITHUB_CLIENT_ID/,
    );
    expect(read).not.toThrow(/hunter2|canary/);
  });
});
