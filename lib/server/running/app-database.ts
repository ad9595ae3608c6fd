// The database that the app runs on, embedded or the operator's own, behind one face.

import { setTimeout as delay } from 'node:timers/promises';
import { grantRows } from '../database/database-roles';
import { type EmbeddedServer, startEmbeddedServer } from '../database/embedded-server';
import { migrate } from '../database/migrate';
import { migrationsFolder } from '../database/migration-files';
import { withConnection } from '../database/one-connection';
import { type Environment, EnvironmentError } from '../environment';

export type AppDatabase = {
  /** The embedded server; `null` on an external database. */
  server: EmbeddedServer | null;
  /** May change tables. Asked anew each time: the port of a restarted server may differ. */
  ownerUrl: () => string;
  /** What the app connects with. */
  appUrl: () => string;
};

/** Classes of errors that waiting does not mend: no such role, wrong password, no such database. */
const lasting = new Set(['28000', '28P01', '3D000', 'ENOTFOUND']);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** Waits for an external database that may be starting beside us: 10 tries, a second apart. */
const reach = async (name: string, connectionString: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await withConnection(connectionString, () => Promise.resolve(), 3_000);
      return;
    } catch (error) {
      if (attempt === 10 || lasting.has(codeOf(error))) {
        throw new EnvironmentError(
          `The database of ${name} cannot be reached (${codeOf(error)}). Check that it runs, and the host, ` +
            'user, password and database name in the address.',
        );
      }
      await delay(1_000);
    }
  }
};

/** Starts or adopts the embedded database, or waits for the external one. */
export const openAppDatabase = async (
  environment: Pick<Environment, 'external' | 'dataFolder'>,
  tell: (line: string) => void,
): Promise<AppDatabase> => {
  const { external } = environment;
  if (external === null) {
    const server = await startEmbeddedServer({ dataFolder: environment.dataFolder, tell });
    return { server, ownerUrl: () => server.url('owner'), appUrl: () => server.url('app') };
  }
  await reach('DATABASE_URL', external.databaseUrl);
  if (external.migrationUrl !== external.databaseUrl) {
    await reach('MIGRATION_DATABASE_URL', external.migrationUrl);
  }
  return { server: null, ownerUrl: () => external.migrationUrl, appUrl: () => external.databaseUrl };
};

/** Brings the schema up to date, and lets the app's role use it. Returns the migrations applied now. */
export const migrateAppDatabase = async (database: AppDatabase, root: string): Promise<string[]> => {
  const applied = await migrate(database.ownerUrl(), migrationsFolder(root));
  const owner = decodeURIComponent(new URL(database.ownerUrl()).username);
  const app = decodeURIComponent(new URL(database.appUrl()).username);
  // The embedded server's roles have default privileges from the start.
  if (database.server === null && app !== owner) await grantRows(database.ownerUrl(), app);
  return applied;
};
