// Where the cluster of one data folder lives. Normally inside it; when root starts Standpoint from a
// folder that only root may enter, the unprivileged database account cannot reach anything there, so the
// cluster moves to a folder of its own under a place that every account may enter.

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openRecord, updateRecord } from './database-record';
import { accountFor, canEnter, type PostgresAccount } from './postgres-account';

/** Shared by all checkouts of a machine; each has its own folder below, and binaries are kept once. */
export const sharedFolder = '/var/lib/standpoint';

export type ClusterPlace = {
  /** The cluster itself (PGDATA), with links resolved. */
  clusterFolder: string;
  account: PostgresAccount;
};

const originFile = 'data-folder';

const originOf = (clusterFolder: string): string | null => {
  try {
    return readFileSync(join(dirname(clusterFolder), originFile), 'utf8').trim();
  } catch {
    return null;
  }
};

/**
 * Whether a remembered place outside the data folder is ours. A moved checkout keeps its data; a copied
 * one must not share it, so a place whose first owner still exists belongs to that one.
 */
const isOurs = (clusterFolder: string, dataFolder: string): boolean => {
  const origin = originOf(clusterFolder);
  if (origin === dataFolder) return true;
  if (origin === null) return false;
  return !existsSync(join(origin, 'database.json'));
};

/** Makes a folder that every account may enter, whatever the umask. */
export const makeOpenFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
};

const makeOutsidePlace = (dataFolder: string): string => {
  const key = `${basename(dirname(dataFolder)) || 'data'}-${randomBytes(6).toString('hex')}`;
  const folder = join(sharedFolder, key);
  try {
    makeOpenFolder(sharedFolder);
    makeOpenFolder(folder);
    writeFileSync(join(folder, originFile), `${dataFolder}\n`);
  } catch (cause) {
    throw new Error(
      `The folder ${dataFolder} may only be entered by root, where PostgreSQL cannot run, and ` +
        `${folder} could not be made. Set STANDPOINT_DATA_DIR to a folder that every account may enter.`,
      { cause },
    );
  }
  return join(folder, 'postgres');
};

/**
 * Decides, and remembers, where the cluster of a data folder is and which account runs it.
 *
 * @throws with a sentence that says what to do when no place works.
 */
export const placeCluster = (givenDataFolder: string): ClusterPlace => {
  const record = openRecord(givenDataFolder);
  const dataFolder = realpathSync(givenDataFolder);
  const remembered = record.clusterFolder;
  if (remembered !== undefined) {
    if (!existsSync(dirname(remembered))) {
      throw new Error(
        `The database of ${dataFolder} was kept in ${remembered}, which is gone. Bring it back, or delete ` +
          `${join(dataFolder, 'database.json')} to begin with an empty database.`,
      );
    }
    if (isOurs(remembered, dataFolder)) {
      writeFileSync(join(dirname(remembered), originFile), `${dataFolder}\n`);
      return { clusterFolder: remembered, account: accountFor(remembered) };
    }
  }

  const inside = join(dataFolder, 'postgres');
  const account = accountFor(inside);
  if (canEnter(dataFolder, account)) {
    if (remembered !== undefined) updateRecord(dataFolder, { clusterFolder: null });
    return { clusterFolder: inside, account };
  }
  if (existsSync(inside)) {
    throw new Error(
      `The database in ${inside} can no longer be reached by its account (uid ${account?.uid ?? 'unknown'}): ` +
        'a folder above it is closed to other accounts. Open it (chmod o+x) and start again.',
    );
  }
  const clusterFolder = makeOutsidePlace(dataFolder);
  updateRecord(dataFolder, { clusterFolder });
  return { clusterFolder, account };
};
