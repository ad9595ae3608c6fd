/**
 * The address that a request came from. The web process puts the socket's own address into X-Forwarded-For, unless
 * TRUST_PROXY says that a proxy in front of it does so; the last entry is then the one that proxy saw.
 */
export function addressOf(headers: Headers): string {
  const chain = headers.get('x-forwarded-for')?.split(',') ?? [];
  return chain.at(-1)?.trim() || 'unknown';
}
