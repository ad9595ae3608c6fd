// What one data folder remembers about its embedded database: passwords, port and, when the cluster had
// to live elsewhere, its place. One file, 0600, made once; the cluster is unreadable without it.

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const recordSchema = z.strictObject({
  /** Absolute folder of the cluster, only when it is not inside the data folder. */
  clusterFolder: z.string().optional(),
  /** Port used last; a preference, since another program may have taken it. */
  port: z.number().int().min(1).max(65535).optional(),
  superuserPassword: z.string().min(32),
  ownerPassword: z.string().min(32),
  appPassword: z.string().min(32),
});

export type DatabaseRecord = z.infer<typeof recordSchema>;

const recordPath = (dataFolder: string): string => join(dataFolder, 'database.json');

/** 256 random bits, safe in a URL without escaping. */
const password = (): string => randomBytes(32).toString('base64url');

const read = (path: string): DatabaseRecord | null => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `${path} is damaged. It holds the passwords of the embedded database: restore it from a backup.`,
      { cause },
    );
  }
};

const temporaryName = (path: string): string => `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;

/** Makes the data folder when it is not there. */
export const openDataFolder = (dataFolder: string): void => {
  if (existsSync(dataFolder)) return;
  mkdirSync(dataFolder, { recursive: true });
  // Others may pass through (the database account, when started by root) but not list. Said outright,
  // since a strict umask would close it.
  chmodSync(dataFolder, 0o711);
};

/**
 * Reads the record of a data folder, or makes it. Two processes that start at once get the same record:
 * the file appears whole or not at all, and the loser reads the winner's.
 */
export const openRecord = (dataFolder: string): DatabaseRecord => {
  openDataFolder(dataFolder);
  const path = recordPath(dataFolder);
  const existing = read(path);
  if (existing) return existing;

  const made: DatabaseRecord = {
    superuserPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
  };
  const temporary = temporaryName(path);
  writeFileSync(temporary, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  return read(path) ?? made;
};

/** Writes changed fields back, whole or not at all; `null` forgets the place. Passwords never change. */
export const updateRecord = (
  dataFolder: string,
  change: { clusterFolder?: string | null; port?: number },
): DatabaseRecord => {
  const path = recordPath(dataFolder);
  const { clusterFolder, ...kept } = openRecord(dataFolder);
  const place = change.clusterFolder === undefined ? clusterFolder : (change.clusterFolder ?? undefined);
  const next: DatabaseRecord = {
    ...kept,
    ...(change.port === undefined ? {} : { port: change.port }),
    ...(place === undefined ? {} : { clusterFolder: place }),
  };
  const temporary = temporaryName(path);
  writeFileSync(temporary, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(temporary, path);
  return next;
};

/** True when the record is closed to other accounts. Always true where there are no permission bits. */
export const isRecordPrivate = (dataFolder: string): boolean =>
  process.platform === 'win32' || (statSync(recordPath(dataFolder)).mode & 0o077) === 0;
