import type { Contract } from '@/lib/domain/api/contract';
import { type Failure, failure } from '@/lib/domain/failure';
import type { Result } from '@/lib/domain/result';
import { isUnavailable } from '@/lib/server/database/faults';
import { log } from '@/lib/server/log';
import { answerFailure, headersFor } from './answer';
import { type Asked, answerTo, type RouteContext } from './handle';

/**
 * Makes a route handler whose answer is a stream of server-sent events: checked like every other, then left open. Its life is
 * logged by whoever writes to it, not as the time of a request.
 */
export function handleStream<P, Q>(
  contract: Contract<P, Q, null, null>,
  work: (asked: Asked<P, Q, null>) => Promise<Result<ReadableStream<Uint8Array>, Failure>>,
): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    const requestId = crypto.randomUUID();
    const opened: Result<ReadableStream<Uint8Array>, Failure> = await answerTo(
      // The answer is the stream, which no schema describes.
      contract as unknown as Contract<P, Q, null, ReadableStream<Uint8Array>>,
      work,
      request,
      context,
    ).catch((error: unknown) => {
      log.error({ err: error, requestId, route: contract.name }, 'request failed');
      return { ok: false, error: failure(isUnavailable(error) ? 'database-busy' : 'internal') };
    });
    log.info({ requestId, route: contract.name, ...(opened.ok ? {} : { code: opened.error.code }) });
    if (!opened.ok) return answerFailure(opened.error, requestId, request.headers);
    // Asked for its headers alone, nobody would read it, and it would never end.
    if (request.method === 'HEAD') await opened.value.cancel();
    return new Response(request.method === 'HEAD' ? null : opened.value, {
      headers: {
        ...headersFor(requestId),
        'content-type': 'text/event-stream',
        // Nothing on the way may pack it or wait for its end.
        'cache-control': 'private, no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  };
}
