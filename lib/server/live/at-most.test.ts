import { expect, test } from 'vitest';
import { atMostEvery } from './at-most';

/** A clock that goes on when it is told to. */
const aClock = () => {
  let at = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => at,
    setTimer: (run: () => void, ms: number) => {
      const timer = { at: at + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    go: async (ms: number) => {
      at += ms;
      const due = timers.filter((timer) => timer.at <= at);
      timers = timers.filter((timer) => timer.at > at);
      for (const { run } of due) run();
      // Work is asynchronous, and so is what follows it.
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
};

test('many requests make one run at once and one afterwards, no sooner than the pause', async () => {
  const clock = aClock();
  const runs: number[] = [];
  const paced = atMostEvery(
    500,
    async () => {
      runs.push(clock.now());
    },
    clock,
  );
  paced.ask();
  await clock.go(0);
  for (let press = 0; press < 100; press += 1) paced.ask();
  await clock.go(499);
  expect(runs).toEqual([0]);
  await clock.go(1);
  expect(runs).toEqual([0, 500]);
  await clock.go(5_000);
  expect(runs).toEqual([0, 500]);
});

test('what is asked for while it runs runs once more, also when the work failed', async () => {
  const clock = aClock();
  let runs = 0;
  const paced = atMostEvery(
    500,
    async () => {
      runs += 1;
      if (runs === 1) paced.ask();
      throw new Error('The database is away');
    },
    clock,
  );
  paced.ask();
  await clock.go(0);
  await clock.go(500);
  expect(runs).toBe(2);
  await clock.go(500);
  expect(runs).toBe(2);
});

test('nothing runs once it has stopped', async () => {
  const clock = aClock();
  let runs = 0;
  const paced = atMostEvery(
    500,
    async () => {
      runs += 1;
    },
    clock,
  );
  paced.ask();
  paced.stop();
  await clock.go(1_000);
  expect(runs).toBe(0);
});
