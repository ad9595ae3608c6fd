/** What a database error means to the person who asked: try again at once, try again later, or a rule was broken. */

const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT', // the unix socket is gone
  '57P01', // the server is shutting down
  '57P02', // it crashed
  '57P03', // it is starting
  '57014', // the statement took too long
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

/** Every code along the chain of causes: Prisma wraps the driver's error, which wraps the socket's. */
export function errorCodes(error: unknown): string[] {
  const codes: string[] = [];
  let at: unknown = error;
  for (let depth = 0; depth < 8 && typeof at === 'object' && at !== null; depth += 1) {
    const { code, originalCode, cause, meta } = at as Record<string, unknown>;
    for (const found of [code, originalCode]) if (typeof found === 'string') codes.push(found);
    at = cause ?? (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  }
  return codes;
}

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

/**
 * The name of the constraint or the fields that a write broke, or null when it broke none. Prisma names fields for
 * indexes that it knows; for the others the driver's message names the constraint.
 */
export function brokenConstraint(error: unknown): string | null {
  const codes = errorCodes(error);
  const isBroken = codes.some((code) =>
    ['P2002', 'P2003', 'P2004', '23505', '23514', '23503'].includes(code),
  );
  if (!isBroken) return null;
  return JSON.stringify(error, Object.getOwnPropertyNames(error as object)) ?? '';
}

/** Whether a write broke this unique index, check or key. */
export const breaks = (error: unknown, name: string): boolean =>
  brokenConstraint(error)?.includes(name) ?? false;
