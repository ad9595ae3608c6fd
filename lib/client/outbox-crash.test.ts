import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { ApiResult } from './api';
import type { DraftRecord } from './draft-record';
import { draftsKept, keepDraft } from './draft-store';
import { inIndexedDb } from './indexed-db';
import type { KeptStorage } from './kept-types';
import { Outbox } from './outbox';
import { ENTRY_LIFETIME_MS, type OutboxAction, type OutboxEntry, subjectOf } from './outbox-entry';
import { FakeDisk } from './testing/fake-indexed-db';

/**
 * Words on their way from a form to the server, in a browser that may be gone between any two steps of it: the page, its
 * transactions, its timers and its locks die, the disk and the server stay.
 */

type Weather = 'fine' | 'lost-on-the-way' | 'answer-lost' | 'busy' | 'refused';
const WREN = 'person:wren';

class Server {
  /** All that was posted, the keys under which it was (for a day), and one text that several edits change. */
  readonly posted: string[] = [];
  private readonly keys = new Map<string, number>();
  readonly votes = new Map<string, { choice: string | null; seq: number }>();
  text = { body: 'begun', revision: 1 };
  readonly history: string[] = [];
  weather: Weather[] = [];
  now: () => number = () => 0;

  answer({ action, id, seq, subject }: OutboxEntry): ApiResult<unknown> {
    const weather = this.weather.shift() ?? 'fine';
    if (weather === 'lost-on-the-way') return { ok: false, error: { kind: 'network', isTimeout: false } };
    if (weather === 'busy') return failure(503, 'database-busy', null);
    if (weather === 'refused' && action.type === 'annotation' && !this.knows(id))
      return failure(422, 'invalid-input', null);
    const answer = this.carryOut(action, id, seq, subject);
    return weather === 'answer-lost' ? { ok: false, error: { kind: 'network', isTimeout: true } } : answer;
  }

  private knows(key: string): boolean {
    const since = this.keys.get(key);
    return since !== undefined && this.now() - since < ENTRY_LIFETIME_MS;
  }

  private carryOut(action: OutboxAction, id: string, seq: number, subject: string): ApiResult<unknown> {
    if (action.type === 'annotation') {
      if (!this.knows(id)) {
        this.posted.push(action.input.body);
        this.keys.set(id, this.now());
      }
      return { ok: true, value: {} };
    }
    if (action.type === 'edit-annotation') {
      const { body, revision } = action.input;
      const annotation = { ...this.text, kind: 'comment', visibility: 'room' };
      if (revision !== this.text.revision) return failure(409, 'out-of-date', { annotation });
      this.text = { body, revision: revision + 1 };
      this.history.push(body);
      return { ok: true, value: { annotation: { ...annotation, ...this.text } } };
    }
    if (action.type !== 'vote') throw new Error('unknown');
    const known = this.votes.get(subject);
    const ownVote = { choice: known?.choice ?? null, seq: known?.seq ?? 0, isStale: false };
    if (known && seq < known.seq) return failure(409, 'out-of-date', { ownVote, tally: null });
    this.votes.set(subject, { choice: action.choice, seq });
    return { ok: true, value: {} };
  }
}

const failure = (
  status: number,
  code: 'database-busy' | 'invalid-input' | 'out-of-date',
  current: unknown,
): ApiResult<unknown> => ({
  ok: false,
  error: {
    ...{ kind: 'http', status, code, message: '', field: null, requestId: null },
    ...{ current, retryAfterMs: null },
  },
});

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};
const never = () => new Promise<never>(() => undefined);

/** A browser with one page, which can be gone at any moment. */
class Browser {
  time = 1_000;
  private page = { isGone: false };
  private alarms: { at: number; run: () => void }[] = [];
  private tail: Promise<void> = Promise.resolve();
  private nextId = 0;
  storage: KeptStorage;
  outbox: Outbox;

  constructor(
    readonly server: Server,
    readonly disk: FakeDisk,
  ) {
    server.now = () => this.time;
    [this.storage, this.outbox] = this.load();
  }

  private load(): [KeptStorage, Outbox] {
    const page = { isGone: false };
    this.page = page;
    const storage = inIndexedDb('test');
    const outbox = new Outbox(
      {
        storage: async () => (page.isGone ? never() : storage),
        send: async (entry) => {
          if (page.isGone) return never();
          const answer = this.server.answer(structuredClone(entry));
          await turns(1);
          return page.isGone ? never() : answer;
        },
        exclusively: (work) => {
          if (page.isGone) return never();
          const done = this.tail.then(work);
          this.tail = done;
          return done;
        },
        now: () => this.time,
        askedAt: () => 0,
        random: () => 0,
        setTimer: (run, ms) => {
          if (page.isGone) return () => undefined;
          const alarm = { at: this.time + ms, run };
          this.alarms.push(alarm);
          return () => {
            this.alarms = this.alarms.filter((other) => other !== alarm);
          };
        },
      },
      { onChange: () => undefined, onAnswer: () => undefined, onStep: () => undefined },
    );
    return [storage, outbox];
  }

