export interface TurnBounds {
  mostAtOnce: number;
  /** Whoever comes later than this many is asked to try again. */
  mostWaiting: number;
}

/**
 * Does the work when it is its turn; null when too many wait already, or when work of the same `owner` is done or waits.
 * @param owner whose work it is, where one may have only one at a time
 */
export type InTurn = <T>(work: () => Promise<T>, owner?: string) => Promise<T | null>;

/** Lanes for work that takes a processor and memory for itself. */
export function turns({ mostAtOnce, mostWaiting }: TurnBounds): InTurn {
  let working = 0;
  const waiting: (() => void)[] = [];
  const owners = new Set<string>();

  const doInTurn = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (working < mostAtOnce) working += 1;
    else if (waiting.length >= mostWaiting) return null;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The turn itself is handed on: were it given back first, a newcomer could take it before who waits has woken.
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };

  return async (work, owner) => {
    if (owner === undefined) return doInTurn(work);
    if (owners.has(owner)) return null;
    owners.add(owner);
    try {
      return await doInTurn(work);
    } finally {
      owners.delete(owner);
    }
  };
}

/** Each reading of a file has a thread with a heap of its own: so many at a time fit beside the rest of a small server. */
export const inTurn = turns({ mostAtOnce: 2, mostWaiting: 16 });
