import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveMessage } from '@/lib/domain/room/live';
import { LiveRoom } from './live-room';

/** What a browser has and Node has not: an event source that is spoken through by hand, and locks of one holder. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static readonly open = new Set<Source>();
  static made = 0;
  readyState = 1;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    Source.made += 1;
    Source.open.add(this);
  }
  close(): void {
    Source.open.delete(this);
  }
  say(message: LiveMessage): void {
    this.dispatchEvent(new MessageEvent(message.type, { data: JSON.stringify(message) }));
  }
  refuse(): void {
    this.readyState = Source.CLOSED;
    this.onerror?.();
  }
}

class Locks {
  private readonly waiting: (() => Promise<void>)[] = [];
  private isHeld = false;
  request(_name: string, { signal }: { signal: AbortSignal }, run: () => Promise<void>): Promise<void> {
    const turn = async () => {
      if (signal.aborted) return this.next();
      this.isHeld = true;
      await run();
      this.isHeld = false;
      this.next();
    };
    this.waiting.push(turn);
    if (!this.isHeld) this.next();
    return Promise.resolve();
  }
  private next(): void {
    void this.waiting.shift()?.();
  }
}

const fetched = vi.fn<(url: string) => Promise<Response>>();
const stops: (() => void)[] = [];

function tab() {
  const room = new LiveRoom('R', 'P', '1');
  const heard: string[] = [];
  room.listen(({ type }) => heard.push(type));
  stops.push(room.start());
  return { room, heard };
}
const only = (): Source => {
  const [source, ...more] = Source.open;
  if (!source || more.length > 0) throw new Error(`${Source.open.size} streams are open`);
  return source;
};

describe('two tabs of one browser in one room', () => {
  beforeEach(() => {
    Source.open.clear();
    Source.made = 0;
    fetched.mockImplementation(async () => Response.json({ cursor: '1', messages: [] }));
    vi.stubGlobal('EventSource', Source);
    vi.stubGlobal('navigator', { onLine: true, locks: new Locks() });
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('fetch', fetched);
  });
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('keep one stream, and hand it over when the tab that has it goes', async () => {
    const first = tab();
    const second = tab();
    only().say({ type: 'here', count: 3 });
    await vi.waitFor(() => expect(second.room.read().here).toBe(3));
    expect([first.heard, second.heard]).toEqual([['here'], ['here']]);
    stops.shift()?.();
    await vi.waitFor(() => expect(Source.made).toBe(2));
    only().say({ type: 'here', count: 2 });
    expect(second.room.read().here).toBe(2);
  });
  it('both hear that their reader was taken out, and neither tries again', async () => {
    const first = tab();
    const second = tab();
    only().say({ type: 'bye', reason: 'no-access', retryMs: null });
    await vi.waitFor(() => expect(second.heard).toEqual(['bye']));
    expect(first.heard).toEqual(['bye']);
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setImmediate(resolve));
    expect([Source.open.size, Source.made]).toEqual([0, 1]);
  });
  it('go on when the server only stops', async () => {
    const second = [tab(), tab()][1];
    only().say({ type: 'bye', reason: 'stopping', retryMs: 0 });
    await vi.waitFor(() => expect(Source.made).toBe(2));
    expect(second?.heard).toEqual([]);
  });
  it('stop asking for a stream that is refused', async () => {
    vi.useFakeTimers();
    const { heard } = tab();
    fetched.mockImplementation(async () => Response.json({ error: { code: 'not-found' } }, { status: 404 }));
    only().refuse();
    await vi.advanceTimersByTimeAsync(2_000);
    only().refuse();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(heard).toEqual(['bye']);
    expect([Source.open.size, Source.made]).toEqual([0, 2]);
  });
});
