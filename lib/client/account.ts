import type { MailDigest } from '@/lib/domain/account/schema';
import { FAILURE_CODES, type FailureCode } from '@/lib/domain/failure';
import { type ApiFailure, type ApiResult, request } from './api';
import { newEventId } from './event-id';
import { wipeLocalData } from './wipe-local-data';

/** What a person does with their account. Every outcome is a value; `unreachable` means that no answer came. */
export interface AccountFailure {
  code: FailureCode | 'unreachable';
  /** Field of the form that is wrong, e.g. `name`; null when it is none in particular. */
  field: string | null;
  requestId: string | null;
}

export type AccountResult<T = undefined> = { ok: true; value: T } | { ok: false; error: AccountFailure };

export interface NewAccount {
  name: string;
  password: string;
  email?: string;
}

export interface AccountMade {
  id: string;
  name: string;
}

const isFailureCode = (text: string | null): text is FailureCode =>
  FAILURE_CODES.some((code) => code === text);

const failed = (code: AccountFailure['code']): { ok: false; error: AccountFailure } => ({
  ok: false,
  error: { code, field: null, requestId: null },
});

const failureOf = (failure: ApiFailure): { ok: false; error: AccountFailure } =>
  failure.kind === 'network'
    ? failed('unreachable')
    : {
        ok: false,
        error: {
          code: failure.code ?? 'internal',
          field: failure.field,
          requestId: failure.requestId,
        },
      };

export const accountResult = <T>(result: ApiResult<T>): AccountResult<T> =>
  result.ok ? result : failureOf(result.error);

/** Makes an account; signing in is a step of its own. A repeated press with the same key makes one account only. */
export const signUp = async (account: NewAccount, key = newEventId()): Promise<AccountResult<AccountMade>> =>
  accountResult(await request<AccountMade>('POST', '/accounts', { body: account, idempotencyKey: key }));

/** Makes an account of the guest that is signed in; they keep their seats and sign in anew. */
export const keepSeats = async (account: NewAccount): Promise<AccountResult<AccountMade>> =>
  accountResult(await request<AccountMade>('PUT', '/account', { body: account }));

/** Makes the first administrator with the one-time link that the server printed. */
export const setUp = async (
  input: { token: string; name: string; password: string },
  key = newEventId(),
): Promise<AccountResult<AccountMade>> =>
  accountResult(await request<AccountMade>('POST', '/setup', { body: input, idempotencyKey: key }));

/** Next-auth's own token against forged forms; its sign-in routes take nothing without it. */
async function csrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', { credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok) throw new Error(`csrf answered ${response.status}`);
  const body = (await response.json()) as { csrfToken?: unknown };
  if (typeof body.csrfToken !== 'string') throw new Error('csrf answered without a token');
  return body.csrfToken;
}

/** Posts a form to next-auth and gives the address that it would lead to. */
async function postToNextAuth(
  path: string,
  fields: Record<string, string>,
): Promise<{ status: number; url: URL }> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: 'true' }),
  });
  const body = (await response.json().catch(() => ({}))) as { url?: unknown };
  const url = typeof body.url === 'string' ? body.url : window.location.href;
  return { status: response.status, url: new URL(url, window.location.href) };
}

/** Opens a session for a user name or e-mail and its password. */
export async function signIn(name: string, password: string): Promise<AccountResult> {
  try {
    const { status, url } = await postToNextAuth('callback/password', { name, password, callbackUrl: '/' });
    const error = url.searchParams.get('error');
    if (status < 400 && error === null) return { ok: true, value: undefined };
    if (status === 429) return failed('too-many-attempts');
    if (status >= 500) return failed(status === 503 ? 'database-busy' : 'internal');
    return failed(isFailureCode(error) ? error : 'wrong-credentials');
  } catch {
    return failed('unreachable');
  }
}

/**
 * Begins a sign-in at an identity provider.
 * @param next path on this site to come back to
 * @returns the provider's address, to be opened by the caller
 */
export async function signInWith(provider: string, next: string): Promise<AccountResult<string>> {
  try {
    const { status, url } = await postToNextAuth(`signin/${encodeURIComponent(provider)}`, {
      callbackUrl: next,
    });
    return status < 400 ? { ok: true, value: url.href } : failed('internal');
  } catch {
    return failed('unreachable');
  }
}

/** Ends this session and removes all that the browser kept for the person: drafts, unsent presses. */
export async function signOut(): Promise<AccountResult> {
  const result = await request<undefined>('DELETE', '/account/sessions/current');
  // A session that is gone already is what was asked for.
  if (!result.ok && !(result.error.kind === 'http' && result.error.status === 401))
    return failureOf(result.error);
  await wipeLocalData();
  return { ok: true, value: undefined };
}

/** Changes the password and thereby ends every session, this one included. */
export const changePassword = async (currentPassword: string, newPassword: string): Promise<AccountResult> =>
  accountResult(
    await request<undefined>('POST', '/account/password', { body: { currentPassword, newPassword } }),
  );

/** Ends a session on another device. One that is gone already counts as ended. */
export async function endSession(id: string): Promise<AccountResult> {
  const result = await request<undefined>('DELETE', `/account/sessions/${encodeURIComponent(id)}`);
  if (!result.ok && result.error.kind === 'http' && result.error.status === 404)
    return { ok: true, value: undefined };
  return accountResult(result);
}

/** Signs out everywhere: the other devices first, so that a failure in between leaves this one able to try again. */
export async function signOutEverywhere(otherSessionIds: readonly string[]): Promise<AccountResult> {
  for (const id of otherSessionIds) {
    const ended = await endSession(id);
    if (!ended.ok) return ended;
  }
  return signOut();
}

/** Sends a link to an e-mail address; the address becomes the account's when the link is confirmed. */
export const askForMailLink = async (email: string): Promise<AccountResult> =>
  accountResult(await request<undefined>('POST', '/account/email', { body: { email } }));

/** Confirms an address with the link that was sent to it. */
export const confirmMailAddress = async (token: string): Promise<AccountResult> =>
  accountResult(await request<undefined>('POST', '/account/email/confirm', { body: { token } }));

/** Takes the address off the account, and ends all mail. */
export const removeMailAddress = async (): Promise<AccountResult> =>
  accountResult(await request<undefined>('DELETE', '/account/email'));

/** How often the person is told by mail. */
export const chooseMailDigest = async (digest: MailDigest): Promise<AccountResult> =>
  accountResult(await request<undefined>('PUT', '/account/mail-digest', { body: { digest } }));

/** Ends all mail to whoever the link in a mail was sent to. */
export const stopMail = async (token: string): Promise<AccountResult> =>
  accountResult(await request<undefined>('POST', '/account/mail-digest/stop', { body: { token } }));
