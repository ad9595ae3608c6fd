import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiResult } from './api';
import { inMemory } from './kept-storage';
import type { KeptStorage } from './kept-types';
import { Outbox } from './outbox';
import { type OutboxAction, type OutboxEntry, subjectOf } from './outbox-entry';

type Weather = 'fine' | 'lost-on-the-way' | 'answer-lost' | 'busy';

/** A server as strict as the real one, behind a network that can lose either direction. */
class Server {
  readonly votes = new Map<string, { choice: string | null; seq: number }>();
  readonly events: string[] = [];
  readonly notes = new Map<string, string>();
  isSignedIn = true;
  weather: Weather[] = [];

  async answer(entry: OutboxEntry): Promise<ApiResult<unknown>> {
    const weather = this.weather.shift() ?? 'fine';
    if (weather === 'lost-on-the-way') return { ok: false, error: { kind: 'network', isTimeout: false } };
    if (weather === 'busy') return this.failure(503, 'database-busy', null);
    const answer = this.carryOut(entry);
    return weather === 'answer-lost' ? { ok: false, error: { kind: 'network', isTimeout: true } } : answer;
  }

  private carryOut({ action, id, seq, subject }: OutboxEntry): ApiResult<unknown> {
    if (!this.isSignedIn) return this.failure(401, 'not-signed-in', null);
    if (action.type === 'annotation') {
      this.notes.set(id, action.input.body);
      return { ok: true, value: {} };
    }
    if (action.type !== 'vote') throw new Error('this server knows votes and notes');
    const known = this.votes.get(subject);
    const state = {
      ownVote: { choice: known?.choice ?? null, seq: known?.seq ?? 0, isStale: false },
      tally: null,
    };
    if (this.events.includes(id)) return { ok: true, value: state };
    if (known && seq <= known.seq) return this.failure(409, 'out-of-date', state);
    this.events.push(id);
    this.votes.set(subject, { choice: action.choice, seq });
    return { ok: true, value: { ownVote: { choice: action.choice, seq, isStale: false }, tally: null } };
  }

  private failure(status: number, code: 'database-busy' | 'not-signed-in' | 'out-of-date', current: unknown) {
    return {
      ok: false as const,
      error: {
        kind: 'http' as const,
        status,
        code,
        message: '',
        field: null,
        requestId: null,
        current,
        retryAfterMs: null,
      },
    };
  }
}

/** One browser: a disk, a clock that the test moves, a lock that tabs share. */
class Browser {
  readonly disk: KeptStorage = inMemory();
  time = 1_000;
  private readonly alarms: { at: number; run: () => void }[] = [];
  private turn: Promise<void> = Promise.resolve();
  private nextId = 0;

  constructor(readonly server: Server) {}

  tab(): Outbox {
    return new Outbox(
      {
        storage: async () => this.disk,
        send: (entry) => this.server.answer(structuredClone(entry)),
        exclusively: (work) => {
          const done = this.turn.then(work);
          this.turn = done;
          return done;
        },
        now: () => this.time,
        askedAt: () => 0,
        random: () => 0.5,
        setTimer: (run, ms) => {
          const alarm = { at: this.time + ms, run };
          this.alarms.push(alarm);
          return () => {
            const index = this.alarms.indexOf(alarm);
            if (index >= 0) this.alarms.splice(index, 1);
          };
        },
      },
      { onChange: () => undefined, onAnswer: () => undefined, onStep: () => undefined },
    );
  }

  entry(action: OutboxAction, owner: string): OutboxEntry {
    this.time += 1;
    return {
      id: `event-${this.nextId++}`,
      owner,
      subject: subjectOf(action),
      action,
      seq: action.type === 'vote' ? this.time : 0,
      pressedAt: this.time,
      attempts: 0,
      notBefore: 0,
      failure: null,
    };
  }

