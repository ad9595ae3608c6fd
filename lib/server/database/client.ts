import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '@/lib/generated/prisma/client';
import { log } from '../log';

/** One pool a process, shared by Prisma and by the few statements that go to PostgreSQL directly. */
export interface Database {
  prisma: PrismaClient;
  pool: Pool;
}

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** Opens a database; nothing connects before the first query. Times in milliseconds. */
export function openDatabase(connectionString: string): Database {
  const pool = new Pool({
    connectionString,
    max: Number(process.env.DATABASE_POOL_SIZE ?? 10),
    // The default waits for ever; a person gets an answer and a retry instead.
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'standpoint',
  });
  // Without a listener, Node ends the process when the server closes an idle connection.
  pool.on('error', (error) => log.warn({ err: error }, 'idle database connection lost'));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

// Kept on globalThis: in development each reload evaluates this module again.
const kept = globalThis as typeof globalThis & { standpointDatabase?: Database };

/** The app's database, from DATABASE_URL. */
export function database(): Database {
  if (!kept.standpointDatabase) {
    const connectionString = process.env.DATABASE_URL;
    if (!connectionString)
      throw new Error('DATABASE_URL is not set: start the app with `npm start` or `npm run dev`.');
    kept.standpointDatabase = openDatabase(connectionString);
  }
  return kept.standpointDatabase;
}

/** Ends the pool; for tests and for shutting down. */
export async function closeDatabase(): Promise<void> {
  const open = kept.standpointDatabase;
  delete kept.standpointDatabase;
  if (open) {
    await open.prisma.$disconnect();
    if (!open.pool.ended) await open.pool.end();
  }
}
