import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { dropDatabase, ensureDatabase, grantPrivileges } from './database-roles';
import { MigrationRefused, migrate } from './migrate';
import { missingMigration, writeMigration } from './migration-diff';

let root: string;
let database: string;
const urls = inject('databaseUrls');

const at = (url: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

const ask = async <Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

const tables = async (): Promise<string[]> => {
  const rows = await ask<{ tablename: string }>(
    at(urls.superuser),
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map((row) => row.tablename);
};

const folder = (): string => join(root, 'prisma', 'migrations');

const write = (name: string, sql: string): void => {
  mkdirSync(join(folder(), name), { recursive: true });
  writeFileSync(join(folder(), 'migration_lock.toml'), 'provider = "postgresql"\n');
  writeFileSync(join(folder(), name, 'migration.sql'), sql);
};

const run = (): Promise<string[]> => migrate(at(urls.owner), folder());

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'standpoint-migrations-'));
  database = `migrate_${randomBytes(6).toString('hex')}`;
  await ensureDatabase(urls.superuser, database);
  await grantPrivileges(at(urls.superuser), database);
});

afterEach(async () => {
  await dropDatabase(urls.superuser, database);
  rmSync(root, { recursive: true, force: true });
});

describe('migrating', () => {
  test('applies what is missing, in order, and is a no-op the second time', async () => {
    write('1_first', 'CREATE TABLE a (id int);');
    expect(await run()).toEqual(['1_first']);
    write('2_second', 'ALTER TABLE a ADD COLUMN b int;');
    write('3_third', 'CREATE INDEX a_b ON a (b);');
    expect(await run()).toEqual(['2_second', '3_third']);
    expect(await run()).toEqual([]);
  });

  test('takes function bodies and quoted semicolons whole', async () => {
    write(
      '1_first',
      `CREATE TABLE a (id int, note text DEFAULT 'one; two');
       CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN RAISE EXCEPTION 'append only; always'; END; $$;
       CREATE TRIGGER refuse_update BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION refuse();`,
    );
    await run();
    await ask(at(urls.app), 'INSERT INTO a (id) VALUES (1)');
    await expect(ask(at(urls.app), 'UPDATE a SET id = 2')).rejects.toThrow('append only; always');
  });

  test('gives the application the tables of later migrations, and its history to read only', async () => {
    write('1_first', 'CREATE TABLE a (id int);');
    await run();
    write('2_second', 'CREATE TABLE later (id serial);');
    await run();
    await ask(at(urls.app), 'INSERT INTO later DEFAULT VALUES');
    const history = await ask(at(urls.app), 'SELECT migration_name FROM _prisma_migrations ORDER BY 1');
    expect(history).toEqual([{ migration_name: '1_first' }, { migration_name: '2_second' }]);
    await expect(ask(at(urls.app), 'DELETE FROM _prisma_migrations')).rejects.toThrow(/permission denied/);
  });

  test('by several processes at once happens once', async () => {
    write('1_first', 'CREATE TABLE a (id int); SELECT pg_sleep(0.2);');
    write('2_second', 'CREATE TABLE b (id int);');
    const results = await Promise.all([run(), run(), run()]);
    expect(results.map((applied) => applied.length).sort()).toEqual([0, 0, 2]);
  });

  test('takes a failing migration back whole and can be tried again', async () => {
    write('1_first', 'CREATE TABLE a (id int);');
    write('2_second', 'CREATE TABLE b (id int); CREATE TABLE c (id nonsense);');
    await expect(run()).rejects.toThrow(/2_second failed and was taken back/);
    expect(await tables()).toEqual(['a']);
    write('2_second', 'CREATE TABLE b (id int);');
    expect(await run()).toEqual(['2_second']);
  });

  test('killed in the middle leaves the schema as it was, and the next one completes it', async () => {
    write('1_first', 'CREATE TABLE a (id int);');
    await run();
    write('2_second', 'CREATE TABLE b (id int); SELECT pg_advisory_xact_lock(99); CREATE TABLE c (id int);');
    const gate = new pg.Client({ connectionString: at(urls.superuser) });
    await gate.connect();
    await gate.query('SELECT pg_advisory_lock(99)');
    const child = spawn(
      process.execPath,
      [
        ...['--import', 'tsx', '--input-type=module', '--eval'],
        `const { migrate } = await import('./lib/server/database/migrate.ts');
         await migrate(process.argv[1], process.argv[2]);`,
        ...[at(urls.owner), folder()],
      ],
      { stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 99 AND NOT granted`;
    await expect.poll(async () => (await gate.query(waiting)).rowCount, { timeout: 15_000 }).toBe(1);
    child.kill('SIGKILL');
    await ended;
    expect(await tables()).toEqual(['a']);
    await gate.query('SELECT pg_advisory_unlock(99)');
    await gate.end();
    expect(await run()).toEqual(['2_second']);
    expect(await tables()).toEqual(['a', 'b', 'c']);
  });
});

describe('migrating refuses', () => {
  const refusal = async (): Promise<string> => {
    const error = await run().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MigrationRefused);
    return (error as MigrationRefused).message;
  };

  test('a database that a newer version wrote', async () => {
    write('1_first', 'CREATE TABLE a (id int);');
    write('2_second', 'CREATE TABLE b (id int);');
    await run();
    rmSync(join(folder(), '2_second'), { recursive: true });
    expect(await refusal()).toMatch(/newer or different Standpoint \(2_second\)/);
  });

  test('a migration that was changed after it was applied', async () => {
    write('1_first', 'CREATE TABLE a (id int);');
    await run();
    write('1_first', 'CREATE TABLE a (id bigint);');
    expect(await refusal()).toMatch(/changed after they were applied: 1_first/);
  });

  test('a migration that never finished', async () => {
    write('1_first', 'CREATE TABLE a (id int);');
    await run();
    await ask(at(urls.owner), 'UPDATE _prisma_migrations SET finished_at = NULL');
    expect(await refusal()).toMatch(/did not finish in this database: 1_first/);
  });

  test('a database with tables of somebody else', async () => {
    await ask(at(urls.owner), 'CREATE TABLE theirs (id int)');
    write('1_first', 'CREATE TABLE a (id int);');
    expect(await refusal()).toMatch(/not from Standpoint/);
    expect(await tables()).toEqual(['theirs']);
  });
});

describe('writing a migration', () => {
  const schema = (fields: string): void => {
    mkdirSync(join(root, 'prisma', 'schema'), { recursive: true });
    writeFileSync(
      join(root, 'prisma', 'schema', 'base.prisma'),
      `datasource db {\n provider = "postgresql"\n}\nmodel Note {\n id String @id @db.Uuid\n body String\n ${fields}\n}\n`,
    );
  };

  test('leads from the migrations to the schema, and then nothing is missing', async () => {
    schema('');
    const first = await writeMigration(root, urls.superuser, 'begin-notes', new Date('2026-01-02T03:04:05Z'));
    expect(first).toBe(join(folder(), '20260102030405_begin_notes', 'migration.sql'));
    expect(await run()).toEqual(['20260102030405_begin_notes']);
    expect(await missingMigration(root, urls.superuser)).toBe('');

    schema('kind String');
    expect(await missingMigration(root, urls.superuser)).toContain('ADD COLUMN     "kind" TEXT NOT NULL');
  });

  test('neither sees nor removes what was written by hand', async () => {
    schema('');
    const path = await writeMigration(root, urls.superuser, 'begin', new Date('2026-01-02T03:04:05Z'));
    appendFileSync(
      path as string,
      `ALTER TABLE "Note" ADD CONSTRAINT "Note_body_check" CHECK (length("body") > 0);
       CREATE UNIQUE INDEX "Note_one_empty" ON "Note" ("body") WHERE "body" = '';
       CREATE INDEX "Note_lower" ON "Note" (lower("body"));
       CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END; $$;
       CREATE TRIGGER refuse_update BEFORE UPDATE ON "Note" FOR EACH ROW EXECUTE FUNCTION refuse();`,
    );
    expect(await missingMigration(root, urls.superuser)).toBe('');
  });
});
