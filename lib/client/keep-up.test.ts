import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiResult } from './api';
import { KeepUp } from './keep-up';

interface Answer {
  pause: number | null;
}

const trouble = (status: number): ApiResult<Answer> => ({
  ok: false,
  error: {
    kind: 'http',
    status,
    code: null,
    message: '',
    field: null,
    requestId: null,
    current: null,
    retryAfterMs: null,
  },
});

/** A server that takes so long for each answer, in milliseconds. */
function asked(takes: number, answers: ApiResult<Answer>[]) {
  const page = { asked: 0, aborted: 0, shown: 0, isLookedAt: true };
  const keepUp = new KeepUp<Answer>({
    read: (signal) => {
      const answer = answers[page.asked] ?? { ok: true, value: { pause: null } };
      page.asked += 1;
      signal.addEventListener('abort', () => {
        page.aborted += 1;
      });
      return new Promise((resolve) => setTimeout(() => resolve(answer), takes));
    },
    show: () => {
      page.shown += 1;
    },
    pauseOf: ({ pause }) => pause,
    isLookedAt: () => page.isLookedAt,
  });
  return { page, keepUp };
}
const again = (pause: number | null): ApiResult<Answer> => ({ ok: true, value: { pause } });
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('what is kept up with a server', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is asked for again only after the last answer, however slow that is', async () => {
    const { page, keepUp } = asked(3_000, [again(1_000), again(1_000), again(null)]);
    keepUp.ask();
    await wait(2_000);
    keepUp.ask();
    await wait(1_999);
    expect(page).toMatchObject({ asked: 1, shown: 1 });
    await wait(1);
    expect(page.asked).toBe(2);
    await wait(60_000);
    expect(page).toMatchObject({ asked: 3, shown: 3, aborted: 0 });
  });
  it('of a voting class is asked for every few seconds, and no more often', async () => {
    const { page, keepUp } = asked(100, [again(30_000), again(30_000), again(30_000)]);
    keepUp.ask();
    for (let heard = 0; heard < 60; heard += 1) {
      keepUp.hear();
      await wait(100);
    }
    expect(page.asked).toBe(2);
    await wait(5_000);
    expect(page.asked).toBe(3);
  });
  it('does not wait longer because something was heard', async () => {
    const { page, keepUp } = asked(0, [again(1_000), again(null)]);
    keepUp.ask();
    await wait(0);
    keepUp.hear();
    await wait(1_000);
    expect(page.asked).toBe(2);
  });
  it('is asked for when the page is looked at again, if it fell due meanwhile', async () => {
    const { page, keepUp } = asked(0, [again(1_000), again(null)]);
    page.isLookedAt = false;
    keepUp.ask();
    await wait(60_000);
    expect(page.asked).toBe(1);
    page.isLookedAt = true;
    keepUp.look();
    expect(page.asked).toBe(2);
    await wait(60_000);
    keepUp.look();
    expect(page.asked).toBe(2);
  });
  it('is due from when it was learnt otherwise, and the question under way is dropped', async () => {
    const { page, keepUp } = asked(500, [again(null), again(null)]);
    keepUp.ask();
    keepUp.learn({ pause: 2_000 });
    await wait(1_999);
    expect(page).toMatchObject({ asked: 1, shown: 0, aborted: 1 });
    await wait(1);
    expect(page.asked).toBe(2);
  });
  it('is asked for again after trouble, but not by whom the server shuts out', async () => {
    const busy = asked(0, [trouble(503), again(null)]);
    busy.keepUp.ask();
    await wait(30_000);
    expect(busy.page.asked).toBe(2);
    for (const status of [401, 403, 404]) {
      const { page, keepUp } = asked(0, [trouble(status)]);
      keepUp.ask();
      await wait(120_000);
      expect(page.asked, String(status)).toBe(1);
    }
  });
  it('is left alone once the page is left', async () => {
    const { page, keepUp } = asked(100, [again(1_000), again(1_000)]);
    keepUp.ask();
    await wait(100);
    keepUp.stop();
    await wait(60_000);
    expect(page.asked).toBe(1);
  });
});
