/** A clock a day ahead is the most that a client's `seq` may claim: else one bad clock would block every later write. */
const MOST_AHEAD_MS = 24 * 60 * 60 * 1000;

/** Whether `seq` lies too far ahead of the server's clock (`now`, milliseconds since 1970) to be believed. */
export const isFarAhead = (seq: number, now: number): boolean => seq > now + MOST_AHEAD_MS;
