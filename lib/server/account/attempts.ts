import 'server-only';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from '../database/client';
import { authSecret } from './auth-secret';

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
    storeType: 'pool',
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

// The table must not become a list of who tried to sign in from where. A plain hash would be one: there are few networks.
const keyOf = (text: string): string =>
  createHmac('sha256', authSecret()).update(`attempt/${text}`).digest('base64url');

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

/**
 * Whether this attempt to sign in may be looked at. It counts as a failure from here on, until `clearFailures`: counted
 * afterwards, any number of attempts at one moment would all be looked at. From the sixth on one attempt is looked at,
 * then the account waits 1 s, doubling to 15 minutes.
 */
export async function mayAttempt(nameKey: string, address: string): Promise<boolean> {
  const { account, wait, network } = counters();
  const key = keyOf(nameKey);
  const [waiting, before, fromNetwork] = await Promise.all([
    wait.get(key),
    account.get(key),
    network.get(keyOf(networkOf(address))),
  ]);
  if ((fromNetwork?.consumedPoints ?? 0) > MOST_FAILURES_PER_NETWORK) return false;
  if ((waiting?.msBeforeNext ?? 0) > 0) return false;
  const failures = before?.consumedPoints ?? 0;
  if (failures < FREE_FAILURES) {
    const { consumedPoints } = await account.penalty(key, 1);
    if (consumedPoints <= FREE_FAILURES) return true;
    // Others came at the same moment and took what was free.
    await account.reward(key, 1);
  }
  const extra = Math.max(0, failures - FREE_FAILURES);
  if (!(await takesTurn(key, Math.min(2 ** extra, LONGEST_WAIT_SECONDS)))) return false;
  await account.penalty(key, 1);
  return true;
}

/** Of those that come at one moment, one takes the account's only turn for so many seconds. */
async function takesTurn(key: string, seconds: number): Promise<boolean> {
  try {
    await counters().wait.consume(key, 1, { customDuration: seconds });
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

/** Counts a wrong attempt for the network that it came from. */
export async function countFailure(address: string): Promise<void> {
  const { network } = counters();
  await network.penalty(keyOf(networkOf(address)), 1);
  // Old counts say nothing any more and would be kept for ever.
  await database().pool.query('DELETE FROM "RateLimit" WHERE "expire" < $1', [Date.now()]);
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
