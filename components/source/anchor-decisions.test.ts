import { afterEach, describe, expect, test, vi } from 'vitest';
import { decideAnchor } from '@/lib/client/anchors';
import type { AnchorQueue, WaitingAnchor } from '@/lib/domain/source/view';
import { answered, begun, isSettled, NO_DECISIONS, reviewOf } from './anchor-decisions';

const place = (id: string): WaitingAnchor => ({
  ...{ id, status: 'orphan', confidence: 0, found: null },
  subject: { type: 'note', noteId: id, body: '', isOwn: true },
  source: { id: 'source', key: 'S', title: 'A text' },
  from: { id: 'one', number: 1 },
  to: { id: 'two', number: 2 },
  old: { start: 0, end: 1, exact: 'x', before: '', after: '', passageLabel: '1' },
});
const queueOf = (ids: string[], count = ids.length): AnchorQueue => ({ count, anchors: ids.map(place) });
const shown = (queue: AnchorQueue, decisions = NO_DECISIONS) => {
  const { anchors, count, saving } = reviewOf(queue, decisions);
  return { ids: anchors.map(({ id }) => id), count, saving };
};

afterEach(() => vi.unstubAllGlobals());

describe('places under review', () => {
  const queue = queueOf(['a', 'b']);

  test('leave the list when they are answered, and are being saved until the server has them', () => {
    const one = begun(NO_DECISIONS, 'a');
    expect(shown(queue, one)).toEqual({ ids: ['b'], count: 1, saving: 1 });
    const both = begun(one, 'b');
    expect(shown(queue, both)).toEqual({ ids: [], count: 0, saving: 2 });
    expect(isSettled(queue, both)).toBe(false);
    const half = answered(both, 'b', null);
    expect(shown(queue, half)).toEqual({ ids: [], count: 0, saving: 1 });
    expect(isSettled(queue, half)).toBe(false);
    const all = answered(half, 'a', null);
    expect(shown(queue, all)).toEqual({ ids: [], count: 0, saving: 0 });
    expect(isSettled(queue, all)).toBe(true);
  });

  test('come back with the reason when the server did not take the decision, and lose it with the next try', () => {
    const refused = answered(begun(NO_DECISIONS, 'a'), 'a', 'offline');
    expect(shown(queue, refused)).toEqual({ ids: ['a', 'b'], count: 2, saving: 0 });
    expect(refused.troubles.get('a')).toBe('offline');
    expect(isSettled(queue, refused)).toBe(false);
    expect(begun(refused, 'a').troubles.size).toBe(0);
  });

  test('are counted beyond those that the page shows, also after the queue was read again', () => {
    const taken = answered(begun(NO_DECISIONS, 'a'), 'a', null);
    expect(shown(queueOf(['a', 'b'], 5), taken)).toEqual({ ids: ['b'], count: 4, saving: 0 });
    expect(shown(queueOf(['b', 'c'], 4), taken)).toEqual({ ids: ['b', 'c'], count: 4, saving: 0 });
  });

  test('that never were any are no news', () => {
    expect(isSettled(queueOf([]), NO_DECISIONS)).toBe(false);
  });
});

test('a decision outlives the page that it was made on', async () => {
  const fetched = vi.fn(async () => Response.json({ id: 'a', count: 0 }));
  vi.stubGlobal('fetch', fetched);
  await decideAnchor('debate', 'a', { decision: 'confirmed' });
  expect(fetched).toHaveBeenCalledWith(
    '/api/v1/debates/debate/anchors/a/decision',
    expect.objectContaining({ keepalive: true }),
  );
});
