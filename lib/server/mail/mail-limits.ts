import 'server-only';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { networkOf } from '../account/attempts';
import { authSecret } from '../account/auth-secret';
import { database } from '../database/client';

/** How many links to confirm an address may be asked for: by an account, from a network, and to an address. */

const HOUR_SECONDS = 60 * 60;
const MOST = { account: 5, network: 40, address: 5 } as const;

const limiter = (what: keyof typeof MOST, duration: number) =>
  new RateLimiterPostgres({
    storeClient: database().pool,
    storeType: 'pool',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: `mail-${what}`,
    points: MOST[what],
    duration,
    clearExpiredByTimeout: false,
  });

const makeCounters = () => ({
  account: limiter('account', HOUR_SECONDS),
  network: limiter('network', HOUR_SECONDS),
  address: limiter('address', 24 * HOUR_SECONDS),
});
let made: ReturnType<typeof makeCounters> | undefined;

// The table must not become a list of addresses.
const keyOf = (text: string): string =>
  createHmac('sha256', authSecret()).update(`mail/${text}`).digest('base64url');

/** Counts a link that is asked for; false when there were too many. */
export async function mayAskForLink(userId: string, emailKey: string, network: string): Promise<boolean> {
  made ??= makeCounters();
  const { account, network: networks, address } = made;
  const [byAccount, fromNetwork, toAddress] = await Promise.all([
    account.penalty(keyOf(userId), 1),
    networks.penalty(keyOf(networkOf(network)), 1),
    address.penalty(keyOf(emailKey), 1),
  ]);
  return (
    byAccount.consumedPoints <= MOST.account &&
    fromNetwork.consumedPoints <= MOST.network &&
    toAddress.consumedPoints <= MOST.address
  );
}
