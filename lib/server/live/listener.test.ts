import { expect, test } from 'vitest';
import { makeActor } from '../../policy/actor';
import type { RoomContext } from '../room/room-context';
import { Listener, MOST_WAITING_BYTES } from './listener';
import { hear } from './testing/hear';

/** Of a room no more than what a stream says of it. */
const room = { path: ['commons', 'class'], homes: [] } as unknown as RoomContext;
const here = { type: 'here', count: 3 } as const;

test('a reader who takes nothing is dropped at 64 kB, and the place is free at once', () => {
  const listener = new Listener(makeActor.visitor(), room);
  let freed = 0;
  listener.onEnd(() => {
    freed += 1;
  });
  listener.open(1_000);
  const bytes = 'event: here\ndata: {"type":"here","count":3}\n\n'.length;
  let sent = 0;
  while (!listener.hasEnded && sent < 100_000) {
    listener.send(here);
    sent += 1;
  }
  expect(sent * bytes).toBeGreaterThan(MOST_WAITING_BYTES - 2 * bytes);
  expect(sent * bytes).toBeLessThan(MOST_WAITING_BYTES + 2 * bytes);
  expect(freed).toBe(1);
});

test('a reader who leaves is let go of once', async () => {
  const listener = new Listener(makeActor.visitor(), room);
  let freed = 0;
  listener.onEnd(() => {
    freed += 1;
  });
  const ear = hear(listener.open(1_000));
  await ear.close();
  listener.end('stopping', 5);
  listener.send(here);
  expect(freed).toBe(1);
});

test('numbered messages say how far each room of the path was heard, others nothing', async () => {
  const listener = new Listener(makeActor.visitor(), room);
  const ear = hear(listener.open(1_000));
  listener.at.set('commons', 12);
  listener.at.set('class', 5);
  listener.send(here);
  await ear.until(({ type }) => type === 'here');
  expect(ear.lastId()).toBeNull();
  listener.send({ type: 'hello' }, true);
  await ear.until(({ type }) => type === 'hello');
  expect(ear.lastId()).toBe('12.5');
  listener.end('stopping', 700);
  await ear.ended;
  expect(ear.messages.at(-1)).toEqual({ type: 'bye', reason: 'stopping', retryMs: 700 });
});
