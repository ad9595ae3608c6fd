import { describe, expect, test } from 'vitest';
import { Prisma } from '@/lib/generated/prisma/client';
import { openDatabase } from './client';
import { breaks, errorCodes, isConflict, isUnavailable } from './faults';
import { testDatabase } from './testing';
import { inTransaction } from './transaction';

const { prisma, pool, connectionString } = testDatabase();

const errorOf = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing went wrong');
};

const user = (name: string, email: string | null = null) =>
  prisma.user.create({ data: { name, nameKey: name, email, emailKey: email } });

describe('a broken rule', () => {
  test('is told by its own name, whatever else the call mentions', async () => {
    await user('anna', 'anna@example.org');
    const sameName = await errorOf(() => user('anna', 'other@example.org'));
    expect(breaks(sameName, 'User_nameKey_key')).toBe(true);
    expect(breaks(sameName, 'User_emailKey_key')).toBe(false);
    const sameAddress = await errorOf(() => user('bert', 'anna@example.org'));
    expect(breaks(sameAddress, 'User_emailKey_key')).toBe(true);
    expect(breaks(sameAddress, 'User_nameKey_key')).toBe(false);
  });

  test('is told for checks, keys, and statements without Prisma', async () => {
    expect(breaks(await errorOf(() => user('x')), 'User_name_length')).toBe(true);
    const orphan = await errorOf(() =>
      prisma.account.create({ data: { provider: 'p', providerAccountId: '1', userId: crypto.randomUUID() } }),
    );
    expect(breaks(orphan, 'Account_userId_fkey')).toBe(true);
    const raw = await errorOf(() =>
      pool.query('INSERT INTO "User" ("id", "name", "nameKey") VALUES (gen_random_uuid(), $1, $1)', ['anna']),
    );
    expect(breaks(raw, 'User_nameKey_key')).toBe(true);
  });

  test('is not the database being away', async () => {
    const error = await errorOf(() => user('anna'));
    expect(isUnavailable(error)).toBe(false);
    expect(breaks(new Error('"User_nameKey_key"'), 'User_nameKey_key')).toBe(false);
    expect(breaks(null, 'User_nameKey_key')).toBe(false);
  });
});

describe('a database that is away', () => {
  test('full: the answer comes in less than four seconds, and the next one once there is room', async () => {
    const small = openDatabase(connectionString);
    small.pool.options.max = 2;
    const held = [await small.pool.connect(), await small.pool.connect()];
    const started = Date.now();
    const errors = await Promise.all([
      errorOf(() => small.pool.query('SELECT 1')),
      errorOf(() => small.prisma.user.count()),
      errorOf(() => small.prisma.$transaction((tx) => tx.user.count(), { maxWait: 3000 })),
    ]);
    expect(Date.now() - started).toBeLessThan(4000);
    expect(errors.map(isUnavailable)).toEqual([true, true, true]);
    for (const client of held) client.release();
    expect(await small.prisma.user.count()).toBeGreaterThanOrEqual(0);
    await small.prisma.$disconnect();
    if (!small.pool.ended) await small.pool.end();
  });

  test.each([
    ['closed on us', 'SELECT pg_terminate_backend(pg_backend_pid())'],
    ['too slow', 'SELECT pg_sleep(1)'],
  ])('%s: is told as that, in and out of a transaction', async (_, statement) => {
    const client = await pool.connect();
    // Both reach us: as the answer to the statement, and as the connection's own.
    client.on('error', () => undefined);
    await client.query('SET statement_timeout = 50');
    expect(isUnavailable(await errorOf(() => client.query(statement)))).toBe(true);
    client.release(true);
    const inside = await errorOf(() =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL statement_timeout = 50`;
        await tx.$executeRaw(Prisma.sql([statement]));
      }),
    );
    expect(isUnavailable(inside)).toBe(true);
    expect(await prisma.user.count()).toBeGreaterThanOrEqual(0);
  });

  test('not there at all: refused connections and wrong ports are told as that', async () => {
    const nowhere = openDatabase('postgresql://nobody:nothing@127.0.0.1:1/nothing');
    expect(isUnavailable(await errorOf(() => nowhere.pool.query('SELECT 1')))).toBe(true);
    expect(isUnavailable(await errorOf(() => nowhere.prisma.user.count()))).toBe(true);
    await nowhere.prisma.$disconnect();
    if (!nowhere.pool.ended) await nowhere.pool.end();
  });

  test.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    '57P01',
    '57P03',
    '53300',
    '53100',
    '08006',
    'P2024',
    'P2028',
  ])('the code %s anywhere in the chain of causes means unavailable', (code) => {
    const error = new Error('outer', { cause: Object.assign(new Error('inner'), { code }) });
    expect(errorCodes(error)).toEqual([code]);
    expect(isUnavailable(error)).toBe(true);
  });
});

describe('a transaction', () => {
  test('that meets another runs again, three times at most', async () => {
    let runs = 0;
    const conflict = () => Object.assign(new Error('met'), { code: '40001' });
    const second = await inTransaction(async () => {
      runs += 1;
      if (runs === 1) throw conflict();
      return { ok: true, value: runs };
    });
    expect(second).toEqual({ ok: true, value: 2 });
    runs = 0;
    const error = await errorOf(() =>
      inTransaction(() => {
        runs += 1;
        throw conflict();
      }),
    );
    expect([runs, isConflict(error)]).toEqual([3, true]);
  });

  test('that ends in a failure leaves nothing behind', async () => {
    const failed = await inTransaction(async (tx) => {
      await tx.user.create({ data: { name: 'gone', nameKey: 'gone' } });
      return { ok: false, error: { code: 'not-found' } };
    });
    expect(failed).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(await prisma.user.count({ where: { nameKey: 'gone' } })).toBe(0);
  });

  test('deadlocked with another, both end well', async () => {
    const [one, two] = await Promise.all([user('first'), user('second')]);
    const touch = (ids: string[]) =>
      inTransaction(async (tx) => {
        for (const id of ids) {
          await tx.user.update({ where: { id }, data: { isAdministrator: false } });
          await tx.$executeRaw`SELECT pg_sleep(0.1)`;
        }
        return { ok: true, value: null };
      });
    const both = await Promise.all([touch([one.id, two.id]), touch([two.id, one.id])]);
    expect(both.every(({ ok }) => ok)).toBe(true);
  });
});
