import { describe, expect, it } from 'vitest';
import { type OutlineSection, outlineOf } from '@/lib/domain/debate/outline';
import { sketchDebate } from '@/lib/domain/debate/testing/debate-sketch';
import { outlineCommand } from './outline-keys';
import { idsAbove, type OutlineRow, outlineRows } from './outline-rows';

const outline = outlineOf(
  sketchDebate(
    ['D1', 'D1a', 'D1b', 'D2', 'D3', 'D3a'].map((code) => ({ code })),
    [
      { from: 'D1', kind: 'supports', to: 'M' },
      { from: 'D1a', kind: 'supports', to: 'D1' },
      { from: 'D1b', kind: 'supports', to: 'D1a' },
      { from: 'D2', kind: 'supports', to: 'M' },
      { from: 'D3', kind: 'supports', to: 'M' },
      { from: 'D3a', kind: 'supports', to: 'D3' },
    ],
  ),
  { isBeyondOn: false },
);
const section: OutlineSection = outline.sections[0] ?? { role: 'a', nodes: [] };
const rowsWith = (...closed: string[]): OutlineRow[] =>
  outlineRows(section, { closed: new Set(closed), only: null });
const seen = (rows: readonly OutlineRow[]): string[] =>
  rows.filter(({ isHidden }) => !isHidden).map(({ node }) => node.claim.code);

describe('the rows of a section', () => {
  it('keep a closed branch in the page, out of sight and counted', () => {
    const rows = rowsWith('D1');
    expect(rows).toHaveLength(6);
    expect(seen(rows)).toEqual(['D1', 'D2', 'D3', 'D3a']);
    expect(rows[0]).toMatchObject({ isOpen: false, hiddenCount: 2, positionInSet: 1, setSize: 3 });
  });

  it('keep a branch hidden whose own parent is open inside a closed one', () => {
    expect(seen(rowsWith('D1', 'D3'))).toEqual(['D1', 'D2', 'D3']);
  });

  it('are a flat list with places of its own when a filter is on', () => {
    const rows = outlineRows(section, { closed: new Set(['D1']), only: new Set(['D1b', 'D3']) });
    expect(seen(rows)).toEqual(['D1b', 'D3']);
    expect(rows.filter(({ isHidden }) => !isHidden)).toMatchObject([
      { level: 1, positionInSet: 1, setSize: 2, isOpen: null },
      { level: 1, positionInSet: 2, setSize: 2, isOpen: null },
    ]);
  });

  it('know which branches hold a claim, nearest first', () => {
    const node = outline.nodeById.get('D1b');
    expect(node && idsAbove(node, outline.nodeById)).toEqual(['D1a', 'D1']);
  });
});

describe('keys on a row', () => {
  const press = (key: string, at: string, ...closed: string[]) =>
    outlineCommand(rowsWith(...closed), at, key);

  it('move over visible rows only, and stop at both ends', () => {
    expect(press('ArrowDown', 'D1', 'D1')).toEqual({ type: 'move', claimId: 'D2' });
    expect(press('ArrowUp', 'D2', 'D1')).toEqual({ type: 'move', claimId: 'D1' });
    expect(press('ArrowUp', 'D1')).toBeNull();
    expect(press('ArrowDown', 'D3a')).toBeNull();
    expect(press('Home', 'D3')).toEqual({ type: 'move', claimId: 'D1' });
    expect(press('End', 'D1', 'D3')).toEqual({ type: 'move', claimId: 'D3' });
  });

  it('open a closed branch, then go into it', () => {
    expect(press('ArrowRight', 'D1', 'D1')).toEqual({ type: 'open', claimIds: ['D1'] });
    expect(press('ArrowRight', 'D1')).toEqual({ type: 'move', claimId: 'D1a' });
    expect(press('ArrowRight', 'D2')).toBeNull();
  });

  it('close an open branch, then go up', () => {
    expect(press('ArrowLeft', 'D1a')).toEqual({ type: 'close', claimIds: ['D1a'] });
    expect(press('ArrowLeft', 'D1a', 'D1a')).toEqual({ type: 'move', claimId: 'D1' });
    expect(press('ArrowLeft', 'D1b')).toEqual({ type: 'move', claimId: 'D1a' });
    expect(press('ArrowLeft', 'D2')).toBeNull();
  });

  it('open all closed siblings with a star', () => {
    expect(press('*', 'D2', 'D1', 'D3')).toEqual({ type: 'open', claimIds: ['D1', 'D3'] });
  });

  it('mean the same in capitals', () => {
    expect(press('A', 'D1')).toEqual({ type: 'vote', choice: 'agree' });
    expect(press('u', 'D1')).toEqual({ type: 'contribute', action: 'undercut' });
    expect(press('x', 'D1')).toBeNull();
  });
});
