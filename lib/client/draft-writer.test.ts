import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftRecord } from './draft-record';
import { type DraftState, DraftWriter, KEEP_EVERY_MS } from './draft-writer';
import { inIndexedDb } from './indexed-db';
import { inMemory } from './kept-storage';
import type { KeptStorage } from './kept-types';
import { FakeDisk } from './testing/fake-indexed-db';

let disk: FakeDisk;
let storage: KeptStorage;
let states: DraftState[];
let atOnce: Map<string, DraftRecord>;
let timers: { at: number; run: () => void }[];
let now: number;

const form = (writer: string, { id = 'draft:wren:note' } = {}) =>
  new DraftWriter(
    id,
    writer,
    {
      storage: async () => storage,
      keepAtOnce: (place, record) => void atOnce.set(place, record),
      now: () => now,
      place: () => ({ path: '/debates/one/map', title: 'One' }),
      setTimer: (run, ms) => {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
    (state) => states.push(state),
  );

const turns = async (count = 6) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

async function pass(ms: number): Promise<void> {
  now += ms;
  const due = timers.filter(({ at }) => at <= now);
  timers = timers.filter(({ at }) => at > now);
  for (const { run } of due) run();
  await turns();
}

const values = () => [...disk.contents].map(([id, record]) => [id, (record as DraftRecord).value]);

beforeEach(() => {
  disk = new FakeDisk();
  vi.stubGlobal('indexedDB', disk.factory());
  storage = inIndexedDb('test');
  [states, atOnce, timers, now] = [[], new Map(), [], 1_000];
});
afterEach(() => vi.unstubAllGlobals());

test('a text typed without a pause is on the disk twice a second all the same', async () => {
  const writer = form('a');
  let text = '';
  for (let key = 0; key < 30; key++) {
    text += 'x';
    writer.type(text);
    await pass(100);
    const kept = values()[0]?.[1];
    const missing = text.length - (typeof kept === 'string' ? kept.length : 0);
    expect(missing * 100).toBeLessThanOrEqual(KEEP_EVERY_MS);
  }
});

test('a text is said to be kept only once the disk has it', async () => {
  const writer = form('a');
  disk.hold();
  writer.type('Half a thought');
  await pass(KEEP_EVERY_MS);
  expect(states).toEqual(['typing']);
  disk.release();
  await turns();
  expect(states).toEqual(['typing', 'kept']);
  disk.crash();
  expect(values()).toEqual([['draft:wren:note', 'Half a thought']]);
});

test('a page that goes keeps at once what the disk does not have, also what is on its way there', async () => {
  const writer = form('a');
  writer.type('one');
  writer.leave();
  expect([...atOnce.values()].map(({ value }) => value)).toEqual(['one']);
  await turns();
  disk.hold();
  writer.type('one two');
  await pass(KEEP_EVERY_MS);
  writer.leave();
  expect([...atOnce.values()].map(({ value }) => value)).toEqual(['one two']);
});

test('a browser that keeps nothing is said to keep nothing, and is tried again with the next key', async () => {
  const writer = form('a');
  disk.failedCommits = 2;
  writer.type('one');
  await pass(KEEP_EVERY_MS);
  expect(states).toEqual(['typing', 'unkept']);
  writer.type('one two');
  await pass(KEEP_EVERY_MS);
  expect(states.at(-1)).toBe('kept');
  expect(values()).toEqual([['draft:wren:note', 'one two']]);

  storage = inMemory();
  const other = form('b');
  other.type('nowhere');
  await pass(KEEP_EVERY_MS);
  expect(states.at(-1)).toBe('unkept');
});

test('a form that clears its text leaves what another tab has written since', async () => {
  const mine = form('a');
  mine.type('begun here');
  await pass(KEEP_EVERY_MS);
  const theirs = form('b');
  theirs.goOnFrom('draft:wren:note', disk.contents.get('draft:wren:note') as DraftRecord);
  theirs.type('begun here, gone on there');
  await pass(KEEP_EVERY_MS);
  await mine.clear();
  expect(values()).toEqual([['draft:wren:note', 'begun here, gone on there']]);
  await theirs.clear();
  expect(values()).toEqual([]);
});

test('what is handed over is not written again until somebody types', async () => {
  const writer = form('a');
  writer.type('to be sent');
  const given = await writer.handOver('to be sent');
  await pass(KEEP_EVERY_MS);
  expect(values()).toEqual([]);
  expect(given).toMatchObject({ id: 'draft:wren:note', record: { value: 'to be sent', writer: 'a' } });
});
