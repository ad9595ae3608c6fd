import { z } from 'zod';
import type { FailureCode } from '../failure';
import { LONGEST_SLUG } from '../room/room-slug';
import { uuid } from '../text/input';
import type { Contract } from './contract';

/** What contracts are made of: parameters, the failures that every read or write may have, and the two kinds of route. */

export const KB = 1024;
export const none = z.strictObject({});
export const inRoom = z.strictObject({ roomId: uuid });
export const onClaim = z.strictObject({ roomId: uuid, claimId: uuid });
export const onRelation = z.strictObject({ roomId: uuid, relationId: uuid });
export const onAnnotation = z.strictObject({ roomId: uuid, annotationId: uuid });
export const bySlug = z.strictObject({ slug: z.string().max(LONGEST_SLUG) });

export const reading: readonly FailureCode[] = [
  'signed-in-as-another',
  'not-found',
  'database-busy',
  'internal',
];
export const writing: readonly FailureCode[] = [
  ...reading,
  'foreign-origin',
  'wrong-content-type',
  'body-too-large',
  'malformed-json',
  'invalid-input',
  'not-signed-in',
  'not-allowed',
  'room-closed',
];

type Given<P, Q, B, A> = Pick<Contract<P, Q, B, A>, 'path' | 'name' | 'summary' | 'group' | 'params'> &
  Partial<Contract<P, Q, B, A>>;

export const get = <P, A, Q = Record<string, never>>(
  given: Given<P, Q, null, A> & { answer: z.ZodType<A> },
): Contract<P, Q, null, A> => ({
  method: 'GET',
  needsSignIn: false,
  query: none as unknown as z.ZodType<Q>,
  body: null,
  bodyLimit: 0,
  status: 200,
  isIdempotent: false,
  failures: reading,
  ...given,
});

export const write = <P, B, A>(
  given: Given<P, Record<string, never>, B, A> &
    Pick<Contract<P, unknown, B, A>, 'method' | 'body' | 'answer'>,
): Contract<P, Record<string, never>, B, A> => ({
  needsSignIn: true,
  query: none as unknown as z.ZodType<Record<string, never>>,
  bodyLimit: 64 * KB,
  status: 200,
  isIdempotent: false,
  failures: writing,
  ...given,
});

export const and = (...more: readonly FailureCode[]): readonly FailureCode[] => [
  ...new Set([...writing, ...more]),
];

/** What a room may say at its step to whoever writes words that others read. */
export const speaking = ['not-now', 'muted', 'not-speaking'] as const satisfies readonly FailureCode[];
