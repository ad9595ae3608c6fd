// The migrations and the schema as they are on disk, in the shapes that the schema engine takes.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm';

/** The part of the list that every database has; nothing is managed elsewhere. */
export const noFilters = { externalTables: [], externalEnums: [] };

export const migrationsFolder = (root: string): string => join(root, 'prisma', 'migrations');

/** All migrations of a folder, oldest first. A folder that does not exist holds none. */
export const readMigrations = (folder: string): MigrationList => {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
        .map((entry) => entry.name)
        .sort()
    : [];
  const lockfile = join(folder, 'migration_lock.toml');
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
};

/** The Prisma schema, one file per noun. */
export const readSchema = (root: string): SchemasContainer => {
  const folder = join(root, 'prisma', 'schema');
  return {
    files: readdirSync(folder)
      .filter((name) => name.endsWith('.prisma'))
      .sort()
      .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), 'utf8') })),
  };
};
