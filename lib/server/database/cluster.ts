// Makes a cluster (PGDATA) on the first start: in a folder of its own beside the final place, then moved
// there in one step, so that a start killed half-way leaves nothing that looks like a database.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ClusterPlace } from './cluster-place';
import type { PostgresBinaries } from './postgres-binaries';
import { isAlive } from './postmaster';

/** Role that initdb makes; used by the supervisor alone, never by the application. */
export const superuser = 'postgres';

/** What the database programs may see of our environment: no secrets, no PG* settings, plain messages. */
export const databaseEnvironment = (): NodeJS.ProcessEnv => {
  const kept: Record<string, string> = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']) {
    const value = process.env[name];
    if (value !== undefined) kept[name] = value;
  }
  // Next's types make NODE_ENV a must for every environment; PostgreSQL has no use for it.
  return kept as NodeJS.ProcessEnv;
};

const run = (program: string, args: string[], place: ClusterPlace): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...place.account,
      cwd: dirname(place.clusterFolder),
      env: databaseEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const advice = said.includes('could not look up effective user ID')
        ? '\nThis account has no entry in /etc/passwd: start Standpoint as one that has, or set DATABASE_URL.'
        : '';
      reject(
        new Error(
          `Making the database failed (${basename(program)}, code ${code}):\n${said.trim()}${advice}`,
        ),
      );
    });
  });

const removeLeftovers = (clusterFolder: string): void => {
  const parent = dirname(clusterFolder);
  const prefix = `${basename(clusterFolder)}.new-`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10))) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
};

const checkVersion = (clusterFolder: string, binaries: PostgresBinaries): void => {
  const made = readFileSync(join(clusterFolder, 'PG_VERSION'), 'utf8').trim();
  const ours = binaries.version.split('.')[0];
  if (made !== ours) {
    throw new Error(
      `The database in ${clusterFolder} was made by PostgreSQL ${made}; this Standpoint brings ${ours}. ` +
        `Start it once more with the earlier Standpoint, make a backup, and restore that here.`,
    );
  }
};

/**
 * Makes the cluster when there is none.
 *
 * Encoding UTF-8; order and case of text come from PostgreSQL's own C.UTF-8 rather than from the
 * operating system, so an upgrade of the system can never leave an index in another order.
 *
 * @returns true when it was made now.
 */
export const ensureCluster = async (
  place: ClusterPlace,
  binaries: PostgresBinaries,
  superuserPassword: string,
): Promise<boolean> => {
  const { clusterFolder, account } = place;
  removeLeftovers(clusterFolder);
  if (existsSync(join(clusterFolder, 'PG_VERSION'))) {
    checkVersion(clusterFolder, binaries);
    return false;
  }
  const temporary = `${clusterFolder}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${temporary}-password`;
  try {
    mkdirSync(temporary, { mode: 0o700 });
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600, flag: 'wx' });
    if (account) {
      chownSync(temporary, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    await run(
      binaries.initdb,
      [
        ...['-D', temporary, '-U', superuser, '--pwfile', passwordFile],
        ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256'],
        ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
        '--no-instructions',
      ],
      place,
    );
    renameSync(temporary, clusterFolder);
    return true;
  } catch (error) {
    // Another start was faster: its cluster is as good, and has the same passwords.
    if (existsSync(join(clusterFolder, 'PG_VERSION'))) return false;
    throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
};
