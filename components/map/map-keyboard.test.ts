import { describe, expect, it } from 'vitest';
import type { MapLayout, PlacedClaim, PlacedLine } from '@/lib/domain/layout/types';
import { linesAt, nextLine, nextMove, otherEnd } from './map-keyboard';

const card = (
  id: string,
  column: string,
  y: number,
  parentId: string | null,
  more: Partial<PlacedClaim> = {},
): PlacedClaim => ({
  id,
  x: 0,
  y,
  widthPx: 204,
  heightPx: 80,
  column,
  ring: column === 'm' ? 0 : Number(column.slice(1)),
  wing: column === 'm' ? 'middle' : column.startsWith('l') ? 'start' : 'end',
  parentId,
  parentRelationId: null,
  position: 0,
  hasChildren: false,
  hiddenCount: 0,
  foldedAutomatically: false,
  ...more,
});

const line = (id: string, fromClaimId: string, to: Partial<PlacedLine>): PlacedLine => ({
  id,
  relationIds: [id],
  kind: 'supports',
  fromClaimId,
  role: 'primary',
  path: 'M0 0L1 1',
  start: { x: 0, y: 0 },
  end: { x: 1, y: 1, angleDeg: 0 },
  points: [],
  viaFolded: false,
  ...to,
});

const layout: MapLayout = {
  claims: [
    card('M', 'm', 300, null),
    card('D1', 'l1', 0, 'M'),
    card('D2', 'l1', 290, 'M'),
    card('D4', 'l1', 500, 'M', { hasChildren: true, hiddenCount: 2 }),
    card('D1a', 'l2', 0, 'D1'),
    card('D1c', 'l2', 120, 'D1'),
    card('H1', 'r1', 310, 'M'),
    card('H5', 'r1', 0, 'M'),
  ],
  lines: [
    line('D1>M', 'D1', { toClaimId: 'M' }),
    line('D1a>D1', 'D1a', { toClaimId: 'D1' }),
    line('H1>D1', 'H1', { toClaimId: 'D1', kind: 'attacks', role: 'cross' }),
    line('H5>(D1>M)', 'H5', { toRelationId: 'D1>M', kind: 'undercuts', role: 'cross' }),
  ],
  widthPx: 1096,
  heightPx: 848,
};

describe('moving between cards', () => {
  it.each([
    ['M', 'ArrowLeft', 'D2'],
    ['M', 'ArrowRight', 'H1'],
    ['D1', 'ArrowRight', 'M'],
    ['D1', 'ArrowLeft', 'D1a'],
    ['D1a', 'ArrowRight', 'D1'],
    ['H1', 'ArrowLeft', 'M'],
    ['D1', 'ArrowDown', 'D2'],
    ['D2', 'ArrowUp', 'D1'],
    ['D1c', 'Home', 'M'],
  ] as const)('from %s, %s goes to %s', (from, key, to) => {
    expect(nextMove(layout, from, key)).toEqual({ type: 'to', claimId: to });
  });

  it('stays where it is at the end of a column or of a branch', () => {
    expect(nextMove(layout, 'D1', 'ArrowUp')).toBeNull();
    expect(nextMove(layout, 'D1a', 'ArrowLeft')).toBeNull();
    expect(nextMove(layout, 'H1', 'ArrowRight')).toBeNull();
  });

  it('opens a folded branch when going outward', () => {
    expect(nextMove(layout, 'D4', 'ArrowLeft')).toEqual({ type: 'unfold', claimId: 'D4' });
  });

  it('returns to the motion from a card that is no longer drawn', () => {
    expect(nextMove(layout, 'gone', 'ArrowUp')).toEqual({ type: 'to', claimId: 'M' });
  });
});

describe('following lines', () => {
  it('steps through own lines, then incoming ones, then undercuts of the own line, and then ends', () => {
    expect(linesAt(layout, 'D1').map((each) => each.id)).toEqual(['D1>M', 'D1a>D1', 'H1>D1', 'H5>(D1>M)']);
    expect(nextLine(layout, 'D1', null)?.id).toBe('D1>M');
    expect(nextLine(layout, 'D1', 'D1>M')?.id).toBe('D1a>D1');
    expect(nextLine(layout, 'D1', 'H5>(D1>M)')).toBeNull();
    expect(nextLine(layout, 'D2', null)).toBeNull();
  });

  it('leads to the other end, and from an undercut to the claim whose line it meets', () => {
    const [own, , attack, undercut] = linesAt(layout, 'D1') as [
      PlacedLine,
      PlacedLine,
      PlacedLine,
      PlacedLine,
    ];
    expect(otherEnd(layout, own, 'D1')).toBe('M');
    expect(otherEnd(layout, attack, 'D1')).toBe('H1');
    expect(otherEnd(layout, undercut, 'D1')).toBe('H5');
    expect(otherEnd(layout, undercut, 'H5')).toBe('D1');
  });
});
