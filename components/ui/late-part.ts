/** A connection may be back without the browser saying so. */
const LONGEST_WAIT_MS = 10_000;

const parts = new Set<() => Promise<unknown>>();
let isAhead = false;

/**
 * Code that a page needs only once something is pressed, for `dynamic`. Where the connection is gone it waits for it to
 * return instead of failing: a part that cannot come yet must not take the page, and what was typed on it, away.
 * @param load called again after each failure; on the server once, where a failure is a fault
 */
export function latePart<T>(load: () => Promise<T>): () => Promise<T> {
  if (typeof window === 'undefined') return load;
  parts.add(load);
  if (isAhead) fetchQuietly(load);
  return async () => {
    for (;;) {
      try {
        return await load();
      } catch {
        await connectionMayBeBack();
      }
    }
  };
}

/** Fetches all late parts of the page, and from now on each part at once, so that they are there without a connection. */
export function fetchPartsAhead(): void {
  isAhead = true;
  for (const load of parts) fetchQuietly(load);
}

/** A failure here says nothing: the part is asked for again when it is needed. */
const fetchQuietly = (load: () => Promise<unknown>): void => {
  load().catch(() => undefined);
};

const connectionMayBeBack = (): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, LONGEST_WAIT_MS);
    window.addEventListener('online', go);
  });
