import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Contract } from '@/lib/domain/api/contract';
import { type Failure, failure } from '@/lib/domain/failure';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Actor } from '@/lib/policy/actor';
import { isUnavailable } from '@/lib/server/database/faults';
import { log } from '@/lib/server/log';
import type { Idempotency } from '@/lib/server/once';
import { currentActor } from '@/lib/server/session';
import { answerFailure, answerWith } from './answer';
import { comesFromOwnPages } from './own-origin';
import { readJson } from './read-body';

/** What a handler gets: everything checked, nothing left to parse. */
export interface Asked<Params, Query, Body> {
  actor: Actor;
  params: Params;
  query: Query;
  body: Body;
  idempotency: Idempotency | null;
  headers: Headers;
}

export type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * Makes a route handler from its contract: origin and size, shape, actor, command, answer. The same steps for every
 * route, in this order, so a new route cannot forget one.
 * @param headersOf what an answer says of itself beside its body; what every answer says cannot be changed
 */
export function handle<P, Q, B, A>(
  contract: Contract<P, Q, B, A>,
  work: (asked: Asked<P, Q, B>) => Promise<Result<A, Failure>>,
  headersOf: (answer: A) => Record<string, string> = () => ({}),
): (request: Request, context: RouteContext) => Promise<Response> {
  return async (request, context) => {
    const requestId = crypto.randomUUID();
    const startedAt = performance.now();
    let response: Response;
    let failed: Failure | null = null;
    try {
      const result = await answerTo(contract, work, request, context);
      if (result.ok) {
        response = answerWith(result.value, contract.status, requestId, headersOf(result.value));
      } else {
        failed = result.error;
        response = answerFailure(result.error, requestId, request.headers);
      }
    } catch (error) {
      failed = failure(isUnavailable(error) ? 'database-busy' : 'internal');
      log.error({ err: error, requestId, route: contract.name }, 'request failed');
      response = answerFailure(failed, requestId, request.headers);
    }
    log.info({
      requestId,
      route: contract.name,
      status: response.status,
      ...(failed ? { code: failed.code } : {}),
      ms: Math.round(performance.now() - startedAt),
    });
    return response;
  };
}

/** The steps before and around a command; for `handle` and for routes whose answer is no JSON. */
export async function answerTo<P, Q, B, A>(
  contract: Contract<P, Q, B, A>,
  work: (asked: Asked<P, Q, B>) => Promise<Result<A, Failure>>,
  request: Request,
  context: RouteContext,
): Promise<Result<A, Failure>> {
  if (contract.method !== 'GET' && !comesFromOwnPages(request.headers)) return err(failure('foreign-origin'));
  const params = contract.params.safeParse((await context.params) ?? {});
  // An id that cannot be one names nothing.
  if (!params.success) return err(failure('not-found'));
  const query = parsed(contract.query, Object.fromEntries(new URL(request.url).searchParams));
  if (!query.ok) return query;
  const actor = await currentActor();
  const isAnothers = isForAnother(request.headers, actor);
  if (isAnothers && actor.kind === 'person') return err(failure('signed-in-as-another'));
  if ((isAnothers || contract.needsSignIn) && actor.kind === 'visitor') return err(failure('not-signed-in'));

  let text = '';
  let body: Result<B, Failure> = ok(null as B);
  if (contract.body) {
    const json = await readJson(request, contract.bodyLimit);
    if (!json.ok) return json;
    text = json.value.text;
    body = parsed(contract.body, json.value.value);
  }
  if (!body.ok) return body;
  const idempotency = idempotencyOf(contract, request, text);
  if (!idempotency.ok) return idempotency;
  return work({
    actor,
    params: params.data,
    query: query.value,
    body: body.value,
    idempotency: idempotency.value,
    headers: request.headers,
  });
}

/**
 * A page says for whom it was made. When somebody else has signed in since, in another tab of the same browser, the
 * cookie is theirs, and what the page still sends must not become their doing.
 */
const isForAnother = (headers: Headers, actor: Actor): boolean => {
  const expected = headers.get('standpoint-person');
  return expected !== null && (actor.kind !== 'person' || actor.userId !== expected);
};

function parsed<T>(schema: z.ZodType<T>, value: unknown): Result<T, Failure> {
  const result = schema.safeParse(value);
  if (result.success) return ok(result.data);
  const [issue] = result.error.issues;
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const field = [...(issue?.path ?? []), ...(unknownKey ? [unknownKey] : [])].map(String).join('.');
  return err(failure('invalid-input', field ? { field } : {}));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function idempotencyOf<P, Q, B, A>(
  contract: Contract<P, Q, B, A>,
  request: Request,
  text: string,
): Result<Idempotency | null, Failure> {
  const key = request.headers.get('idempotency-key');
  if (!contract.isIdempotent || key === null) return ok(null);
  if (!UUID.test(key)) return err(failure('invalid-input', { field: 'idempotency-key' }));
  const requestHash = createHash('sha256')
    .update(`${request.method} ${new URL(request.url).pathname}\n${text}`)
    .digest('base64url');
  return ok({ key: key.toLowerCase(), requestHash });
}
