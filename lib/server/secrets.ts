// Secrets of the server. Given by the environment, or, on the embedded database, made once and kept beside
// it: who starts Standpoint on a laptop should not have to know what a signing key is. Several instances
// on one external database must share their secrets, so there nothing is made up.

import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openDataFolder } from './database/database-record';
import { type Environment, EnvironmentError } from './environment';

const secretsSchema = z.strictObject({ authSecret: z.string().min(32) });

export type Secrets = z.infer<typeof secretsSchema>;

const fileName = 'secrets.json';

const readFile = (path: string): Secrets | null => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    // The cause would quote the file.
    throw new EnvironmentError(
      `${path} is damaged. Restore it from a backup, or delete it: a new one is made, and everybody signs in again.`,
    );
  }
};

/** Reads the kept secrets or makes them; of two processes that start at once, both get the same. */
const keptSecrets = (dataFolder: string): Secrets => {
  openDataFolder(dataFolder);
  const path = join(dataFolder, fileName);
  const existing = readFile(path);
  if (existing) return existing;
  const made: Secrets = { authSecret: randomBytes(32).toString('base64url') };
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(temporary, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // A link appears whole or not at all, and never replaces what another process made.
    linkSync(temporary, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  return readFile(path) ?? made;
};

/**
 * The secrets of this installation.
 *
 * @throws EnvironmentError when the database is external and a secret is not given.
 */
export const readSecrets = (
  environment: Pick<Environment, 'authSecret' | 'external' | 'dataFolder'>,
): Secrets => {
  if (environment.authSecret !== null) return { authSecret: environment.authSecret };
  if (environment.external !== null) {
    throw new EnvironmentError(
      'AUTH_SECRET is not set. With DATABASE_URL every instance needs the same one: make it once with ' +
        '`openssl rand -base64 32` and set AUTH_SECRET to it.',
    );
  }
  return keptSecrets(environment.dataFolder);
};
