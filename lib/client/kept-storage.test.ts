import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeDisk } from './testing/fake-indexed-db';
import { FakeStorage } from './testing/fake-storage';

let local: FakeStorage;
let disk: FakeDisk | null;

/** The module as a page just loaded has it. */
async function loaded() {
  vi.resetModules();
  vi.stubGlobal('indexedDB', disk?.factory());
  return import('./kept-storage');
}

const record = (value: string, writer = 'a', count = 1, after: string | null = null) => ({
  value,
  writer,
  count,
  after,
  at: count,
  path: '/',
  title: '',
});

beforeEach(() => {
  local = new FakeStorage();
  disk = null;
  vi.stubGlobal('window', { localStorage: local });
});

describe.each(['IndexedDB', 'localStorage'])('what is kept as the page goes, with %s', (kind) => {
  beforeEach(() => {
    disk = kind === 'IndexedDB' ? new FakeDisk() : null;
  });

  test('is there on the next page, though nothing was awaited', async () => {
    const leaving = await loaded();
    leaving.keepAtOnce('draft:a', record('Half a sen'));
    const storage = await (await loaded()).keptStorage();
    expect(await storage.entries('draft:')).toEqual([['draft:a', record('Half a sen')]]);
  });

  test('is moved once, and never comes back over what was kept later', async () => {
    (await loaded()).keepAtOnce('draft:a', record('older'));
    const storage = await (await loaded()).keptStorage();
    await storage.change([], () => ({ set: [['draft:a', record('newer', 'a', 2)]] }));
    expect(await (await (await loaded()).keptStorage()).entries('draft:')).toEqual([
      ['draft:a', record('newer', 'a', 2)],
    ]);
  });

  test('gives way to the same words once the slower storage has them, and stays while it has older ones', async () => {
    const page = await loaded();
    const storage = await page.keptStorage();
    page.keepAtOnce('draft:a', record('new', 'a', 2));
    await storage.change([], () => ({ set: [['draft:a', record('old')]] }));
    expect(await (await (await loaded()).keptStorage()).entries('draft:')).toEqual([
      ['draft:a', record('new', 'a', 2)],
    ]);
  });

  test('stands beside what another tab wrote meanwhile, and never in its place', async () => {
    const page = await loaded();
    await (await page.keptStorage()).change([], () => ({ set: [['draft:a', record('theirs', 'b')]] }));
    page.keepAtOnce('draft:a', record('mine', 'a'));
    expect(await (await (await loaded()).keptStorage()).entries('draft:')).toEqual([
      ['draft:a', record('theirs', 'b')],
      ['draft:a~a', record('mine', 'a')],
    ]);
  });

  test('goes with a draft that was sent, and with all else at sign-out', async () => {
    const page = await loaded();
    const storage = await page.keptStorage();
    page.keepAtOnce('draft:a', record('sent'));
    page.keepAtOnce('draft:b', record('mine'));
    await storage.change([], () => ({ remove: ['draft:a'] }));
    expect(await (await (await loaded()).keptStorage()).entries('draft:')).toEqual([
      ['draft:b', record('mine')],
    ]);
    page.keepAtOnce('draft:b', record('mine'));
    await storage.clear();
    expect(local.length).toBe(0);
    expect(await storage.entries('')).toEqual([]);
  });

  test('is nothing after sign-out', async () => {
    const page = await loaded();
    const storage = await page.keptStorage();
    page.sealKeptStorage();
    page.keepAtOnce('draft:a', record('written by a form that closes with the page'));
    await storage.change([], () => ({ set: [['draft:a', record('the same, the slower way')]] }));
    expect(local.length).toBe(0);
    expect(await storage.entries('')).toEqual([]);
  });
});

describe('with IndexedDB', () => {
  const keep = (storage: Awaited<ReturnType<typeof open>>, key = 'outbox:a') =>
    storage.change([], () => ({ set: [[key, { id: key }]] }));
  const open = async () => (await loaded()).keptStorage();

  test('nothing counts as kept before the transaction has completed, and then it outlives a crash', async () => {
    disk = new FakeDisk();
    const storage = await open();
    disk.hold();
    const done = vi.fn();
    const keeping = keep(storage).then(done);
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(done).not.toHaveBeenCalled();
    expect(disk.contents.size).toBe(0);
    disk.release();
    await keeping;
    disk.crash();
    expect([...disk.contents.keys()]).toEqual(['outbox:a']);
    expect(disk.durabilities).toContain('readwrite strict');
  });

  test('a write whose connection broke is made again on a new one', async () => {
    disk = new FakeDisk();
    const storage = await open();
    disk.failedCommits = 1;
    await keep(storage);
    expect([...disk.contents.keys()]).toEqual(['outbox:a']);
  });

  test('a write that fails twice says so, and leaves nothing half done', async () => {
    disk = new FakeDisk();
    const storage = await open();
    await expect(
      storage.change([], () => ({
        set: [
          ['a', 1],
          ['b', () => undefined],
        ],
      })),
    ).rejects.toThrow();
    disk.failedCommits = 2;
    await expect(keep(storage)).rejects.toThrow();
    expect(disk.contents.size).toBe(0);
    await keep(storage);
    expect(disk.contents.size).toBe(1);
  });

  test('what was kept while it was refused is taken over once it opens', async () => {
    await keep(await open());
    disk = new FakeDisk();
    const storage = await open();
    expect(await storage.entries('outbox:')).toEqual([['outbox:a', { id: 'outbox:a' }]]);
    expect(local.length).toBe(0);
  });

  test('what an earlier page kept in it comes back on a page that it refused at first', async () => {
    disk = new FakeDisk();
    await keep(await open());
    // Asked twice, and each time once more.
    disk.failedOpenings = 4;
    const page = await loaded();
    const early = await page.keptStorage();
    expect(await early.entries('outbox:')).toEqual([]);
    await keep(early, 'outbox:b');
    vi.useFakeTimers({ now: Date.now() + 5_000, toFake: ['Date'] });
    const later = await page.keptStorage();
    vi.useRealTimers();
    expect((await later.entries('outbox:')).map(([key]) => key)).toEqual(['outbox:a', 'outbox:b']);
    expect(local.length).toBe(0);
  });
});

test('where the browser keeps nothing at all, that is said', async () => {
  vi.stubGlobal('window', {
    get localStorage(): Storage {
      throw new Error('refused');
    },
  });
  expect((await (await loaded()).keptStorage()).isLasting).toBe(false);
});
