import { log } from '../log';

/** Something to be done again and again for as long as the process lives. */
export interface Repeated {
  /** Does not begin another round; one that is under way ends by itself. */
  stop(): void;
}

/** Longest pause after rounds that failed, in milliseconds: a database that is away is asked again, not hammered. */
const LONGEST_PAUSE_MS = 30_000;

/**
 * Does `work` after `firstMs` and then `everyMs` after each round's end: rounds never overlap. What throws is logged and
 * tried again, later with each failure. Holds no process open.
 */
export function repeat(
  name: string,
  { firstMs, everyMs }: { firstMs: number; everyMs: number },
  work: () => Promise<unknown>,
): Repeated {
  let isStopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout;
  const plan = (ms: number): void => {
    timer = setTimeout(() => void round(), ms);
    timer.unref();
  };
  const round = async (): Promise<void> => {
    try {
      await work();
      failures = 0;
    } catch (error) {
      failures += 1;
      // Once for each outage.
      if (failures === 1 && !isStopped)
        log.warn({ err: error, job: name }, 'a job failed and is tried again');
    }
    if (isStopped) return;
    plan(failures === 0 ? everyMs : Math.max(everyMs, Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures)));
  };
  plan(firstMs);
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
