import { beforeEach, expect, test, vi } from 'vitest';
import { noteOf } from '@/lib/domain/annotation/testing/plain-note';
import type { AnnotationView } from '@/lib/domain/annotation/view';
import { claimOf } from '@/lib/domain/debate/testing/plain-debate';
import type { DebateView } from '@/lib/domain/debate/view';
import type { ApiResult } from './api';
import type { ContributionNotice } from './contribution-notice';
import { ContributionStore } from './contribution-store';
import { inMemory } from './kept-storage';
import { conflictOf } from './outbox-conflict';
import type { OutboxEntry } from './outbox-entry';

const claim = claimOf('D1', { id: 'claim' });
const debate = {
  room: { id: 'room', voice: 'own', round: 1 },
  motion: { id: 'M', ownStance: null, noteCount: 0 },
  claims: [claim],
  relations: [],
} as unknown as DebateView;

const note = (body: string): AnnotationView =>
  noteOf(body, { authorAlias: 'Wren', isOwn: true, body, canEdit: true, canRemove: true });

let sent: OutboxEntry[];
let answer: (entry: OutboxEntry) => ApiResult<unknown>;
let clock: number;
let askedAt: number;
const goToSignIn = vi.fn();

const store = () =>
  new ContributionStore({
    storage: async () => storage,
    send: async (entry) => {
      sent.push(entry);
      return answer(entry);
    },
    exclusively: (work) => work(),
    now: () => 1_000,
    askedAt: () => askedAt,
    random: () => 0,
    setTimer: () => () => undefined,
    clock: () => clock++,
    goToSignIn,
    tellOtherTabs: () => undefined,
  });
let storage = inMemory();

const rest = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  sent = [];
  askedAt = 0;
  clock = 1;
  storage = inMemory();
  goToSignIn.mockClear();
  answer = ({ action, seq }) => {
    if (action.type === 'annotation') return { ok: true, value: { annotation: note(action.input.body) } };
    if (action.type !== 'vote') throw new Error('votes and notes only');
    const tally = { agree: 3, disagree: 0, pass: 0 };
    return { ok: true, value: { ownVote: { choice: action.choice, seq, isStale: false }, tally } };
  };
});

const see = (made: ContributionStore) => made.merge(debate, made.read().overlay).claims[0];

test('a vote shows before the server knows, and the counts come with its answer', async () => {
  const made = store();
  made.use(debate);
  await made.openFor('wren', 'tab');
  made.vote(claim, 'agree');
  await Promise.resolve();
  expect(see(made)?.ownVote.choice).toBe('agree');
  expect(see(made)?.tally).toBeNull();
  await rest();
  expect(see(made)?.tally).toEqual({ agree: 3, disagree: 0, pass: 0 });
  expect(made.read().waitingCount).toBe(0);
});

test('between the answer and its being written down, the vote never looks as it was before', async () => {
  const made = store();
  made.use(debate);
  await made.openFor('wren', 'tab');
  made.vote(claim, 'agree');
  await rest();
  const seen: unknown[] = [];
  // What a press in that moment would be understood by: a render happens after the microtasks of one turn.
  made.subscribe(() => queueMicrotask(() => seen.push(see(made)?.ownVote.choice)));
  made.vote(claim, 'pass');
  await rest();
  expect(seen.length).toBeGreaterThan(2);
  expect(new Set(seen)).toEqual(new Set(['pass']));
});

test('a visitor’s vote leads to sign-in unsent, and one taken back again does not', async () => {
  const made = store();
  made.use(debate);
  await made.openFor(null, 'tab');
  made.vote(claim, 'agree');
  await rest();
  expect(goToSignIn).toHaveBeenCalledTimes(1);
  expect(see(made)?.ownVote.choice).toBe('agree');
  made.vote(claim, null);
  await rest();
  expect(goToSignIn).toHaveBeenCalledTimes(1);
  expect(made.read().waitingCount).toBe(0);
  expect(sent).toEqual([]);
});

