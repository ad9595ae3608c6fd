// Databases for tests: each a copy of the migrated template, on the server that the test run started.

import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, database } from './client';
import { dropDatabase, ensureDatabase, grantPrivileges } from './database-roles';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrls: { superuser: string; owner: string; app: string };
  }
}

export const templateDatabase = 'standpoint_template';

export interface TestDatabase {
  /** As the application connects: rows only. */
  connectionString: string;
  /** As migrations and fixtures connect: may change tables. */
  ownerUrl: string;
  /** May do everything, and make further databases. */
  superuserUrl: string;
  drop: () => Promise<void>;
}

const onDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

/** Makes a migrated, empty database; the caller drops it. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const urls = inject('databaseUrls');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await ensureDatabase(urls.superuser, name, templateDatabase);
  // Rights on tables come with the copy; those on the database itself do not.
  await grantPrivileges(onDatabase(urls.superuser, name), name);
  return {
    connectionString: onDatabase(urls.app, name),
    ownerUrl: onDatabase(urls.owner, name),
    superuserUrl: onDatabase(urls.superuser, name),
    drop: () => dropDatabase(urls.superuser, name),
  };
}

/**
 * The database of this test file, opened as the application opens it: commands called in the test use the
 * same one. `ownerUrl` is for what the application's role may not do.
 */
export function testDatabase(): Database & { connectionString: string; ownerUrl: string } {
  const connectionString = process.env.DATABASE_URL;
  if (connectionString === undefined) {
    throw new Error('Name the file *.db.test.ts: only those have a database.');
  }
  const name = new URL(connectionString).pathname.slice(1);
  return { ...database(), connectionString, ownerUrl: onDatabase(inject('databaseUrls').owner, name) };
}
