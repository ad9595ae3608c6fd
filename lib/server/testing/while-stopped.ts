import pg from 'pg';
import { inject, vi } from 'vitest';
import { database } from '../database/client';

/**
 * Several pieces of work at once, in an order that does not depend on luck: stops `first` where it writes to `table`,
 * starts the others, lets `first` go once each of them has ended or waits too, and gives what all of them came to.
 */
export async function whileStopped<T>(
  table: 'ClaimLineage' | 'MapEdit' | 'Passage' | 'RoomStep',
  first: () => Promise<T>,
  ...others: (() => Promise<T>)[]
): Promise<T[]> {
  const owner = new URL(inject('databaseUrls').owner);
  owner.pathname = new URL(process.env.DATABASE_URL ?? '').pathname;
  const gate = new pg.Client({ connectionString: owner.href });
  await gate.connect();
  try {
    await gate.query(`BEGIN; LOCK TABLE "${table}" IN SHARE MODE`);
    const begun = [first()];
    await until(async () => (await waiting()) === 1);
    let ended = 0;
    for (const other of others) {
      begun.push(
        other().finally(() => {
          ended += 1;
        }),
      );
    }
    await until(async () => ended + (await waiting()) === 1 + others.length);
    await gate.query('COMMIT');
    return await Promise.all(begun);
  } finally {
    await gate.end();
  }
}

const until = (holds: () => Promise<boolean>) => vi.waitUntil(holds, { timeout: 4000, interval: 10 });

/** How many connections of this database wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await database().pool.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM pg_stat_activity
     WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`,
  );
  return rows[0]?.count ?? 0;
}
