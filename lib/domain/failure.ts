/**
 * Every way in which a request can fail, in one closed list. Each code has one HTTP status (app/api/kernel/statuses.ts)
 * and one message (lib/i18n, namespace `failure`); a code without either does not compile or fails a test.
 */
export const FAILURE_CODES = [
  // the request itself
  'malformed-json',
  'wrong-content-type',
  'body-too-large',
  'invalid-input',
  'foreign-origin',
  'idempotency-mismatch',
  'file-refused',
  'export-refused',
  // who asks
  'not-signed-in',
  'signed-in-as-another',
  'wrong-credentials',
  'too-many-attempts',
  'name-taken',
  'email-taken',
  'password-too-common',
  'setup-link-invalid',
  'mail-off',
  'mail-unconfirmed',
  'mail-link-invalid',
  'mail-not-sent',
  'not-allowed',
  // what is asked for
  'not-found',
  'claim-archived',
  'claim-not-published',
  'not-a-motion',
  'relation-to-itself',
  'relation-repeated',
  'premises-differ',
  'too-many-motions',
  'too-many-sources',
  'relation-closed',
  'citation-not-in-text',
  'citation-repeated',
  'annotation-removed',
  'reply-to-private',
  'public-in-commons-only',
  'no-group',
  'own-note',
  'already-reported',
  'already-reviewed',
  'changed-since',
  'out-of-date',
  'room-closed',
  'not-now',
  'answers-in-class',
  'stances-over',
  'not-speaking',
  'muted',
  'thread-locked',
  'code-unknown',
  'doors-shut',
  'name-taken-here',
  'no-side',
  'too-few-answers',
  'after-reveal',
  'too-many-people',
  'too-many-streams',
  // the machine
  'database-busy',
  'server-full',
  'internal',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** A failure with what the person needs to mend it; `current` carries the newer state of a stale edit. */
export interface Failure {
  code: FailureCode;
  /** Path of the input field that is wrong, e.g. `text` or `citation.start`. */
  field?: string;
  current?: unknown;
  /** When it may be tried again, in seconds from now. */
  retryAfterSeconds?: number;
}

export const failure = (code: FailureCode, more: Omit<Failure, 'code'> = {}): Failure => ({ code, ...more });

/** The one shape of an error in the HTTP API. */
export interface FailureBody {
  error: {
    code: FailureCode;
    /** A sentence in the reader's language: what happened and what to do next. */
    message: string;
    field?: string;
    requestId: string;
    current?: unknown;
  };
}
