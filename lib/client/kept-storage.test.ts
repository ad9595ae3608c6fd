import { beforeEach, describe, expect, test, vi } from 'vitest';

class FakeStorage implements Storage {
  [name: string]: unknown;
  readonly #kept = new Map<string, string>();
  get length() {
    return this.#kept.size;
  }
  key = (index: number) => [...this.#kept.keys()][index] ?? null;
  getItem = (key: string) => this.#kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#kept.set(key, value);
  removeItem = (key: string) => void this.#kept.delete(key);
  clear = () => this.#kept.clear();
}

let local: FakeStorage;

/** The module as a page just loaded has it. */
async function loaded() {
  vi.resetModules();
  return import('./kept-storage');
}

beforeEach(() => {
  local = new FakeStorage();
  vi.stubGlobal('window', { localStorage: local });
});

describe('what is kept as the page goes', () => {
  test('is there on the next page, though nothing was awaited', async () => {
    const leaving = await loaded();
    leaving.keepAtOnce('draft:a', { text: 'Half a sen' });
    const storage = await (await loaded()).keptStorage();
    expect(await storage.entries('draft:')).toEqual([['draft:a', { text: 'Half a sen' }]]);
  });

  test('is moved once, and never comes back over what was kept later', async () => {
    (await loaded()).keepAtOnce('draft:a', 'older');
    const storage = await (await loaded()).keptStorage();
    await storage.set('draft:a', 'newer');
    expect(await (await (await loaded()).keptStorage()).entries('draft:')).toEqual([['draft:a', 'newer']]);
  });

  test('gives way to the same words once the slower storage has them, and stays while it has older ones', async () => {
    const page = await loaded();
    const storage = await page.keptStorage();
    page.keepAtOnce('draft:a', 'new');
    await storage.set('draft:a', 'old');
    expect(await (await (await loaded()).keptStorage()).entries('draft:')).toEqual([['draft:a', 'new']]);
  });

  test('goes with a draft that was sent, and with all else at sign-out', async () => {
    const page = await loaded();
    const storage = await page.keptStorage();
    page.keepAtOnce('draft:a', 'sent');
    page.keepAtOnce('draft:b', 'mine');
    await storage.remove(['draft:a']);
    expect(await (await (await loaded()).keptStorage()).entries('draft:')).toEqual([['draft:b', 'mine']]);
    page.keepAtOnce('draft:b', 'mine');
    await storage.clear();
    expect(local.length).toBe(0);
  });

  test('is nothing after sign-out', async () => {
    const page = await loaded();
    page.sealKeptStorage();
    page.keepAtOnce('draft:a', 'written by a form that closes with the page');
    expect(local.length).toBe(0);
  });
});

test('what was kept while IndexedDB was refused is taken over once it opens, and sent to nobody twice', async () => {
  await (await (await loaded()).keptStorage()).set('outbox:a', { id: 'a' });
  const kept = new Map<string, unknown>();
  vi.doMock('idb-keyval', () => ({
    createStore: () => null,
    set: async (key: string, value: unknown) => void kept.set(key, value),
    delMany: async (keys: string[]) => keys.forEach((key) => void kept.delete(key)),
    entries: async () => [...kept],
    clear: async () => kept.clear(),
  }));
  const storage = await (await loaded()).keptStorage();
  expect(await storage.entries('outbox:')).toEqual([['outbox:a', { id: 'a' }]]);
  expect(local.length).toBe(0);
  vi.doUnmock('idb-keyval');
});
