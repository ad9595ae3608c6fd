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

async function openBest(): Promise<KeptStorage> {
  try {
    const storage = inIndexedDb(createStore(NAME, 'kept'));
    await storage.entries('probe');
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

/** The browser's storage, opened once. */
export function keptStorage(): Promise<KeptStorage> {
  opened ??= openBest().then((storage) => ({
    ...storage,
    set: async (key, value) => {
      if (!isSealed) await storage.set(key, value);
    },
  }));
  return opened;
}

/** From sign-out on nothing more is kept, until somebody acts on the page again. */
export function sealKeptStorage(): void {
  isSealed = true;
}

export function unsealKeptStorage(): void {
  isSealed = false;
}
