import { describe, expect, test } from 'vitest';
import { warmThread } from './warm-thread';

const aThread = ({ deadlineMs = 5_000, idleMs = 60_000 } = {}) =>
  warmThread('lib/server/thread/warm-thread.fixture.mjs', { deadlineMs, memoryMb: 32, idleMs });

const WHICH = 'say which one you are';

describe('a thread that stays', () => {
  test('does task after task', async () => {
    const thread = aThread();
    const first = await thread.run<number>(WHICH);
    expect(first).toMatchObject({ ok: true });
    expect(await thread.run(WHICH)).toEqual(first);
  });

  test('is another one after a task that took too long, too much or failed, and after one that was to be the last', async () => {
    const thread = aThread({ deadlineMs: 200 });
    const seen = new Set([(await thread.run<number>(WHICH)) as { value?: number }].map(({ value }) => value));
    const another = async () => {
      const outcome = await thread.run<number>(WHICH);
      const { value } = outcome.ok ? outcome : expect.fail(outcome.error);
      expect(seen).not.toContain(value);
      seen.add(value);
    };
    expect(await thread.run('work for ever')).toEqual({ ok: false, error: 'out-of-time' });
    await another();
    await expect(thread.run('fail')).rejects.toThrow('broken');
    await another();
    expect(await aThread().run('fill')).toEqual({ ok: false, error: 'out-of-memory' });
    await thread.run(WHICH, true);
    await another();
  });

  test('ends when it has nothing to do', async () => {
    const thread = aThread({ idleMs: 1 });
    const first = await thread.run<number>(WHICH);
    await expect.poll(() => thread.run<number>(WHICH), { interval: 50 }).not.toEqual(first);
  });

  test('is given one task at a time', async () => {
    const thread = aThread();
    const first = thread.run(WHICH);
    await expect(thread.run(WHICH)).rejects.toThrow('another task');
    expect(await first).toMatchObject({ ok: true });
  });
});
