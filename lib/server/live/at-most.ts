/**
 * Makes a trigger that runs work soon, but never more often than the pause between two runs, and never twice at once. What is
 * asked for meanwhile runs once, afterwards, so the last request is always followed by a run.
 */
export interface Paced {
  ask: () => void;
  stop: () => void;
}

/** @param pauseMs least time between the starts of two runs, in milliseconds; grows to ten times what a run takes */
export function atMostEvery(
  pauseMs: number,
  work: () => Promise<void>,
  clock: { now: () => number; setTimer: (run: () => void, ms: number) => () => void } = systemClock,
): Paced {
  let stopTimer: (() => void) | null = null;
  let isRunning = false;
  let isAsked = false;
  let hasStopped = false;
  let nextAt = 0;

  const run = async () => {
    stopTimer = null;
    if (hasStopped) return;
    isRunning = true;
    isAsked = false;
    const startedAt = clock.now();
    await work().catch(() => undefined);
    isRunning = false;
    nextAt = startedAt + Math.max(pauseMs, 10 * (clock.now() - startedAt));
    if (isAsked) plan();
  };
  const plan = () => {
    if (isRunning || stopTimer !== null || hasStopped) return;
    stopTimer = clock.setTimer(() => void run(), Math.max(0, nextAt - clock.now()));
  };
  return {
    ask: () => {
      isAsked = true;
      plan();
    },
    stop: () => {
      hasStopped = true;
      stopTimer?.();
    },
  };
}

const systemClock = {
  now: () => performance.now(),
  setTimer: (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
