import { cleanLine, cleanText } from '@/lib/domain/text/plain-text';
import type { ApiFailure, ApiResult } from './api';
import type { SendFailure, SendOutcome } from './contribution-types';
import {
  type EditAction,
  ENTRY_LIFETIME_MS,
  isEdit,
  isKnownByKey,
  isPerhapsSent,
  type OutboxAction,
  type OutboxEntry,
} from './outbox-entry';
import { nextSeq, retryDelayMs } from './sequence';

/** What to do with an entry after one try. */
export type NextStep =
  | { type: 'done'; value: unknown }
  /** Somebody, or this person elsewhere, was newer: show that state and forget the press. */
  | { type: 'superseded'; current: unknown }
  | { type: 'at-once'; seq: number; current: unknown }
  | { type: 'later'; notBefore: number }
  | { type: 'sign-in' }
  | { type: 'refused'; failure: SendFailure };

/** Nobody but its author can say whether the words arrived. */
export const PERHAPS_SENT: NextStep = {
  type: 'refused',
  failure: { code: 'perhaps-sent', message: '', field: null, current: null },
};

/** Not sent, but held until its author has looked. */
export const isHeldBack = (step: NextStep): boolean =>
  step.type === 'refused' && step.failure.code === 'perhaps-sent';

export const refusal = (error: ApiFailure): SendFailure =>
  error.kind === 'network'
    ? { code: 'unreachable', message: '', field: null, current: null }
    : { code: error.code, message: error.message, field: error.field, current: error.current };

/** Worth repeating unchanged: no answer, or an answer that speaks of the machine rather than of the request. */
export function isPassing(error: ApiFailure): boolean {
  if (error.kind === 'network') return true;
  return error.status >= 500 || error.status === 408 || error.status === 425 || error.status === 429;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads the sequence number that the server holds out of a 409's `current`. */
export function seqOfCurrent(current: unknown): number | null {
  if (!isRecord(current)) return null;
  for (const own of [current.ownVote, current.ownImpact, current.ownStance]) {
    if (isRecord(own) && typeof own.seq === 'number') return own.seq;
  }
  return null;
}

/** An edit's words as the schemas of claims and notes clean them; said here without the schemas, which pages do not load. */
export function asTheServerKeeps(action: EditAction): EditAction['input'] {
  if (action.type === 'edit-claim') {
    const { text, speaker } = action.input;
    return { ...action.input, text: cleanLine(text), speaker: speaker === null ? null : cleanLine(speaker) };
  }
  const { body, tags } = action.input;
  return { ...action.input, body: cleanText(body), ...(tags && { tags: tags.map(cleanLine) }) };
}

/**
 * Whether an edit met its own words: an earlier try had arrived and only its answer was lost, or somebody wrote the same.
 * There is nothing to decide then.
 */
export function hasArrived(action: OutboxAction, current: unknown): boolean {
  if (!isEdit(action) || !isRecord(current)) return false;
  const [words, there] =
    action.type === 'edit-claim'
      ? [['text', 'evidence', 'speaker'], current.claim]
      : [['body', 'kind', 'visibility', 'tags'], current.annotation];
  if (!isRecord(there)) return false;
  const sent: Record<string, unknown> = asTheServerKeeps(action);
  // What the edit said nothing of, such as tags, it left as it was.
  return words.every(
    (name) => sent[name] === undefined || JSON.stringify(sent[name]) === JSON.stringify(there[name]),
  );
}

/**
 * @param entry as it was sent; `attempts` counts this try
 * @param isFresh pressed on this page just now, not brought back from an earlier page or an outage
 * @param random 0 up to 1, spreads retries
 */
export function afterSending(
  entry: OutboxEntry,
  result: ApiResult<unknown>,
  { isFresh, now, random }: { isFresh: boolean; now: number; random: number },
): NextStep {
  if (result.ok) return { type: 'done', value: result.value };
  const { error } = result;
  if (isPassing(error)) {
    if (isPerhapsSent(entry, now)) return PERHAPS_SENT;
    if (!isKnownByKey(entry.action) && now - entry.pressedAt >= ENTRY_LIFETIME_MS) {
      return { type: 'refused', failure: { ...refusal(error), code: 'too-old' } };
    }
    const retryAfterMs = error.kind === 'http' ? error.retryAfterMs : null;
    return { type: 'later', notBefore: now + retryDelayMs(entry.attempts, random, retryAfterMs) };
  }
  if (error.kind === 'http' && error.status === 401) return { type: 'sign-in' };
  if (error.kind === 'http' && error.code === 'out-of-date' && hasArrived(entry.action, error.current))
    return { type: 'done', value: error.current };
  if (error.kind === 'http' && error.code === 'out-of-date' && entry.seq > 0) {
    const known = seqOfCurrent(error.current);
    // A press made with this state in view is the newest will of the person, whatever another clock says.
    if (isFresh && known !== null)
      return { type: 'at-once', seq: nextSeq(now, known), current: error.current };
    return { type: 'superseded', current: error.current };
  }
  return { type: 'refused', failure: refusal(error) };
}

/** What the server has now. A refused edit teaches too: it brings the state that it met. */
export function answerOf<T>(outcome: SendOutcome<T>, part: keyof T & string): T | null {
  if (outcome.status === 'sent') return outcome.value;
  const { current } = outcome.status === 'failed' ? outcome : { current: null };
  return typeof current === 'object' && current !== null && part in current ? (current as T) : null;
}
