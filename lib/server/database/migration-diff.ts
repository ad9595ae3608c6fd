// Compares the migrations with the Prisma schema: replays them in a scratch database and asks the schema
// engine what is missing. Checks, partial indexes, triggers and functions written by hand into a
// migration are outside what the schema language can say; the engine neither sees nor removes them.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder, noFilters, readMigrations, readSchema } from './migration-files';
import { withSchemaEngine } from './schema-engine';

const nothingToDo = '-- This is an empty migration.';

/**
 * The SQL that leads from the migrations to the schema; empty when they agree.
 *
 * @param superuserUrl connection of a role that may make and drop a scratch database.
 */
export const missingMigration = async (root: string, superuserUrl: string): Promise<string> => {
  const schema = readSchema(root);
  const migrations = readMigrations(migrationsFolder(root));
  const begun = migrations.migrationDirectories.length > 0;
  const result = await withSchemaEngine(superuserUrl, (engine) =>
    engine.diff({
      from: begun ? { tag: 'migrations', ...migrations } : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters: noFilters,
    }),
  );
  const script = (result.stdout ?? '').trim();
  return result.exitCode === 0 || script === nothingToDo ? '' : script;
};

/**
 * Writes the next migration.
 *
 * @param name kebab-case words that say what changes.
 * @param at time of its number, so that migrations sort in the order in which they were written.
 * @returns path of the file, or `null` when nothing is missing.
 */
export const writeMigration = async (
  root: string,
  superuserUrl: string,
  name: string,
  at: Date,
): Promise<string | null> => {
  const script = await missingMigration(root, superuserUrl);
  if (script === '') return null;
  const stamp = at.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder(root), `${stamp}_${name.replaceAll('-', '_')}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(migrationsFolder(root), 'migration_lock.toml'),
    '# Written by `npm run db:migration`; names the kind of database that the migrations are for.\nprovider = "postgresql"\n',
  );
  const path = join(folder, 'migration.sql');
  writeFileSync(path, `${script}\n`, { flag: 'wx' });
  return path;
};
