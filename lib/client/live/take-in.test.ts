import { describe, expect, test } from 'vitest';
import { noteOf } from '@/lib/domain/annotation/testing/plain-note';
import { claimOf } from '@/lib/domain/debate/testing/plain-debate';
import type { LiveEvent } from '@/lib/domain/room/live';
import { EMPTY_SNAPSHOT, withClaim, withNote } from '../contribution-snapshot';
import { threadFilterKey } from '../threads';
import { countNews, NO_NEWS, withNews } from './news';
import { isKnown, withoutHidden, withTallies } from './take-in';

const event = (name: LiveEvent['event'], subject = 'D1', more: Partial<LiveEvent> = {}): LiveEvent => ({
  type: 'event',
  room: 'room',
  ordinal: 1,
  event: name,
  subject,
  ...more,
});

describe('news', () => {
  test('counts things, not events, and a new thing stays new when it changes', () => {
    const heard = [
      event('claim-published', 'D1'),
      event('claim-edited', 'D1'),
      event('claim-edited', 'D2'),
      event('annotation-added', 'N1'),
      event('annotation-added', 'N2'),
    ].reduce(withNews, NO_NEWS);
    expect(countNews(heard)).toEqual({ claims: 1, lines: 0, notes: 2, changes: 1, all: 4 });
  });

  test('is not what this tab did a moment ago', () => {
    const claim = claimOf('D1', { side: 'a' });
    const own = {
      ...EMPTY_SNAPSHOT,
      overlay: { ...EMPTY_SNAPSHOT.overlay, claims: new Map([['D1', { claim, at: 1_000 }]]) },
    };
    expect(isKnown(own, null, event('claim-edited'), 2_000)).toBe(true);
    expect(isKnown(own, null, event('claim-edited'), 60_000)).toBe(false);
    expect(isKnown(EMPTY_SNAPSHOT, null, event('claim-edited'), 2_000)).toBe(false);
  });
});

test('counts that were heard stand beside those heard before', () => {
  const first = withTallies(EMPTY_SNAPSHOT, { D1: { agree: 1, disagree: 0, pass: 0 } }, 1);
  const both = withTallies(first, { D2: { agree: 0, disagree: 2, pass: 0 } }, 2);
  expect([...both.overlay.tallies.keys()]).toEqual(['D1', 'D2']);
});

describe('what is shown again is news, however soon after it was hidden', () => {
  test('a note', () => {
    const note = noteOf('N1');
    const list = {
      ...EMPTY_SNAPSHOT,
      threads: new Map([[threadFilterKey({ claimId: 'claim' }), [{ note, replies: [] }]]]),
    };
    const hidden = withoutHidden(list, null, event('annotation-hidden', 'N1'), 1_000);
    expect(hidden && isKnown(hidden, null, event('annotation-shown', 'N1'), 1_500)).toBe(false);
    expect(isKnown(withNote(list, note, 1_000), null, event('annotation-shown', 'N1'), 1_500)).toBe(true);
  });

  test('a claim', () => {
    const claim = claimOf('D1', { side: 'a' });
    const published = withClaim(EMPTY_SNAPSHOT, claim, 500);
    const archived = withoutHidden(published, null, event('claim-archived'), 1_000);
    expect(archived && isKnown(archived, null, event('claim-published'), 1_500)).toBe(false);
    expect(isKnown(published, null, event('claim-published'), 1_500)).toBe(true);
  });
});
