import { DRAFTS, isDraftRecord, placeFor, placesFor } from './draft-record';
import { inIndexedDb } from './indexed-db';
import type { Change, KeptStorage } from './kept-types';

const NAME = 'standpoint';
/** So long after IndexedDB was refused it is asked again. */
const ASK_AGAIN_MS = 3_000;

function inLocalStorage(local: Storage): KeptStorage {
  const keysWith = (prefix: string) =>
    Array.from({ length: local.length }, (_, index) => local.key(index)).filter(
      (key): key is string => key?.startsWith(`${NAME}:${prefix}`) ?? false,
    );
  const read = (key: string): unknown => JSON.parse(local.getItem(key) ?? 'null') ?? undefined;
  return {
    isLasting: true,
    change: async (keys, decide) => {
      const { set = [], remove = [] } = decide(new Map(keys.map((key) => [key, read(`${NAME}:${key}`)])));
      // What needs room first: when it does not fit, nothing is taken away for it.
      for (const [key, value] of set) local.setItem(`${NAME}:${key}`, JSON.stringify(value));
      for (const key of remove) local.removeItem(`${NAME}:${key}`);
    },
    entries: async (prefix) =>
      keysWith(prefix).map((key): [string, unknown] => [key.slice(NAME.length + 1), read(key)]),
    clear: async () => {
      for (const key of keysWith('')) local.removeItem(key);
    },
  };
}

/** Forgets with the page; also what tests use. */
export function inMemory({ isLasting = false } = {}): KeptStorage {
  const kept = new Map<string, unknown>();
  return {
    isLasting,
    change: async (keys, decide) => {
      const { set = [], remove = [] } = decide(new Map(keys.map((key) => [key, kept.get(key)])));
      for (const [key, value] of set) kept.set(key, structuredClone(value));
      for (const key of remove) kept.delete(key);
    },
    entries: async (prefix) => structuredClone([...kept].filter(([key]) => key.startsWith(prefix))),
    clear: async () => kept.clear(),
  };
}

async function openIndexedDb(): Promise<KeptStorage> {
  const storage = inIndexedDb(NAME);
  await storage.entries('probe');
  return storage;
}

/** Puts one thing where it belongs, without taking the place of something newer or of another tab's text. */
function settle(storage: KeptStorage, key: string, value: unknown): Promise<void> {
  if (!key.startsWith(DRAFTS) || !isDraftRecord(value)) {
    return storage.change([], () => ({ set: [[key, value]] }));
  }
  return storage.change(placesFor(key, value), (old) => {
    const isThere = placesFor(key, value).some((place) => {
      const kept = old.get(place);
      return isDraftRecord(kept) && kept.writer === value.writer && kept.count >= value.count;
    });
    return isThere ? {} : { set: [[placeFor(key, value, old), value]] };
  });
}

/** Takes over what was kept while the browser refused IndexedDB. */
async function moveAll(from: KeptStorage, to: KeptStorage): Promise<void> {
  for (const [key, value] of await from.entries('')) {
    await settle(to, key, value);
    await from.change([], () => ({ remove: [key] }));
  }
}

interface Opened {
  storage: KeptStorage;
  /** When it is worth asking for something better. */
  askAgainAt: number | null;
}

async function openFallback(): Promise<KeptStorage> {
  try {
    const storage = inLocalStorage(window.localStorage);
    await storage.change([], () => ({ set: [['probe', 1]], remove: ['probe'] }));
    return storage;
  } catch {
    return inMemory();
  }
}

async function openBest(before: KeptStorage | null): Promise<Opened> {
  try {
    // A second try: what another page has kept there must not be missed for a passing fault.
    const storage = await openIndexedDb().catch(openIndexedDb);
    const local = localStorageIfAny();
    // What cannot be moved now is tried again by the next page.
    if (local !== null) await moveAll(inLocalStorage(local), storage).catch(() => undefined);
    if (before !== null) await moveAll(before, storage).catch(() => undefined);
    await moveKeptAtOnce(storage).catch(() => undefined);
    return { storage, askAgainAt: null };
  } catch {
    const storage = before ?? (await openFallback());
    await moveKeptAtOnce(storage).catch(() => undefined);
    return { storage, askAgainAt: Date.now() + ASK_AGAIN_MS };
  }
}

let opened: Promise<Opened> | null = null;
let isSealed = false;

/**
 * The browser's storage, with what the last page kept as it went. A browser that refused IndexedDB is asked again now and
 * then: what earlier pages kept there must come back on this page, not only on a later one.
 */
export async function keptStorage(): Promise<KeptStorage> {
  opened ??= openBest(null);
  const { storage, askAgainAt } = await opened;
  if (askAgainAt === null || Date.now() < askAgainAt) return guarded(storage);
  const now = Date.now();
  // Several callers at once ask once.
  opened = opened.then((last) =>
    last.askAgainAt !== null && now >= last.askAgainAt ? openBest(last.storage) : last,
  );
  return guarded((await opened).storage);
}

/** Keeps nothing after sign-out, and forgets what was kept in haste once it is kept properly. */
const guarded = (storage: KeptStorage): KeptStorage => ({
  ...storage,
  change: async (keys, decide) => {
    let decided: Change = {};
    await storage.change(keys, (old) => {
      decided = decide(old);
      if (isSealed) decided = decided.remove ? { remove: decided.remove } : {};
      return decided;
    });
    // What was kept as the page went may be newer than this.
    for (const [key, value] of decided.set ?? []) forgetAtOnce(key, value);
    for (const key of decided.remove ?? []) forgetAtOnce(key);
  },
  clear: async () => {
    for (const [key] of keptAtOnce()) forgetAtOnce(key);
    const local = localStorageIfAny();
    if (local !== null) await inLocalStorage(local).clear();
    await storage.clear();
  },
});

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
    await settle(storage, key, value);
    forgetAtOnce(key, value);
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
