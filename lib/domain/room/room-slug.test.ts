import { describe, expect, it } from 'vitest';
import { LONGEST_SLUG, parseRoomSlug, roomSlug } from './room-slug';

describe('the slug of a room', () => {
  it('is the debate’s for its commons, and has the key of any other room after a tilde', () => {
    expect(roomSlug('mine-ban', null)).toBe('mine-ban');
    expect(roomSlug('mine-ban', 'k3f9x2')).toBe('mine-ban~k3f9x2');
  });

  it('is read back', () => {
    for (const key of [null, 'k3f9x2ab7c']) {
      expect(parseRoomSlug(roomSlug('mine-ban', key))).toEqual({ debateSlug: 'mine-ban', key });
    }
    expect(roomSlug('a'.repeat(80), 'k'.repeat(16))).toHaveLength(LONGEST_SLUG);
  });

  it('names nothing when it has another shape', () => {
    for (const slug of [
      '',
      '~k3f9x2',
      'mine-ban~',
      'mine-ban~K3F9X2',
      'a~b~c',
      'Mine',
      'a b',
      'a\0',
      'a'.repeat(81),
    ]) {
      expect(parseRoomSlug(slug)).toBeNull();
    }
  });
});
