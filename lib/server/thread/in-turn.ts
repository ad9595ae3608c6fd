/** Each reading of a file has a thread with a heap of its own: so many at a time fit beside the rest of a small server. */
const MOST_AT_ONCE = 2;
/** Whoever comes later than this many is asked to try again. */
const MOST_WAITING = 16;

let working = 0;
const waiting: (() => void)[] = [];

/** Does the work when it is its turn; null when too many wait already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  if (working >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return null;
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  working += 1;
  try {
    return await work();
  } finally {
    working -= 1;
    waiting.shift()?.();
  }
}
