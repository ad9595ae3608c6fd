/** What a database error means to the person who asked: try again at once, try again later, or a rule was broken. */

const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT', // the unix socket is gone
  '57P01', // the server is shutting down
  '57P02', // it crashed
  '57P03', // it is starting
  '57014', // the statement took too long
  '25P03', // the transaction was left waiting too long
  '08000', // the connection failed
  '08001',
  '08003',
  '08004',
  '08006',
  '53200', // out of memory
  '53300', // too many connections
  '53100', // disk full
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028', // no transaction could be started in time
]);
const CONFLICT = new Set(['40001', '40P01', 'P2034']);

/** An error and what caused it, outermost first: Prisma wraps the driver's error, which wraps the socket's. */
function* chainOf(error: unknown): Generator<Record<string, unknown>> {
  let at: unknown = error;
  for (let depth = 0; depth < 8 && typeof at === 'object' && at !== null; depth += 1) {
    const link = at as Record<string, unknown>;
    yield link;
    at = link.cause ?? (link.meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  }
}

/** Every code along the chain of causes. */
export const errorCodes = (error: unknown): string[] =>
  [...chainOf(error)]
    .flatMap(({ code, originalCode }) => [code, originalCode])
    .filter((code) => typeof code === 'string');

const UNAVAILABLE_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|server closed the connection|DatabaseNotReachable|ConnectionClosed|TooManyConnections|SocketTimeout|Unable to start a transaction/i;

/** The database is down, starting, full or too busy: nothing was kept, the same request may come again. */
export function isUnavailable(error: unknown): boolean {
  if (errorCodes(error).some((code) => UNAVAILABLE.has(code))) return true;
  return (
    error instanceof Error &&
    UNAVAILABLE_WORDS.test(`${error.name} ${error.message} ${String(error.cause ?? '')}`)
  );
}

/** Two transactions met: running this one again may succeed. */
export const isConflict = (error: unknown): boolean => errorCodes(error).some((code) => CONFLICT.has(code));

const BROKEN = new Set(['23503', '23505', '23514']);

/**
 * Whether a write broke this constraint or unique index, by its full name. Read from what PostgreSQL itself said, never
 * from Prisma's message: that one quotes the lines of source around the call, and those name other fields too.
 */
export function breaks(error: unknown, constraint: string): boolean {
  if (!errorCodes(error).some((code) => BROKEN.has(code))) return false;
  return [...chainOf(error)].some((link) => {
    const named = link.constraint;
    if (named === constraint || (named as { index?: unknown } | undefined)?.index === constraint) return true;
    // The adapter names broken checks in PostgreSQL's own words only.
    return typeof link.originalMessage === 'string' && link.originalMessage.includes(`"${constraint}"`);
  });
}
