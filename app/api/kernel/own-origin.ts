import { isOwnOrigin } from '@/lib/server/site';

/**
 * Whether a writing request comes from our own pages (or from a program that says so on purpose). A request without any
 * sign of where it comes from is refused: browsers always send one.
 */
export function comesFromOwnPages(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return isOwnOrigin(origin);
  return headers.get('sec-fetch-site') === 'same-origin';
}
