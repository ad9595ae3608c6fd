import type { z } from 'zod';
import type { FailureCode } from '../failure';

/** One route of the HTTP API, said once: the handler obeys it, the OpenAPI document describes it, tests walk it. */
export interface Contract<Params, Query, Body, Answer> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with parameters in braces: `rooms/{roomId}/claims`. */
  path: string;
  /** Name of the operation for generated clients. */
  name: string;
  summary: string;
  /** Group in the document. */
  group: 'debates' | 'rooms' | 'claims' | 'votes' | 'annotations' | 'account' | 'service';
  needsSignIn: boolean;
  params: z.ZodType<Params>;
  query: z.ZodType<Query>;
  body: z.ZodType<Body> | null;
  /** Most bytes of a body. */
  bodyLimit: number;
  answer: z.ZodType<Answer> | null;
  status: 200 | 201 | 204;
  /** Takes an Idempotency-Key: the same key is answered the same for 24 hours. */
  isIdempotent: boolean;
  failures: readonly FailureCode[];
}

/** Any contract, for code that walks them all. */
export type AnyContract = Contract<unknown, unknown, unknown, unknown>;
