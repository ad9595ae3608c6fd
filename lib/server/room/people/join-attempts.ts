import 'server-only';
import { createHmac } from 'node:crypto';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import {
  CLASS_NETWORK_SECONDS,
  JOIN_WINDOW_SECONDS,
  mayTryCode,
  type WrongCodes,
} from '../../../domain/room/join-limits';
import { networkOf } from '../../account/attempts';
import { authSecret } from '../../account/auth-secret';
import { database } from '../../database/client';

/**
 * Wrong codes are counted for each network and for all; right ones never are. Counters live in PostgreSQL: they hold across
 * restarts and instances. The rules are in lib/domain/room/join-limits.ts.
 */

const limiter = (keyPrefix: string, duration: number) =>
  new RateLimiterPostgres({
    storeClient: database().pool,
    storeType: 'pool',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix,
    points: 1,
    duration,
    clearExpiredByTimeout: false,
  });

const makeCounters = () => ({
  network: limiter('join-network', JOIN_WINDOW_SECONDS),
  everywhere: limiter('join-everywhere', JOIN_WINDOW_SECONDS),
  cameFrom: limiter('join-came-from', CLASS_NETWORK_SECONDS),
});
let made: ReturnType<typeof makeCounters> | undefined;
const counters = () => {
  made ??= makeCounters();
  return made;
};

const STRANGERS = 'strangers';
const CLASSES = 'classes';

/** The table must not become a list of who came from where. */
const keyOf = (address: string): string =>
  createHmac('sha256', authSecret())
    .update(`join/${networkOf(address)}`)
    .digest('base64url');

/** What is known of the network that a code comes from. */
export interface JoinGate {
  isOpen: boolean;
  isClass: boolean;
  retryAfterSeconds: number;
}

interface CounterRow {
  key: string;
  points: number;
  expire: string;
}

/**
 * Whether a code from this address is looked at. Asked before the look-up, and again before a right code is acted on: of many
 * that were sent at one moment, those that come after too many wrong ones are refused, though none was counted when they began.
 */
export async function joinGate(address: string): Promise<JoinGate> {
  const { network, everywhere, cameFrom } = counters();
  const key = keyOf(address);
  const keys = {
    network: network.getKey(key),
    strangers: everywhere.getKey(STRANGERS),
    classes: everywhere.getKey(CLASSES),
    cameFrom: cameFrom.getKey(key),
  };
  const now = Date.now();
  const { rows } = await database().pool.query<CounterRow>({
    name: 'join-gate',
    text: 'SELECT "key", "points", "expire" FROM "RateLimit" WHERE "key" = ANY ($1) AND "expire" > $2',
    values: [Object.values(keys), now],
  });
  const found = new Map(rows.map((row) => [row.key, row]));
  const points = (name: string) => found.get(name)?.points ?? 0;
  const wrong: WrongCodes = {
    fromNetwork: points(keys.network),
    fromStrangers: points(keys.strangers),
    fromClasses: points(keys.classes),
  };
  const isClass = found.has(keys.cameFrom);
  const ends = [keys.network, isClass ? keys.classes : keys.strangers].map((name) =>
    Number(found.get(name)?.expire ?? now),
  );
  return {
    isOpen: mayTryCode(wrong, isClass),
    isClass,
    retryAfterSeconds: Math.max(1, Math.ceil((Math.max(...ends) - now) / 1000)),
  };
}

/** Counts a wrong code for its network and for all of that kind. */
export async function countWrongCode(address: string, isClass: boolean): Promise<void> {
  const { network, everywhere } = counters();
  await Promise.all([
    network.penalty(keyOf(address), 1),
    everywhere.penalty(isClass ? CLASSES : STRANGERS, 1),
  ]);
}

/** Somebody came into a room, or opened one to others, from here: a class may follow. */
export async function rememberNetwork(address: string, isClass: boolean): Promise<void> {
  const { cameFrom } = counters();
  const key = keyOf(address);
  // Written anew only when half of the time is over: not once for each of a class that comes in together.
  const left = isClass ? ((await cameFrom.get(key))?.msBeforeNext ?? 0) : 0;
  if (left < (CLASS_NETWORK_SECONDS * 1000) / 2) await cameFrom.set(key, 1, CLASS_NETWORK_SECONDS);
}
