/**
 * The number that orders a person's presses on one subject, across tabs and devices: milliseconds, so that devices
 * with sane clocks agree, but always greater than what is known, so that a slow clock cannot lose a press.
 */
export const nextSeq = (now: number, known: number): number => Math.max(now, known + 1);

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

/**
 * Wait before the next try: anything between 0.5 s and a bound that doubles from 1 s to 15 s, so that a class whose
 * server restarts does not come back in one moment.
 * @param attempts tries made so far, from 1
 * @param random 0 up to 1
 * @param retryAfterMs what the server asked for, up to a minute: the wait begins after it, and is spread as ever
 */
export function retryDelayMs(attempts: number, random: number, retryAfterMs: number | null = null): number {
  const bound = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(10, Math.max(1, attempts)));
  const spread = (bound - FIRST_RETRY_MS) * random;
  return Math.round(spread + (retryAfterMs === null ? FIRST_RETRY_MS : Math.min(60_000, retryAfterMs)));
}
