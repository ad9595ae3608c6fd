import { describe, expect, it } from 'vitest';
import { claimOf, debateOf, relationOf } from '@/lib/domain/debate/testing/plain-debate';
import { fittedViewport } from './fitted-viewport';
import { mapClaims } from './map-claims';
import { fittedLayout, heightKey, type LayoutOptions } from './map-layout-input';

const reasons = (count: number) => Array.from({ length: count }, (_, index) => `D${index + 1}`);
const debate = (count: number) =>
  debateOf(
    [...reasons(count), 'D1a', 'H1'].map((code) => claimOf(code)),
    [
      ...reasons(count).map((code) => relationOf(code, 'supports', 'M')),
      relationOf('D1a', 'supports', 'D1'),
      relationOf('H1', 'attacks', 'M'),
    ],
  );
const layoutOf = (count: number, more: Partial<LayoutOptions> = {}) => {
  const shown = debate(count);
  return fittedLayout(shown, mapClaims(shown, true), {
    canvas: { widthPx: 1096, heightPx: 847 },
    folded: new Set(),
    unfolded: new Set(),
    anchorId: null,
    measured: new Map(reasons(count).map((code) => [heightKey(code, 'inner'), 100])),
    flagged: new Set(),
    ...more,
  });
};

describe('fitting the map to its canvas', () => {
  it('lays a small map out at 100 %', () => {
    const layout = layoutOf(4);
    expect([layout.widthPx, layout.heightPx]).toEqual([1096, 847]);
  });

  it('takes a larger canvas of the same shape when a first ring is too high, and no more than it needs', () => {
    const layout = layoutOf(8);
    const { zoom } = fittedViewport(layout, { widthPx: 1096, heightPx: 847 });
    expect(zoom).toBeLessThan(1);
    expect(zoom).toBeGreaterThan(0.8);
    expect(layout.claims.filter((claim) => claim.ring === 1)).toHaveLength(9);
  });

  it('folds the second ring of a narrow canvas, unless the anchor stands there', () => {
    const canvas = { widthPx: 700, heightPx: 847 };
    expect(layoutOf(4, { canvas }).claims.some((claim) => claim.id === 'D1a')).toBe(false);
    expect(layoutOf(4, { canvas, anchorId: 'D1a' }).claims.some((claim) => claim.id === 'D1a')).toBe(true);
  });
});
