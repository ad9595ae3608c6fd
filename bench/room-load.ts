// What the parts of the bench of rooms share.

import { setTimeout as delay } from 'node:timers/promises';
import type { AppClient } from '../e2e/support/app-client';
import type { StreamClient } from './stream-client';

export const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 300);
export const JOIN_MS = 30_000;
export const VOTE_MS = 5_000;
export const ROUNDS = 10;
export const WORDS = 30;
/** Everything said has arrived, or counts as lost. */
export const PATIENCE_MS = 20_000;

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
export const ms = (value: number) => `${Math.round(value)} ms`;

/** Runs work for each, each at a moment of its own within the time. */
export const spread = async <T>(
  items: readonly T[],
  withinMs: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> => {
  await Promise.all(
    items.map(async (item, index) => {
      await delay((index / items.length) * withinMs + Math.random() * 20);
      await work(item, index);
    }),
  );
};

export const until = async (holds: () => boolean, limitMs: number): Promise<boolean> => {
  const deadline = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > deadline) return false;
    await delay(50);
  }
  return true;
};

export interface Person {
  client: AppClient;
  stream: StreamClient;
}

/** Every answer that was not as it should be, by status. */
export class Answers {
  readonly wrong = new Map<number, number>();
  count = 0;

  take(status: number): boolean {
    this.count += 1;
    const isRight = status >= 200 && status < 300;
    if (!isRight) this.wrong.set(status, (this.wrong.get(status) ?? 0) + 1);
    return isRight;
  }
  get errors(): number {
    return [...this.wrong.values()].reduce((sum, one) => sum + one, 0);
  }
}
