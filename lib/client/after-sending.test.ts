import { describe, expect, test } from 'vitest';
import { editAnnotationInput } from '@/lib/domain/annotation/schema';
import { editClaimInput } from '@/lib/domain/claim/schema';
import { afterSending, asTheServerKeeps } from './after-sending';
import type { ApiFailure } from './api';
import { ENTRY_LIFETIME_MS, type OutboxEntry } from './outbox-entry';

const press: OutboxEntry = {
  id: 'event',
  owner: 'person:wren',
  subject: 'claim',
  action: { type: 'vote', roomId: 'room', claimId: 'claim', code: 'D1', revision: 1, choice: 'agree' },
  seq: 1_000,
  pressedAt: 1_000,
  attempts: 1,
  notBefore: 0,
  failure: null,
};

const http = (status: number, more: Partial<Extract<ApiFailure, { kind: 'http' }>> = {}): ApiFailure => ({
  kind: 'http',
  status,
  code: null,
  message: '',
  field: null,
  requestId: null,
  current: null,
  retryAfterMs: null,
  ...more,
});
const now = { isFresh: true, now: 2_000, random: 1 };
const fail = (error: ApiFailure) => ({ ok: false as const, error });

describe('after one try', () => {
  test('an answer ends the entry', () => {
    expect(afterSending(press, { ok: true, value: 7 }, now)).toEqual({ type: 'done', value: 7 });
  });

  test.each([
    { kind: 'network', isTimeout: false } as const,
    { kind: 'network', isTimeout: true } as const,
    http(500),
    http(502),
    http(503, { code: 'database-busy' }),
    http(429, { code: 'too-many-attempts' }),
    http(408),
  ])('a lost or overloaded server is asked again: %o', (error) => {
    expect(afterSending(press, fail(error), now)).toEqual({ type: 'later', notBefore: 3_000 });
  });

  test('Retry-After is kept, and more', () => {
    const error = http(503, { retryAfterMs: 4_000 });
    expect(afterSending(press, fail(error), now)).toEqual({ type: 'later', notBefore: 6_500 });
  });

  test('after a day nothing is repeated by itself any more: the server has forgotten the key', () => {
    const step = afterSending(press, fail(http(503)), { ...now, now: 1_000 + ENTRY_LIFETIME_MS });
    expect(step).toMatchObject({ type: 'refused', failure: { code: 'too-old' } });
  });

  test('a note is asked about when it was begun a day ago, whenever it was written', () => {
    const input = {
      target: { type: 'claim', claimId: 'c' },
      kind: 'comment',
      visibility: 'room',
      body: 'x',
    } as const;
    const note: OutboxEntry = { ...press, seq: 0, action: { type: 'annotation', roomId: 'room', input } };
    const lost = fail(http(503));
    const later = { ...now, now: 1_000 + 2 * ENTRY_LIFETIME_MS };
    expect(afterSending({ ...note, begunAt: 2_000 }, lost, later)).toMatchObject({
      type: 'refused',
      failure: { code: 'perhaps-sent' },
    });
    expect(afterSending(note, lost, later)).toMatchObject({ failure: { code: 'perhaps-sent' } });
    expect(afterSending({ ...note, begunAt: later.now - 5 }, lost, later)).toMatchObject({ type: 'later' });
  });

  test('401 keeps the press until sign-in', () => {
    expect(afterSending(press, fail(http(401, { code: 'not-signed-in' })), now)).toEqual({ type: 'sign-in' });
  });

  test.each([400, 403, 404, 409, 413, 422])('%i is a refusal with the server’s sentence', (status) => {
    const step = afterSending(press, fail(http(status, { code: 'claim-archived', message: 'Closed.' })), now);
    expect(step).toMatchObject({ type: 'refused', failure: { code: 'claim-archived', message: 'Closed.' } });
  });
});

