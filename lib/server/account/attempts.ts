import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { database } from '../database/client';

/**
 * Wrong sign-ins are counted for each account and for each network; right ones never are, so a class behind one address
 * signs in freely. Counters live in PostgreSQL: they hold across restarts and instances.
 */

const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 15 * 60;
const MOST_FAILURES_PER_NETWORK = 100;
const MOST_ACCOUNTS_PER_NETWORK = 300;

const limiter = (keyPrefix: string, points: number, duration: number) =>
  new RateLimiterPostgres({
    storeClient: database().pool,
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix,
    points,
    duration,
    clearExpiredByTimeout: false,
  });

const makeLimiters = () => ({
  account: limiter('sign-in-account', FREE_FAILURES, 60 * 60),
  // Apart from the count, which must outlive each wait for the waits to double.
  wait: limiter('sign-in-wait', 1, 1),
  network: limiter('sign-in-network', MOST_FAILURES_PER_NETWORK, 10 * 60),
  joins: limiter('sign-up-network', MOST_ACCOUNTS_PER_NETWORK, 60 * 60),
});
let limiters: ReturnType<typeof makeLimiters> | undefined;
const counters = () => {
  limiters ??= makeLimiters();
  return limiters;
};

// Keys are hashed: the table must not become a list of who tried to sign in from where.
const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The /24 or /64 that an address is in: what one household, or one class, shares. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const groups = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Seconds that this account or network must wait before another attempt is looked at; 0 when it need not. */
export async function secondsToWait(nameKey: string, address: string): Promise<number> {
  const { wait, network } = counters();
  const [forAccount, forNetwork] = await Promise.all([
    wait.get(keyOf(nameKey)),
    network.get(keyOf(networkOf(address))),
  ]);
  const isNetworkBlocked = (forNetwork?.consumedPoints ?? 0) > MOST_FAILURES_PER_NETWORK;
  return Math.ceil(
    Math.max(forAccount?.msBeforeNext ?? 0, isNetworkBlocked ? (forNetwork?.msBeforeNext ?? 0) : 0) / 1000,
  );
}

/** Counts a wrong attempt. From the sixth on, the account waits 1 s, doubling to 15 minutes. */
export async function countFailure(nameKey: string, address: string): Promise<void> {
  const { account, wait, network } = counters();
  const [state] = await Promise.all([
    account.penalty(keyOf(nameKey), 1),
    network.penalty(keyOf(networkOf(address)), 1),
  ]);
  const extra = state.consumedPoints - FREE_FAILURES;
  if (extra > 0) await wait.set(keyOf(nameKey), 1, Math.min(2 ** (extra - 1), LONGEST_WAIT_SECONDS));
}

/** A right password clears the account's count. */
export async function clearFailures(nameKey: string): Promise<void> {
  const { account, wait } = counters();
  await Promise.all([account.delete(keyOf(nameKey)), wait.delete(keyOf(nameKey))]);
}

/** Counts a new account made from this network; false when there were too many this hour. */
export async function mayMakeAccount(address: string): Promise<boolean> {
  const state = await counters().joins.penalty(keyOf(networkOf(address)), 1);
  return state.consumedPoints <= MOST_ACCOUNTS_PER_NETWORK;
}
