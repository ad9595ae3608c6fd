import { describe, expect, test } from 'vitest';
import { readLiveMessage } from './live';
import { latestCursor, readCursor, writeCursor } from './live-cursor';

describe('a cursor', () => {
  test('comes back as it was written, for a path of as many rooms', () => {
    expect(readCursor(writeCursor([12, 5]), 2)).toEqual([12, 5]);
    expect(readCursor('12.5', 1)).toBeNull();
    expect(readCursor('12', 2)).toBeNull();
  });

  test.each(['', '1.', '-1', '1e9', '1.2.3.4.5', 'x', '9'.repeat(16), null, undefined])(
    'is not %j',
    (text) => {
      expect(readCursor(text, 1)).toBeNull();
    },
  );

  test('and another make the farther one of each room', () => {
    expect(latestCursor([3, 9], [4, 2])).toEqual([4, 9]);
  });
});

describe('a message', () => {
  test('of a kind or an event that this page does not know is no message', () => {
    expect(readLiveMessage('{"type":"hello"}')).toEqual({ type: 'hello' });
    expect(readLiveMessage('{"type":"poem"}')).toBeNull();
    expect(readLiveMessage('{"type":"event","event":"claim-sung"}')).toBeNull();
    expect(readLiveMessage('{')).toBeNull();
  });
});