describe('a press that is out of date', () => {
  const current = { ownVote: { choice: 'disagree', seq: 9_000, isStale: false }, tally: null };
  const outOfDate = fail(http(409, { code: 'out-of-date', current }));

  test('made just now goes again with a greater number, also against a clock that runs ahead', () => {
    expect(afterSending(press, outOfDate, now)).toEqual({ type: 'at-once', seq: 9_001, current });
  });

  test('brought back from earlier gives way to the newer state', () => {
    expect(afterSending(press, outOfDate, { ...now, isFresh: false })).toEqual({
      type: 'superseded',
      current,
    });
  });

  test('means a conflict for words, which carry no number', () => {
    expect(afterSending({ ...press, seq: 0 }, outOfDate, now)).toMatchObject({ type: 'refused' });
  });
});

describe('an edit that met a newer text', () => {
  const input = { body: 'My words', kind: 'comment', visibility: 'room', revision: 1 } as const;
  const edit: OutboxEntry = {
    ...press,
    seq: 0,
    action: { type: 'edit-annotation', roomId: 'room', annotationId: 'note', input },
  };
  const met = (body: string) =>
    fail(
      http(409, {
        code: 'out-of-date',
        current: { annotation: { body, kind: 'comment', visibility: 'room', revision: 2 } },
      }),
    );

  test('is done when that is its own text: only the answer of an earlier try was lost', () => {
    expect(afterSending(edit, met('My words'), now)).toMatchObject({ type: 'done' });
  });

  test('is done when the server had only cleaned its words: accents, line ends, spaces around', () => {
    const raw = { ...input, body: ' cafe\u0301\r\nopen\u0007 ', tags: [' two  words ', 'One'] };
    const there = {
      body: 'caf\u00e9\nopen',
      kind: 'comment',
      visibility: 'room',
      tags: ['two words', 'One'],
    };
    const sent: OutboxEntry = {
      ...edit,
      action: { type: 'edit-annotation', roomId: 'room', annotationId: 'note', input: raw },
    };
    const answer = fail(http(409, { code: 'out-of-date', current: { annotation: there } }));
    expect(afterSending(sent, answer, now)).toMatchObject({ type: 'done' });
    const claim = { text: 'A  cafe\u0301\r\nhere ', evidence: 'reported', speaker: ' Wren ' } as const;
    const edited: OutboxEntry = {
      ...edit,
      action: {
        ...{ type: 'edit-claim', roomId: 'room', claimId: 'claim', code: 'D1' },
        input: { ...claim, changesMeaning: false, revision: 1 },
      },
    };
    const met = (text: string) =>
      fail(http(409, { code: 'out-of-date', current: { claim: { ...claim, text, speaker: 'Wren' } } }));
    expect(afterSending(edited, met('A caf\u00e9 here'), now)).toMatchObject({ type: 'done' });
    expect(afterSending(edited, met('Another'), now)).toMatchObject({ type: 'refused' });
  });

  test('is done when it said nothing of tags, and the note has some', () => {
    const answer = fail(
      http(409, {
        code: 'out-of-date',
        current: { annotation: { body: 'My words', kind: 'comment', visibility: 'room', tags: ['one'] } },
      }),
    );
    expect(afterSending(edit, answer, now)).toMatchObject({ type: 'done' });
  });

  test('is compared as the schemas clean it', () => {
    const text = ' \u200bcafe\u0301 \r\n\tb\u0007  c\u2028d ';
    const note = { ...input, body: text, tags: [text, ' a  b '] };
    const ids = { roomId: 'room', annotationId: 'note', claimId: 'claim', code: 'D1' };
    expect(asTheServerKeeps({ type: 'edit-annotation', ...ids, input: note })).toEqual(
      editAnnotationInput.parse(note),
    );
    const claim = { text, evidence: 'reported', speaker: text, changesMeaning: true, revision: 1 } as const;
    expect(asTheServerKeeps({ type: 'edit-claim', ...ids, input: claim })).toEqual(
      editClaimInput.parse(claim),
    );
  });

  test('is a conflict when it is another’s', () => {
    expect(afterSending(edit, met('Other words'), now)).toMatchObject({
      type: 'refused',
      failure: { code: 'out-of-date', current: { annotation: { body: 'Other words' } } },
    });
  });
});
