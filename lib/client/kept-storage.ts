import { clear, createStore, delMany, entries, set, type UseStore } from 'idb-keyval';

/**
 * What this browser keeps for the person: the outbox and drafts. IndexedDB, because it survives a crash and has room;
 * localStorage where the browser refuses that; memory where it refuses both, so that the page still works.
 */
export interface KeptStorage {
  set(key: string, value: unknown): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** All pairs whose key begins with the prefix. */
  entries(prefix: string): Promise<[string, unknown][]>;
  clear(): Promise<void>;
}

const NAME = 'standpoint';

function inIndexedDb(store: UseStore): KeptStorage {
  return {
    set: (key, value) => set(key, value, store),
    remove: (keys) => delMany(keys, store),
    entries: async (prefix) =>
      (await entries<IDBValidKey, unknown>(store)).filter(
        (pair): pair is [string, unknown] => typeof pair[0] === 'string' && pair[0].startsWith(prefix),
      ),
    clear: () => clear(store),
  };
}

function inLocalStorage(local: Storage): KeptStorage {
  const keysWith = (prefix: string) =>
    Array.from({ length: local.length }, (_, index) => local.key(index)).filter(
      (key): key is string => key?.startsWith(`${NAME}:${prefix}`) ?? false,
    );
  return {
    set: async (key, value) => local.setItem(`${NAME}:${key}`, JSON.stringify(value)),
    remove: async (keys) => {
      for (const key of keys) local.removeItem(`${NAME}:${key}`);
    },
    entries: async (prefix) =>
      keysWith(prefix).map((key): [string, unknown] => [
        key.slice(NAME.length + 1),
        JSON.parse(local.getItem(key) ?? 'null'),
      ]),
    clear: async () => {
      for (const key of keysWith('')) local.removeItem(key);
    },
  };
}

/** Forgets with the page; also what tests use. */
export function inMemory(): KeptStorage {
  const kept = new Map<string, unknown>();
  return {
    set: async (key, value) => void kept.set(key, structuredClone(value)),
    remove: async (keys) => {
      for (const key of keys) kept.delete(key);
    },
    entries: async (prefix) => [...kept].filter(([key]) => key.startsWith(prefix)),
    clear: async () => kept.clear(),
  };
}

async function openIndexedDb(): Promise<KeptStorage> {
  const storage = inIndexedDb(createStore(NAME, 'kept'));
  await storage.entries('probe');
  return storage;
}

/** Takes over what an earlier page kept while the browser refused IndexedDB. */
async function moveFallback(storage: KeptStorage): Promise<void> {
  const local = localStorageIfAny();
  if (local === null) return;
  const fallback = inLocalStorage(local);
  for (const [key, value] of await fallback.entries('')) {
    await storage.set(key, value);
    await fallback.remove([key]);
  }
}

async function openBest(): Promise<KeptStorage> {
  try {
    // A second try: what another page has kept there must not be missed for a passing fault.
    const storage = await openIndexedDb().catch(openIndexedDb);
    // What cannot be moved now is tried again by the next page.
    await moveFallback(storage).catch(() => undefined);
    return storage;
  } catch {
    try {
      const storage = inLocalStorage(window.localStorage);
      await storage.set('probe', 1);
      await storage.remove(['probe']);
      return storage;
    } catch {
      return inMemory();
    }
  }
}

let opened: Promise<KeptStorage> | null = null;
let isSealed = false;

/** The browser's storage, opened once, with what the last page kept as it went. */
export function keptStorage(): Promise<KeptStorage> {
  opened ??= openBest().then(async (storage) => {
    // What cannot be moved now is tried again by the next page.
    await moveKeptAtOnce(storage).catch(() => undefined);
    return {
      ...storage,
      set: async (key, value) => {
        if (isSealed) return;
        await storage.set(key, value);
        // What was kept as the page went may be newer than this.
        forgetAtOnce(key, value);
      },
      remove: async (keys) => {
        for (const key of keys) forgetAtOnce(key);
        await storage.remove(keys);
      },
      clear: async () => {
        for (const [key] of keptAtOnce()) forgetAtOnce(key);
        await storage.clear();
      },
    };
  });
  return opened;
}

/** A page that goes does not wait for IndexedDB: what it keeps at the last moment goes here, and moves on the next page. */
const AT_ONCE = `${NAME}-at-once:`;

function localStorageIfAny(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Keeps a value before the call returns, for a page that is about to go. What does not fit is not kept. */
export function keepAtOnce(key: string, value: unknown): void {
  if (isSealed) return;
  try {
    localStorageIfAny()?.setItem(AT_ONCE + key, JSON.stringify(value));
  } catch {
    // Full or refused; the slower storage may still make it.
  }
}

function keptAtOnce(): [string, unknown][] {
  const local = localStorageIfAny();
  if (local === null) return [];
  return Array.from({ length: local.length }, (_, index) => local.key(index))
    .filter((key): key is string => key?.startsWith(AT_ONCE) ?? false)
    .map((key) => [key.slice(AT_ONCE.length), JSON.parse(local.getItem(key) ?? 'null')]);
}

async function moveKeptAtOnce(storage: KeptStorage): Promise<void> {
  for (const [key, value] of keptAtOnce()) {
    await storage.set(key, value);
    forgetAtOnce(key);
  }
}

/** @param value only if this is what was kept; leave out for whatever it was */
function forgetAtOnce(key: string, ...value: [] | [unknown]): void {
  const local = localStorageIfAny();
  if (value.length === 1 && local?.getItem(AT_ONCE + key) !== JSON.stringify(value[0])) return;
  local?.removeItem(AT_ONCE + key);
}

/** From sign-out on nothing more is kept, until somebody acts on the page again. */
export function sealKeptStorage(): void {
  isSealed = true;
}

export function unsealKeptStorage(): void {
  isSealed = false;
}
