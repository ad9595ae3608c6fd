/** Where the app is reached, from PUBLIC_URL; every check on origins and cookies asks here. */

/** The configured address without a trailing slash. */
export const publicUrl = (): string =>
  (process.env.PUBLIC_URL ?? 'http://localhost:3000').replace(/\/+$/, '');

export const isSecureSite = (): boolean => publicUrl().startsWith('https://');

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request from this Origin comes from our own pages. On one's own machine the three names of the loopback
 * address are the same place. The Host header is never asked: a rebinding attack controls it.
 */
export function isOwnOrigin(origin: string): boolean {
  const own = new URL(publicUrl());
  if (origin === own.origin) return true;
  if (!LOOPBACK.includes(own.hostname) || !URL.canParse(origin)) return false;
  const other = new URL(origin);
  return LOOPBACK.includes(other.hostname) && other.port === own.port && other.protocol === own.protocol;
}