test('a refused vote goes back to what the server has and stays as something to decide', async () => {
  answer = () => ({
    ok: false,
    error: {
      kind: 'http',
      status: 409,
      code: 'claim-archived',
      message: 'The claim is archived.',
      field: null,
      requestId: null,
      current: null,
      retryAfterMs: null,
    },
  });
  const made = store();
  const notices: ContributionNotice[] = [];
  made.onNotice((notice) => notices.push(notice));
  made.use(debate);
  await made.openFor('wren', 'tab');
  made.vote(claim, 'agree');
  await rest();
  expect(see(made)?.ownVote.choice).toBeNull();
  expect(made.read().pending.get('claim')).toBe('failed');
  expect(notices).toMatchObject([{ type: 'refused', message: 'The claim is archived.' }]);
  const [refused] = made.read().refused;
  made.discard(refused?.id ?? '');
  await rest();
  expect(made.read().refused).toEqual([]);
});

test('a note appears in its thread and in the count, in every claim that was known to have none', async () => {
  const nothing: [] = [];
  const made = store();
  made.use(debate);
  expect(see(made)?.noteCount).toBe(0);
  await made.openFor('wren', 'tab');
  made.threads.offer({ claimId: 'other' }, nothing);
  made.threads.offer({ claimId: 'claim' }, nothing);
  await made.annotate({
    target: { type: 'claim', claimId: 'claim' },
    kind: 'comment',
    visibility: 'room',
    body: 'words',
  });
  expect(see(made)?.noteCount).toBe(1);
  made.threads.offer({ claimId: 'claim' }, nothing);
  expect(made.read().threads.get('claimId=claim')).toHaveLength(1);
});

test('another person’s page begins without what the last one did', async () => {
  const made = store();
  made.use(debate);
  await made.openFor('wren', 'tab');
  made.vote(claim, 'agree');
  await rest();
  await made.openFor('heron', 'tab');
  expect(see(made)?.ownVote.choice).toBeNull();
});

test('a note that arrived while the list was on its way is not lost with the older list', async () => {
  const made = store();
  made.use(debate);
  await made.openFor('wren', 'tab');
  let give: (response: Response) => void = () => undefined;
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (give = resolve)));
  const loading = made.threads.load({ claimId: 'claim' });
  await made.annotate({
    target: { type: 'claim', claimId: 'claim' },
    kind: 'comment',
    visibility: 'room',
    body: 'Written meanwhile',
  });
  give(Response.json({ threads: [{ note: note('There before'), replies: [] }] }));
  await loading;
  vi.unstubAllGlobals();
  const bodies = () =>
    made
      .read()
      .threads.get('claimId=claim')
      ?.map((thread) => thread.note.body);
  expect(bodies()).toEqual(['There before', 'Written meanwhile']);

  // A list asked for later is the newer truth.
  vi.stubGlobal('fetch', async () =>
    Response.json({ threads: [{ note: note('There before'), replies: [] }] }),
  );
  await made.threads.load({ claimId: 'claim' });
  vi.unstubAllGlobals();
  expect(bodies()).toEqual(['There before']);
});

test('what is pressed before it is known who presses waits for that, and belongs to them', async () => {
  const made = store();
  made.use(debate);
  made.vote(claim, 'agree');
  await rest();
  expect(sent).toEqual([]);
  await made.openFor('wren', 'tab');
  await rest();
  expect(sent.map(({ owner }) => owner)).toEqual(['person:wren']);
});

const refusedWith = (status: number, code: 'not-signed-in' | 'invalid-input'): ApiResult<unknown> => ({
  ok: false,
  error: {
    kind: 'http',
    status,
    code,
    message: 'Not taken.',
    field: null,
    requestId: null,
    current: null,
    retryAfterMs: null,
  },
});

test('a session that is over keeps what was pressed, says so, and sends it after the next sign-in', async () => {
  const usual = answer;
  answer = () => refusedWith(401, 'not-signed-in');
  const made = store();
  made.use(debate);
  await made.openFor('wren', 'tab');
  made.vote(claim, 'agree');
  await rest();
  expect(goToSignIn).toHaveBeenCalledTimes(1);
  expect(made.read()).toMatchObject({ isSignedOut: true, waitingCount: 1 });
  expect(made.read().pending.get('claim')).toBe('waiting');

  answer = usual;
  const later = store();
  later.use(debate);
  await later.openFor('wren', 'tab');
  await rest();
  expect(later.read()).toMatchObject({ isSignedOut: false, waitingCount: 0 });
  expect(see(later)?.ownVote.choice).toBe('agree');
});