  async reload(): Promise<void> {
    this.page.isGone = true;
    this.disk.crash();
    this.alarms = [];
    this.tail = Promise.resolve();
    await turns(3);
    [this.storage, this.outbox] = this.load();
    void this.outbox.openFor(WREN, { adoptFrom: 'visitor:tab', isVisitor: false });
  }

  /** A form whose draft is on the disk is sent. */
  async write(id: string, action: OutboxAction): Promise<void> {
    const record: DraftRecord = {
      ...{ value: id, writer: `form-${id}`, count: 1, after: null, at: this.time, path: '', title: '' },
    };
    const place = await keepDraft(this.storage, `draft:${WREN}:${id}`, record);
    void this.outbox.add(this.entry(action), { id: place, record: { ...record, count: 2 } });
  }

  entry(action: OutboxAction): OutboxEntry {
    this.time += 1;
    return {
      ...{ id: `event-${this.nextId++}`, owner: WREN, subject: subjectOf(action), action },
      ...{ seq: action.type === 'vote' ? this.time : 0, pressedAt: this.time },
      ...{ begunAt: null, attempts: 0, notBefore: 0, failure: null },
    };
  }

  async settle(): Promise<void> {
    for (let round = 0; round < 300; round++) {
      await turns(80);
      this.alarms.sort((a, b) => a.at - b.at);
      const next = this.alarms.shift();
      if (!next) return;
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    throw new Error('the queue does not come to rest');
  }
}

const note = (body: string): OutboxAction => ({
  type: 'annotation',
  roomId: 'room',
  input: { target: { type: 'claim', claimId: 'one' }, kind: 'comment', visibility: 'room', body },
});
const edit = (body: string, revision: number): OutboxAction => ({
  type: 'edit-annotation',
  roomId: 'room',
  annotationId: 'text',
  input: { kind: 'comment', visibility: 'room', body, revision },
});
const vote = (choice: 'agree' | 'disagree'): OutboxAction => ({
  type: 'vote',
  roomId: 'room',
  claimId: 'one',
  code: 'D1',
  revision: 1,
  choice,
});

afterEach(() => vi.unstubAllGlobals());

test('a page that dies between any two steps loses no words and sends none twice', async () => {
  const steps = fc.array(
    fc.record({
      does: fc.constantFrom('note', 'note', 'edit', 'vote', 'crash', 'rest', 'night'),
      turns: fc.nat(7),
      isSlowDisk: fc.boolean(),
    }),
    { maxLength: 14 },
  );
  const skies = fc.array(
    fc.constantFrom<Weather>('fine', 'lost-on-the-way', 'answer-lost', 'busy', 'refused'),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(steps, skies, async (all, weather) => {
      const [server, disk] = [new Server(), new FakeDisk()];
      server.weather = [...weather];
      vi.stubGlobal('indexedDB', disk.factory());
      const browser = new Browser(server, disk);
      await browser.reload();
      await turns(8);
      const written: string[] = [];
      let cast: string | null = null;
      for (const [index, { does, turns: count, isSlowDisk }] of all.entries()) {
        if (does === 'note' || does === 'edit') {
          const words = `${does}-${index}`;
          written.push(words);
          await browser.write(words, does === 'note' ? note(words) : edit(words, server.text.revision));
          if (isSlowDisk) disk.hold();
        } else if (does === 'vote') {
          const choice = index % 2 === 0 ? 'agree' : 'disagree';
          const entry = browser.entry(vote(choice));
          void browser.outbox.add(entry);
          await turns(count);
          // Said to be kept is kept: whatever happens now, it counts.
          if (browser.outbox.keeping(entry.id) === 'kept') cast = choice;
          else cast = null;
        } else if (does === 'night') browser.time += ENTRY_LIFETIME_MS + 1;
        else if (does === 'crash') await browser.reload();
        await turns(count);
        disk.release();
        if (does === 'rest') await browser.settle();
      }
      await browser.settle();
      await browser.reload();
      await browser.settle();

      const drafts = (await draftsKept(browser.storage, WREN, 0)).map(({ record }) => String(record.value));
      const entries = browser.outbox.entries();
      const wordsOf = ({ action }: OutboxEntry) =>
        action.type === 'annotation' || action.type === 'edit-annotation' ? action.input.body : '';
      const isAskedAbout = ({ failure: why }: OutboxEntry) =>
        why?.code === 'perhaps-sent' || why?.code === 'too-old';
      const refused = entries.filter((entry) => !isAskedAbout(entry)).map(wordsOf);
      const asked = entries.filter(isAskedAbout).map(wordsOf);
      expect(entries.every(({ failure: why }) => why !== null)).toBe(true);
      const arrived = [...server.posted, ...server.history];
      // Each text is in one place: on the server, waiting as refused with both texts, or in its form again.
      for (const words of written) {
        const places = [...arrived, ...drafts, ...refused].filter((one) => one === words);
        const where = `${words} ${JSON.stringify({ arrived, drafts, refused, asked })}`;
        // Of what slept for a day on its way only its author can say whether it arrived: it is kept, and asked about.
        // An edit, which cannot be made twice, may also be in its form again.
        const isEditOfYesterday =
          words.startsWith('edit') && all.some(({ does }) => does === 'night') && arrived.includes(words);
        if (asked.includes(words)) expect(places.length, where).toBeLessThanOrEqual(1);
        else
          expect(
            places.length - (isEditOfYesterday ? drafts.filter((one) => one === words).length : 0),
            where,
          ).toBe(1);
      }
      const isVoteAsked = entries.some(({ action }) => action.type === 'vote');
      if (cast !== null && !isVoteAsked) expect(server.votes.get('one')?.choice).toBe(cast);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('an entry is not sent before the disk has it, and is not called kept before that', async () => {
  const [server, disk] = [new Server(), new FakeDisk()];
  vi.stubGlobal('indexedDB', disk.factory());
  const browser = new Browser(server, disk);
  await browser.reload();
  await turns(8);
  disk.hold();
  const entry = browser.entry(note('words'));
  void browser.outbox.add(entry);
  // Everything that could set the queue going.
  void browser.outbox.sendDue();
  void browser.outbox.retryNow();
  await turns(12);
  expect(browser.outbox.keeping(entry.id)).toBe('writing');
  expect(server.posted).toEqual([]);
  disk.release();
  await browser.settle();
  expect(server.posted).toEqual(['words']);
});

test('where the disk refuses, a press is sent all the same, called unkept, and kept once the disk takes it', async () => {
  const [server, disk] = [new Server(), new FakeDisk()];
  server.weather = ['lost-on-the-way', 'lost-on-the-way'];
  vi.stubGlobal('indexedDB', disk.factory());
  const browser = new Browser(server, disk);
  await browser.reload();
  await turns(8);
  disk.failedCommits = 1_000;
  const entry = browser.entry(note('words'));
  const outcome = await browser.outbox.add(entry);
  expect(outcome).toEqual({ status: 'waiting', isKept: false });
  expect(browser.outbox.keeping(entry.id)).toBe('unkept');
  disk.failedCommits = 0;
  await browser.outbox.reload();
  expect(browser.outbox.keeping(entry.id)).toBe('kept');
  await browser.settle();
  expect(server.posted).toEqual(['words']);
});

test('what an earlier page kept is sent though the disk could not be read when the page opened', async () => {
  const [server, disk] = [new Server(), new FakeDisk()];
  server.weather = ['lost-on-the-way'];
  vi.stubGlobal('indexedDB', disk.factory());
  const browser = new Browser(server, disk);
  await browser.reload();
  await turns(8);
  expect(await browser.outbox.add(browser.entry(note('words')))).toMatchObject({ isKept: true });
  disk.failedOpenings = 5;
  await browser.reload();
  await browser.settle();
  expect(server.posted).toEqual(['words']);
});

test('words whose answer was lost, and whose page slept for a day, are not posted twice but asked about', async () => {
  for (const dies of [false, true]) {
    const [server, disk] = [new Server(), new FakeDisk()];
    server.weather = ['answer-lost'];
    vi.stubGlobal('indexedDB', disk.factory());
    const browser = new Browser(server, disk);
    await browser.reload();
    await turns(8);
    void browser.outbox.add(browser.entry(note('words')));
    // Until the server has it; dying here, the page has not heard of the answer, nor of its loss.
    for (let turn = 0; server.posted.length === 0; turn++) {
      if (turn > 100) throw new Error('never sent');
      await turns(1);
    }
    if (dies) disk.crash();
    else await turns(20);
    browser.time += ENTRY_LIFETIME_MS;
    await browser.reload();
    await browser.settle();
    expect(server.posted).toEqual(['words']);
    const [entry] = browser.outbox.entries();
    expect(entry?.failure?.code).toBe('perhaps-sent');
    // Their author looked, and wants it.
    await browser.outbox.retryRefused(entry?.id ?? '', 'event-again');
    await browser.settle();
    expect(server.posted).toEqual(['words', 'words']);
    expect(browser.outbox.entries()).toEqual([]);
  }
});

test('words that were never begun to be sent are sent however long they waited', async () => {
  const [server, disk] = [new Server(), new FakeDisk()];
  vi.stubGlobal('indexedDB', disk.factory());
  const browser = new Browser(server, disk);
  await browser.reload();
  await turns(8);
  browser.outbox.pause();
  void browser.outbox.add(browser.entry(note('words')));
  await turns(20);
  browser.time += 3 * ENTRY_LIFETIME_MS;
  // The first try of the new day is lost on its way: it counts from now.
  server.weather = ['lost-on-the-way'];
  await browser.reload();
  await browser.settle();
  expect(server.posted).toEqual(['words']);
  expect(browser.outbox.entries()).toEqual([]);
});
