// Prisma's schema engine as WebAssembly, over the same driver as the application. The native engine is a
// download, which a machine without a way out cannot make.
//
// Three things differ from what `@prisma/adapter-pg` 7.10 does by itself:
// - it cuts a script at every semicolon, which breaks function bodies; here a script goes to the server
//   whole, as one message;
// - it takes any connection of a pool for each statement; here there is one connection, so a transaction
//   opened around the engine holds everything that the engine does;
// - it does not know PostgreSQL's one-byte type "char", which the engine reads when it lists constraints.

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

export type { SchemaEngine };

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');
let loading: Promise<EngineModule> | undefined;

const loadEngine = async (): Promise<EngineModule> => {
  const require = createRequire(import.meta.url);
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(require.resolve('@prisma/schema-engine-wasm').replace(/\.js$/, '_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  const begin = instance.exports.__wbindgen_start;
  if (typeof begin === 'function') begin();
  return glue;
};

/** One connection, kept for as long as the pool lives. */
const onePool = (connectionString: string): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => undefined); // The next query reports it.
  return pool;
};

const { builtins } = pg.types;

/** The types of catalogue columns that stand beside a "char" in the engine's queries, by PostgreSQL's number. */
const catalogueTypes: Readonly<Record<number, ColumnType>> = {
  [builtins.BOOL]: ColumnTypeEnum.Boolean,
  [builtins.CHAR]: ColumnTypeEnum.Character,
  [builtins.INT2]: ColumnTypeEnum.Int32,
  [builtins.INT4]: ColumnTypeEnum.Int32,
  [builtins.INT8]: ColumnTypeEnum.Int64,
  [builtins.OID]: ColumnTypeEnum.Int64,
};

const queryWithCharacters = async (pool: pg.Pool, { sql, args }: SqlQuery): Promise<SqlResultSet> => {
  const { fields, rows } = await pool.query<unknown[]>({ text: sql, values: args, rowMode: 'array' });
  const columnTypes = fields.map((field) => catalogueTypes[field.dataTypeID] ?? ColumnTypeEnum.Text);
  return {
    columnNames: fields.map((field) => field.name),
    columnTypes,
    // The engine takes 64-bit numbers as text.
    rows: rows.map((row) =>
      row.map((value, index) =>
        columnTypes[index] === ColumnTypeEnum.Int64 && value !== null ? String(value) : value,
      ),
    ),
  };
};

const query = async (adapter: SqlDriverAdapter, pool: pg.Pool, asked: SqlQuery): Promise<SqlResultSet> => {
  try {
    return await adapter.queryRaw(asked);
  } catch (error) {
    if (isDriverAdapterError(error) && error.cause.kind === 'UnsupportedNativeDataType') {
      return queryWithCharacters(pool, asked);
    }
    throw error;
  }
};

const adapterOn = async (pool: pg.Pool, dispose: () => Promise<void>): Promise<SqlDriverAdapter> => {
  const adapter: SqlDriverAdapter = await new PrismaPg(pool).connect();
  return new Proxy(adapter, {
    get(target, key) {
      if (key === 'executeScript') return (script: string) => pool.query(script).then(() => undefined);
      if (key === 'queryRaw') return (asked: SqlQuery) => query(target, pool, asked);
      if (key === 'dispose') return dispose;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};

const onDatabase = (connectionString: string, database: string): string => {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.href;
};

const adapterFactory = (pool: pg.Pool, connectionString: string): SqlMigrationAwareDriverAdapterFactory => ({
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: () => adapterOn(pool, () => Promise.resolve()),
  connectToShadowDb: async () => {
    const database = `shadow_${randomUUID().replaceAll('-', '')}`;
    await pool.query(`CREATE DATABASE "${database}" TEMPLATE template0`);
    const shadow = onePool(onDatabase(connectionString, database));
    return adapterOn(shadow, async () => {
      await shadow.end();
      await pool.query(`DROP DATABASE "${database}" WITH (FORCE)`);
    });
  },
});

/**
 * Runs something with a schema engine on one connection.
 *
 * @param use gets the engine and the pool of that one connection.
 * @param schema the Prisma schema, for comparisons; none is needed to apply migrations.
 */
export const withSchemaEngine = async <T>(
  connectionString: string,
  use: (engine: SchemaEngine, connection: pg.Pool) => Promise<T>,
  schema?: [path: string, content: string][],
): Promise<T> => {
  loading ??= loadEngine();
  const { SchemaEngine: Engine } = await loading;
  const pool = onePool(connectionString);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(adapterFactory(pool, connectionString));
    const engine = await Engine.new({ datamodels: schema }, () => undefined, adapter);
    try {
      return await use(engine, pool);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
};
