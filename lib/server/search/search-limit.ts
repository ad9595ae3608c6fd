import 'server-only';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor } from '../../policy/actor';
import { networkOf } from '../account/attempts';

/**
 * How fast one may search: a person who types and changes their mind, or a class behind one address. Counted by each
 * instance for itself: a restart that forgets a few seconds of searches does no harm.
 */
const SECONDS = 10;
const people = new RateLimiterMemory({ points: 60, duration: SECONDS });
const networks = new RateLimiterMemory({ points: 600, duration: SECONDS });

/** Counts one search; false when there were too many in the last seconds. */
export async function maySearch(actor: Actor, address: string): Promise<boolean> {
  try {
    if (actor.kind === 'person') await people.consume(actor.userId);
    else await networks.consume(networkOf(address));
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