  /** Lets all work come to rest, moving the clock from alarm to alarm. */
  async settle(): Promise<void> {
    for (let round = 0; round < 200; round++) {
      await microtasks();
      this.alarms.sort((a, b) => a.at - b.at);
      const next = this.alarms.shift();
      if (!next) return;
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    throw new Error('the queue does not come to rest');
  }
}

/** All promises that can go on without the clock have gone on. */
const microtasks = () => new Promise((resolve) => setImmediate(resolve));

/** Enough for a press to reach the disk, not for what follows. */
async function diskWritten(): Promise<void> {
  for (let tick = 0; tick < 12; tick++) await Promise.resolve();
}

const WREN = 'person:wren';
const vote = (claimId: string, choice: 'agree' | 'disagree' | 'pass' | null): OutboxAction => ({
  type: 'vote',
  roomId: 'room',
  claimId,
  code: claimId,
  revision: 1,
  choice,
});
const note = (body: string): OutboxAction => ({
  type: 'annotation',
  roomId: 'room',
  input: { target: { type: 'claim', claimId: 'one' }, kind: 'comment', visibility: 'room', body },
});

const open = async (browser: Browser, owner = WREN): Promise<Outbox> => {
  const tab = browser.tab();
  await tab.openFor(owner, { adoptFrom: 'visitor:tab', isVisitor: owner.startsWith('visitor:') });
  return tab;
};

const step = fc.oneof(
  fc.record({
    type: fc.constant('vote' as const),
    claim: fc.constantFrom('one', 'two'),
    choice: fc.constantFrom('agree' as const, 'disagree' as const, 'pass' as const, null),
  }),
  fc.record({ type: fc.constant('note' as const) }),
  fc.record({ type: fc.constant('crash' as const) }),
  fc.record({ type: fc.constant('wait' as const) }),
);
const weather = fc.array(fc.constantFrom<Weather>('fine', 'lost-on-the-way', 'answer-lost', 'busy'), {
  maxLength: 12,
});

test('whatever is lost on the way and whenever the page dies: the last vote counts, every note is there once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), weather, async (steps, clouds) => {
      const server = new Server();
      server.weather = [...clouds];
      const browser = new Browser(server);
      let tab = await open(browser);
      const last = new Map<string, string | null>();
      const written: string[] = [];
      for (const action of steps) {
        if (action.type === 'vote') {
          last.set(action.claim, action.choice);
          void tab.add(browser.entry(vote(action.claim, action.choice), WREN));
        } else if (action.type === 'note') {
          const body = `note ${written.length}`;
          written.push(body);
          void tab.add(browser.entry(note(body), WREN));
        } else if (action.type === 'crash') {
          // A press reaches the disk before anything else happens; then the page is gone.
          await diskWritten();
          tab.pause();
          await browser.settle();
          tab = await open(browser);
        } else await browser.settle();
      }
      await browser.settle();
      expect([...server.notes.values()].sort()).toEqual(written.sort());
      for (const [claim, choice] of last) expect(server.votes.get(claim)?.choice).toBe(choice);
      expect(new Set(server.events).size).toBe(server.events.length);
      expect(await browser.disk.entries('outbox:')).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('two tabs that share a queue send each entry once', async () => {
  const server = new Server();
  server.weather = ['answer-lost', 'busy', 'lost-on-the-way'];
  const browser = new Browser(server);
  const [one, two] = [await open(browser), await open(browser)];
  void one.add(browser.entry(vote('one', 'agree'), WREN));
  void two.add(browser.entry(vote('two', 'pass'), WREN));
  void two.add(browser.entry(note('words'), WREN));
  await one.reload();
  void one.sendDue();
  await browser.settle();
  expect(server.events).toHaveLength(2);
  expect([...server.notes.values()]).toEqual(['words']);
});

test('a visitor’s press waits for sign-in and is sent once, as the person who signed in', async () => {
  const server = new Server();
  const browser = new Browser(server);
  const before = await open(browser, 'visitor:tab');
  const outcome = await before.add(browser.entry(vote('one', 'agree'), 'visitor:tab'));
  await browser.settle();
  expect(outcome).toEqual({ status: 'sign-in' });
  expect(server.events).toEqual([]);
  before.pause();

  await open(browser);
  await browser.settle();
  await open(browser);
  await browser.settle();
  expect(server.votes.get('one')?.choice).toBe('agree');
  expect(server.events).toHaveLength(1);
});

test('what one person left unsent is never sent as another', async () => {
  const server = new Server();
  server.isSignedIn = false;
  const browser = new Browser(server);
  const wren = await open(browser);
  expect(await wren.add(browser.entry(vote('one', 'agree'), WREN))).toEqual({ status: 'sign-in' });
  wren.pause();

  server.isSignedIn = true;
  const heron = await open(browser, 'person:heron');
  await browser.settle();
  expect(server.events).toEqual([]);
  heron.pause();

  await open(browser);
  await browser.settle();
  expect(server.votes.get('one')?.choice).toBe('agree');
});

test('a fresh press wins over a newer number, a press from an earlier page gives way', async () => {
  const server = new Server();
  server.votes.set('one', { choice: 'disagree', seq: 90_000_000 });
  const browser = new Browser(server);
  const tab = await open(browser);
  void tab.add(browser.entry(vote('one', 'agree'), WREN));
  await browser.settle();
  expect(server.votes.get('one')).toEqual({ choice: 'agree', seq: 90_000_001 });

  server.weather = ['lost-on-the-way'];
  void tab.add({ ...browser.entry(vote('one', 'pass'), WREN), seq: 90_000_002 });
  await microtasks();
  tab.pause();
  // Meanwhile another device votes.
  server.votes.set('one', { choice: 'disagree', seq: 90_000_010 });
  await open(browser);
  await browser.settle();
  expect(server.votes.get('one')?.choice).toBe('disagree');
  expect(await browser.disk.entries('outbox:')).toEqual([]);
});
