import type { FailureBody, FailureCode } from '@/lib/domain/failure';

/**
 * The one way from a page to the server: JSON over /api/v1. Every outcome is a value, so that callers must say what
 * happens when the network is gone; nothing here throws.
 */
export type ApiFailure =
  /** No answer came: offline, refused, or slower than the time limit. The request may still have been carried out. */
  | { kind: 'network'; isTimeout: boolean }
  | {
      kind: 'http';
      status: number;
      /** Null when the answer was not ours, e.g. a proxy's page. */
      code: FailureCode | null;
      /** The server's sentence for the reader; empty when there was none. */
      message: string;
      field: string | null;
      requestId: string | null;
      /** The newer state that an out-of-date write met. */
      current: unknown;
      retryAfterMs: number | null;
    };

export type ApiResult<T> = { ok: true; value: T } | { ok: false; error: ApiFailure };

export type ApiMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface ApiOptions {
  body?: unknown;
  /** Same key, same effect: the server answers a repeated request without doing it twice. */
  idempotencyKey?: string;
  /** Id of the account for which the page was made: nobody else's session may answer. */
  person?: string | null;
  /** Milliseconds until the request counts as lost. */
  timeoutMs?: number;
  signal?: AbortSignal;
  /** Lets a write outlive the page, for the last ones before it closes. */
  keepalive?: boolean;
}

export const API_BASE = '/api/v1';

/** The server gives up after 5 s; a little longer keeps its own answer readable. */
const TIMEOUT_MS = 8_000;

/**
 * Seconds or an HTTP date, as `Retry-After` allows.
 * @returns milliseconds from `now`, never negative; null when absent or unreadable
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isFailureBody(value: unknown): value is FailureBody {
  return isRecord(value) && isRecord(value.error) && typeof value.error.code === 'string';
}

async function readFailure(response: Response): Promise<ApiFailure> {
  const body: unknown = await response.json().catch(() => null);
  const known = isFailureBody(body) ? body.error : null;
  return {
    kind: 'http',
    status: response.status,
    code: known?.code ?? null,
    message: known?.message ?? '',
    field: known?.field ?? null,
    requestId: known?.requestId ?? response.headers.get('x-request-id'),
    current: known?.current ?? null,
    retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), Date.now()),
  };
}

/**
 * Sends one request. `T` is what the route promises (see the OpenAPI document); it is not checked again here.
 * @param path below /api/v1, beginning with a slash
 */
export async function request<T>(
  method: ApiMethod,
  path: string,
  options: ApiOptions = {},
): Promise<ApiResult<T>> {
  const abort = new AbortController();
  let isTimeout = false;
  const timer = setTimeout(() => {
    isTimeout = true;
    abort.abort();
  }, options.timeoutMs ?? TIMEOUT_MS);
  const stop = () => abort.abort();
  if (options.signal?.aborted) stop();
  options.signal?.addEventListener('abort', stop);

  const headers: Record<string, string> = { accept: 'application/json' };
  const init: RequestInit = { method, headers, credentials: 'same-origin', signal: abort.signal };
  if (method !== 'GET') {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(options.body ?? {});
  }
  if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
  if (options.person) headers['standpoint-person'] = options.person;
  if (options.keepalive) init.keepalive = true;

  try {
    const response = await fetch(`${API_BASE}${path}`, init);
    if (!response.ok) return { ok: false, error: await readFailure(response) };
    if (response.status === 204) return { ok: true, value: undefined as T };
    return { ok: true, value: (await response.json()) as T };
  } catch {
    // An answer cut off half-way counts as lost, like one that never came.
    return { ok: false, error: { kind: 'network', isTimeout } };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
}