test('words that are refused in sight of their form are its draft again, and wait nowhere else', async () => {
  answer = () => refusedWith(422, 'invalid-input');
  const made = store();
  made.use(debate);
  await made.openFor('wren', 'tab');
  const record = { value: 'words', writer: 'form', count: 1, after: null, at: 1, path: '/', title: '' };
  const id = 'draft:person:wren:note:claim:claim';
  await storage.change([], () => ({ set: [[id, record]] }));
  const input = {
    target: { type: 'claim', claimId: 'claim' },
    kind: 'comment',
    visibility: 'room',
    body: 'words',
  } as const;
  const outcome = made.annotate(input, { id, record: { ...record, count: 2 } });
  await Promise.resolve();
  expect(await outcome).toMatchObject({ status: 'failed', message: 'Not taken.' });
  expect(made.read().refused).toEqual([]);
  expect(await storage.entries('')).toEqual([[id, { ...record, count: 2 }]]);
});

test('an edit that was made elsewhere too is kept with both texts, and one of them is chosen', async () => {
  const newer = { ...note('Theirs'), revision: 2 };
  answer = () => ({ ok: false, error: { kind: 'network', isTimeout: false } });
  const made = store();
  made.use(debate);
  await made.openFor('wren', 'tab');
  const edit = { body: 'Mine', kind: 'comment', visibility: 'room', revision: 1 } as const;
  expect(await made.editAnnotation(note('Old'), edit)).toEqual({ status: 'waiting', isKept: false });
  await rest();
  answer = ({ action }) =>
    action.type === 'edit-annotation' && action.input.revision === 2
      ? { ok: true, value: { annotation: { ...newer, body: 'Mine', revision: 3 } } }
      : {
          ok: false,
          error: {
            kind: 'http',
            status: 409,
            code: 'out-of-date',
            message: '',
            field: null,
            requestId: null,
            current: { annotation: newer },
            retryAfterMs: null,
          },
        };
  made.retryNow();
  await rest();
  const [kept] = made.read().refused;
  if (!kept) throw new Error('the edit is gone');
  expect(conflictOf(kept)).toMatchObject({ mine: 'Mine', theirs: 'Theirs' });
  made.keepMine(kept);
  await rest();
  expect(made.read().refused).toEqual([]);
  expect(sent.at(-1)?.action).toMatchObject({ input: { body: 'Mine', revision: 2 } });
});

test('a page rendered before the server had the vote shows it, though an older page heard the answer', async () => {
  const before = store();
  before.use(debate);
  await before.openFor('wren', 'tab');
  before.vote(claim, 'agree');
  await rest();
  expect(sent).toHaveLength(1);

  const rendered = { ...debate, claims: [claimOf('D1', { id: 'claim' })] };
  const after = store();
  after.use(rendered);
  await after.openFor('wren', 'tab');
  expect(after.merge(rendered, after.read().overlay).claims[0]?.ownVote.choice).toBe('agree');
  expect(sent).toHaveLength(1);

  const another = store();
  another.use(rendered);
  await another.openFor('heron', 'tab');
  expect(another.merge(rendered, another.read().overlay).claims[0]?.ownVote.choice).toBeNull();
});

test('an answer from before the page was asked for is in the page, and is not put over what it shows', async () => {
  const before = store();
  before.use(debate);
  await before.openFor('wren', 'tab');
  before.vote(claim, 'agree');
  await rest();

  // Taken back on another device in the meantime.
  askedAt = 1_001;
  const rendered = { ...debate, claims: [claimOf('D1', { id: 'claim' })] };
  const after = store();
  after.use(rendered);
  await after.openFor('wren', 'tab');
  expect(after.merge(rendered, after.read().overlay).claims[0]?.ownVote.choice).toBeNull();
});
