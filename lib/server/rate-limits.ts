import 'server-only';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from './database/client';

/**
 * How often a person may ask for what costs more than a row or two. Counters live in PostgreSQL, so they hold across
 * instances; keys are ids of accounts, which say nothing about anybody outside.
 */

const MOST_DEBATES_PER_HOUR = 60;

const makeLimiters = () => ({
  debates: new RateLimiterPostgres({
    storeClient: database().pool,
    storeType: 'pool',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: 'new-debate',
    points: MOST_DEBATES_PER_HOUR,
    duration: 60 * 60,
    clearExpiredByTimeout: false,
  }),
});
let limiters: ReturnType<typeof makeLimiters> | undefined;

/** Counts a debate that this person makes, copies or imports; false when there were too many this hour. */
export async function mayMakeDebate(userId: string): Promise<boolean> {
  limiters ??= makeLimiters();
  try {
    await limiters.debates.consume(userId);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
