import { describe, expect, it } from 'vitest';
import type { Excerpt, WaitingAnchor } from '@/lib/domain/source/view';
import { anchorCounts, anchorGroups, joinedExcerpts } from './anchor-groups';

const TEXT = 'Trains ran at night. They carried mail. Then they were closed.';

const excerpt = (exact: string, passageLabel = '1', around = 100, text = TEXT): Excerpt => {
  const start = text.indexOf(exact);
  const end = start + exact.length;
  const before = text.slice(Math.max(0, start - around), start);
  return { start, end, before, exact, after: text.slice(end, end + around), passageLabel };
};

const place = (id: string, more: Partial<WaitingAnchor> = {}): WaitingAnchor => ({
  id,
  subject: { type: 'note', noteId: id, isOwn: true, body: id },
  source: { id: 's', key: 'text', title: 'A text' },
  from: { id: 'v1', number: 1 },
  to: { id: 'v2', number: 2 },
  status: 'changed',
  confidence: 0.7,
  old: excerpt('Trains ran'),
  found: excerpt('They carried'),
  ...more,
});

const ids = (anchors: readonly WaitingAnchor[]) =>
  anchorGroups(anchors).map((group) => group.anchors.map(({ id }) => id));

describe('groups of places', () => {
  it('hold what went from one paragraph to the same other, in the order of the first', () => {
    const other = place('b', { old: excerpt('Trains ran', '2') });
    expect(ids([place('a'), other, place('c'), place('d', { found: excerpt('mail', '4') })])).toEqual([
      ['a', 'c'],
      ['b'],
      ['d'],
    ]);
  });

  it('part what was not found from what was, and one text from another', () => {
    const lost = place('b', { status: 'orphan', found: null });
    const unnamed = place('c', { found: excerpt('mail', '') });
    const elsewhere = place('d', { source: { id: 't', key: 'other', title: 'Another' } });
    const older = place('e', { from: { id: 'v0', number: 0 } });
    expect(ids([place('a'), lost, unnamed, elsewhere, older])).toEqual([['a'], ['b'], ['c'], ['d'], ['e']]);
  });

  it('count each status', () => {
    const all = [place('a'), place('b', { status: 'moved' }), place('c', { status: 'moved' })];
    expect(anchorCounts(all)).toEqual({ all: 3, changed: 1, moved: 2, orphan: 0 });
  });
});

describe('excerpts of one paragraph', () => {
  const said = (excerpts: readonly Excerpt[]) =>
    joinedExcerpts(excerpts).map(({ text, isMarked }) => (isMarked ? `[${text}]` : text));

  it('are one text with the words of each marked', () => {
    expect(said([excerpt('They carried mail.'), excerpt('Trains ran')])).toEqual([
      '[Trains ran]',
      ' at night. ',
      '[They carried mail.]',
      ' Then they were closed.',
    ]);
  });

  it('mark words that overlap as one, whichever comes first', () => {
    const both = [excerpt('at night. They'), excerpt('They carried')];
    expect(said(both)).toEqual(said([...both].reverse()));
    expect(said(both)[1]).toBe('[at night. They carried]');
  });

  it('say where words between them are left out', () => {
    expect(said([excerpt('Trains', '1', 4), excerpt('closed', '1', 5)]).join('')).toBe(
      '[Trains] ran … were [closed].',
    );
  });
});
