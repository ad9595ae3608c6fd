// Which account the database process runs as. PostgreSQL refuses to run as root, so a root start hands
// the server to an existing unprivileged account; nothing is added to the machine.

import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** Numeric account that a child process is started with; `null` means the account of this process. */
export type PostgresAccount = { uid: number; gid: number } | null;

const isRoot = (): boolean => process.getuid?.() === 0;

/** Reads one account from a file in the format of /etc/passwd; `null` when it is not there. */
export const findAccount = (name: string, passwd: string): { uid: number; gid: number } | null => {
  for (const line of passwd.split('\n')) {
    const [account, , uid, gid] = line.split(':');
    if (account === name && uid !== undefined && gid !== undefined) {
      return { uid: Number(uid), gid: Number(gid) };
    }
  }
  return null;
};

const unprivilegedAccount = (): { uid: number; gid: number } => {
  let passwd = '';
  try {
    passwd = readFileSync('/etc/passwd', 'utf8');
  } catch {
    // A container without a passwd file still has the conventional numbers.
  }
  return findAccount('postgres', passwd) ?? findAccount('nobody', passwd) ?? { uid: 65534, gid: 65534 };
};

/**
 * The account for the server of one data folder. An existing cluster keeps its owner, so installing or
 * removing a `postgres` account later changes nothing.
 *
 * @throws when the cluster belongs to somebody else and this process may not act as them.
 */
export const accountFor = (clusterFolder: string): PostgresAccount => {
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (!isRoot()) {
    if (owner && process.getuid && owner.uid !== process.getuid()) {
      throw new Error(
        `The database folder ${clusterFolder} belongs to another account (uid ${owner.uid}). ` +
          'Start Standpoint as that account, or set STANDPOINT_DATA_DIR to a folder of your own.',
      );
    }
    return null;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return unprivilegedAccount();
};

const attempt = (program: string, args: string[], account: PostgresAccount): boolean => {
  const result = spawnSync(program, args, { ...account, cwd: '/', stdio: 'ignore' });
  if (result.error && 'code' in result.error && result.error.code === 'EPERM') {
    throw new Error(
      `Could not act as the unprivileged account (uid ${account?.uid ?? 'none'}) that PostgreSQL needs. ` +
        'Start Standpoint as a normal user, or set DATABASE_URL.',
      { cause: result.error },
    );
  }
  return result.status === 0;
};

/**
 * Whether the account can enter a folder, tried for real so that access lists and mount options count.
 * The shell is the one program that every account can reach on the platforms where root matters.
 */
export const canEnter = (folder: string, account: PostgresAccount): boolean =>
  account === null || attempt('/bin/sh', ['-c', 'cd "$0"', folder], account);

/** Whether the account can run a program: reachable, executable, and its libraries load. */
export const canRun = (program: string, account: PostgresAccount): boolean =>
  attempt(program, ['--version'], account);
