import type { Failure, FailureBody } from '@/lib/domain/failure';
import { failureMessage, localeOfRequest } from '@/lib/i18n/failure-message';
import { isSecureSite } from '@/lib/server/site';
import { statuses } from './statuses';

/** Answers differ by person and moment, so nothing may keep them; they are data, so no browser may take them for a page. */
export const headersFor = (requestId: string): Record<string, string> => ({
  'cache-control': 'private, no-store',
  'x-request-id': requestId,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  ...(isSecureSite() ? { 'strict-transport-security': 'max-age=31536000' } : {}),
});

/** @param more headers of one kind of answer, such as a media type of its own */
export function answerWith(
  value: unknown,
  status: number,
  requestId: string,
  more: Record<string, string> = {},
): Response {
  const headers = { ...more, ...headersFor(requestId) };
  return status === 204 ? new Response(null, { status, headers }) : Response.json(value, { status, headers });
}

/** The one shape of an error, with its message in the reader's language. */
export function answerFailure(failed: Failure, requestId: string, asked: Headers): Response {
  const { code, field, current } = failed;
  const body: FailureBody = {
    error: {
      code,
      message: failureMessage(localeOfRequest(asked), code),
      requestId,
      ...(field === undefined ? {} : { field }),
      ...(current === undefined ? {} : { current }),
    },
  };
  const headers = headersFor(requestId);
  const wait = failed.retryAfterSeconds ?? (code === 'database-busy' ? 2 : null);
  if (wait !== null) headers['retry-after'] = String(wait);
  return Response.json(body, { status: statuses[code], headers });
}
