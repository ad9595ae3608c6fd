// Brings a database to the schema of this code. Every migration and its record are one transaction, so a
// process killed at any point leaves the schema before it or after it; an advisory lock lets processes
// that start together take turns; whatever cannot be continued safely is refused with a reason.

import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import type pg from 'pg';
import { migrationsFolder, noFilters, readMigrations } from './migration-files';
import { withConnection } from './one-connection';
import { withSchemaEngine } from './schema-engine';

/** A database that these migrations must not touch; the message says why and what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** Any number, the same for every process: only one migrates a database at a time. */
const migrationLock = 7_341_003;

const withLock = <T>(connectionString: string, work: () => Promise<T>): Promise<T> =>
  withConnection(connectionString, async (client) => {
    // Held by the session: a killed process gives it up with its connection.
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return work();
  });

const names = (list: readonly string[]): string => list.join(', ');

const unapplied = async (engine: SchemaEngine, migrationsList: MigrationList): Promise<string[]> => {
  const state = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: noFilters,
  });
  if (state.failedMigrationNames.length > 0) {
    throw new MigrationRefused(
      `A migration did not finish in this database: ${names(state.failedMigrationNames)}. ` +
        'Restore the backup made before it, or mend the database by hand and delete its row in _prisma_migrations.',
    );
  }
  const { history } = state;
  if (history && history.diagnostic !== 'databaseIsBehind') {
    throw new MigrationRefused(
      `This database was written by a newer or different Standpoint (${names(history.unpersistedMigrationNames)}). ` +
        'Start that version, or restore a backup made by this one.',
    );
  }
  if (state.editedMigrationNames.length > 0) {
    throw new MigrationRefused(
      `These migrations were changed after they were applied: ${names(state.editedMigrationNames)}. ` +
        'Bring the files back as they were and write a new migration instead.',
    );
  }
  return history?.unappliedMigrationNames ?? [];
};

const upTo = (list: MigrationList, last: string): MigrationList => ({
  ...list,
  migrationDirectories: list.migrationDirectories.filter(({ path }) => path <= last),
});

const hasOtherTables = async (connection: pg.Pool): Promise<boolean> => {
  const found = await connection.query(
    `SELECT 1 FROM pg_tables WHERE schemaname = 'public'
       AND NOT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = '_prisma_migrations')
     LIMIT 1`,
  );
  return found.rowCount !== 0;
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Applies one migration and its record, both or neither. */
const applyOne = async (
  engine: SchemaEngine,
  connection: pg.Pool,
  migrationsList: MigrationList,
  name: string,
): Promise<void> => {
  await connection.query('BEGIN');
  try {
    await engine.applyMigrations({ migrationsList: upTo(migrationsList, name), filters: noFilters });
    await connection.query('COMMIT');
  } catch (cause) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw new MigrationRefused(
      `Migration ${name} failed and was taken back; the database is as it was before. ${messageOf(cause)}`,
      { cause },
    );
  }
};

/** The application reads which migrations ran, and nothing more. */
const protectHistory = async (connection: pg.Pool): Promise<void> => {
  await connection.query(`
    DO $$ BEGIN
      IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'standpoint_app') THEN
        REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM standpoint_app;
      END IF;
    END $$`);
};

/**
 * Applies the migrations that a database lacks.
 *
 * @param ownerUrl connection of the role that owns the tables.
 * @param folder the migrations; those of the repository by default.
 * @returns names of the migrations that were applied now, oldest first; empty when it was up to date.
 * @throws MigrationRefused when the history is not a beginning of ours, a migration was edited or one fails.
 */
export const migrate = (
  ownerUrl: string,
  folder: string = migrationsFolder(process.cwd()),
): Promise<string[]> =>
  withLock(ownerUrl, () =>
    withSchemaEngine(ownerUrl, async (engine, connection) => {
      const migrationsList = readMigrations(folder);
      if (await hasOtherTables(connection)) {
        throw new MigrationRefused(
          'This database already holds tables that are not from Standpoint. Give it an empty database.',
        );
      }
      const pending = await unapplied(engine, migrationsList);
      for (const name of pending) await applyOne(engine, connection, migrationsList, name);
      if (pending.length > 0) await protectHistory(connection);
      return pending;
    }),
  );
