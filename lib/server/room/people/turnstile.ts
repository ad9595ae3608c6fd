import 'server-only';

/**
 * A class that comes in at one moment must not take every connection to the database: whoever waits for one longer than some
 * seconds is turned away, and those who vote meanwhile wait too. Of those who come in through this process only so many are at
 * work at a time; the others wait here, in the order in which they came.
 */
const MOST_AT_WORK = 4;

let atWork = 0;
const waiting: (() => void)[] = [];

/** Does the work when its turn comes. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (atWork >= MOST_AT_WORK) await new Promise<void>((resolve) => waiting.push(resolve));
  else atWork += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The place goes from one to the next: nobody slips in between.
    if (next) next();
    else atWork -= 1;
  }
}
