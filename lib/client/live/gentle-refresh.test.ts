import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiResult } from '../api';
import { GentleRefresh } from './gentle-refresh';

const yes: ApiResult<unknown> = { ok: true, value: {} };
const no = (status: number, retryAfterMs: number | null = null): ApiResult<unknown> => ({
  ok: false,
  error: {
    kind: 'http',
    status,
    code: null,
    message: '',
    field: null,
    requestId: null,
    current: null,
    retryAfterMs,
  },
});

function pageWith(answers: ApiResult<unknown>[]) {
  const page = { asked: 0, refreshed: 0 };
  const gentle = new GentleRefresh({
    ask: async () => answers[page.asked++] ?? yes,
    refresh: () => {
      page.refreshed += 1;
    },
  });
  return { page, gentle };
}

describe('a page that is read anew behind its reader', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('is asked for once the server answers, and less and less often until then', async () => {
    const { page, gentle } = pageWith([
      no(503),
      { ok: false, error: { kind: 'network', isTimeout: true } },
      no(503),
    ]);
    gentle.soon(0);
    await vi.advanceTimersByTimeAsync(13_999);
    expect(page).toEqual({ asked: 3, refreshed: 0 });
    await vi.advanceTimersByTimeAsync(1);
    expect(page).toEqual({ asked: 4, refreshed: 1 });
  });
  it('waits as long as a busy server says', async () => {
    const { page, gentle } = pageWith([no(503, 20_000)]);
    gentle.soon(0);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(page.asked).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(page.refreshed).toBe(1);
  });
  it('is asked for at once when it has to say that there is nothing to see', async () => {
    for (const status of [401, 403, 404]) {
      const { page, gentle } = pageWith([no(status)]);
      gentle.soon(0);
      await vi.advanceTimersByTimeAsync(0);
      expect(page, String(status)).toEqual({ asked: 1, refreshed: 1 });
    }
  });
  it('is asked for once for many changes, and no more once it was left', async () => {
    const { page, gentle } = pageWith([]);
    gentle.soon(100);
    gentle.soon(0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(page).toEqual({ asked: 1, refreshed: 1 });
    gentle.soon(100);
    gentle.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(page.asked).toBe(1);
  });
});
