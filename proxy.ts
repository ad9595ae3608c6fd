import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/lib/server/content-security-policy';
import { isSecureSite } from '@/lib/server/site';

/**
 * Headers only: a nonce for each request and the policies that use it. It guards nothing — every page and route asks
 * the server's own queries and commands, so the app is as safe with this file removed.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');

  // Next reads the nonce from the request's policy and puts it on its own scripts.
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  // Said over TLS only; a browser ignores it elsewhere, and a laptop has no certificate.
  if (isSecureSite()) response.headers.set('strict-transport-security', 'max-age=31536000');
  return response;
}

export const config = {
  // Build output is the same for everyone and needs no nonce. The API answers with data, never with a page, and sets its
  // own headers (app/api/kernel/answer.ts): going through here cost each vote a third of its time.
  matcher: ['/((?!_next/static|favicon.ico|icon.svg|api/v1/).*)'],
};
