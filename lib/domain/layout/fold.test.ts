import { describe, expect, it } from 'vitest';
import { exampleMap } from './example-map.fixture';
import { screenGeometry } from './geometry';
import { layoutMap } from './layout-map';
import type { LayoutInput, MapLayout } from './types';

const folded = (map: MapLayout) =>
  map.claims.filter((claim) => claim.hiddenCount > 0).map((claim) => claim.id);
const shown = (map: MapLayout) => map.claims.map((claim) => claim.id);
const line = (map: MapLayout, from: string, to: string) =>
  map.lines.find((other) => other.fromClaimId === from && other.toClaimId === to);
const opened = (rest: Partial<LayoutInput> = {}) => layoutMap(exampleMap({ autoFold: false, ...rest }));

describe('folding by hand', () => {
  it('hides the branch and counts it on the card', () => {
    const map = opened({ folded: new Set(['D1']) });
    const card = map.claims.find((claim) => claim.id === 'D1');
    expect(card).toMatchObject({ hiddenCount: 4, foldedAutomatically: false, hasChildren: true });
    expect(shown(map)).not.toContain('D1b');
    expect(map.claims).toHaveLength(28 - 4);
  });

  it('says nothing of a folded claim without a branch', () => {
    expect(folded(opened({ folded: new Set(['D2']) }))).toEqual([]);
  });

  it('never folds the motion', () => {
    expect(shown(opened({ folded: new Set(['M']) }))).toHaveLength(28);
  });

  it('draws a line whose end is hidden from the folded card', () => {
    const map = opened({ folded: new Set(['D5']) });
    expect(line(map, 'D5', 'D1c')).toMatchObject({ viaFolded: true, role: 'cross', kind: 'supports' });
  });

  it('merges lines of one kind that then have the same ends', () => {
    const { relations } = exampleMap();
    const also = {
      id: 'also',
      kind: 'attacks',
      fromClaimId: 'H4a',
      to: { claimId: 'D4' },
      order: 900,
    } as const;
    const map = opened({ relations: [...relations, also], folded: new Set(['H4']) });
    const between = map.lines.filter((other) => other.fromClaimId === 'H4' && other.toClaimId === 'D4');
    expect(between).toMatchObject([{ kind: 'attacks', relationIds: ['H4b/D4', 'also'], viaFolded: true }]);
  });

  it('drops lines that lie inside a folded branch', () => {
    const map = opened({ folded: new Set(['D1', 'D4', 'D5', 'H4']) });
    expect(map.lines.some((other) => other.fromClaimId === other.toClaimId)).toBe(false);
    expect(map.lines.flatMap((other) => other.relationIds)).not.toContain('D1a/D1');
  });

  it('ends an undercut of a hidden line at the folded card', () => {
    const map = opened({ folded: new Set(['D1']) });
    expect(line(map, 'H6', 'D1')).toMatchObject({ kind: 'undercuts', viaFolded: true });
  });
});

describe('automatic folding', () => {
  it('fits the worked debate into a 1440 x 900 window', () => {
    for (const beyond of [false, true]) {
      const map = layoutMap(exampleMap({ beyond, selectedId: 'D1d' }));
      const lowest = Math.max(...map.claims.map((claim) => claim.y + claim.heightPx));
      expect(lowest).toBeLessThanOrEqual(848 - 58);
      expect(map.heightPx).toBe(848);
    }
  });

  it('folds nothing when everything fits', () => {
    const map = layoutMap(exampleMap({ geometry: screenGeometry(1900, 1400) }));
    expect(folded(map)).toEqual([]);
  });

  it('folds further rings when the canvas is too narrow for them', () => {
    const map = layoutMap(exampleMap({ geometry: screenGeometry(760, 1400) }));
    expect(new Set(map.claims.map((claim) => claim.ring))).toEqual(new Set([0, 1]));
  });

  it('never hides the selected claim', () => {
    for (const { id } of exampleMap().claims) {
      expect(shown(layoutMap(exampleMap({ selectedId: id, geometry: screenGeometry(700, 500) })))).toContain(
        id,
      );
    }
  });

  it('leaves open what the reader opened', () => {
    const narrow = { geometry: screenGeometry(1096, 700), selectedId: 'H1' };
    const automatic = layoutMap(exampleMap(narrow));
    const [first = ''] = folded(automatic);
    const map = layoutMap(exampleMap({ ...narrow, unfolded: new Set([first]) }));
    expect(folded(map)).not.toContain(first);
    expect(automatic.claims.find((claim) => claim.id === first)?.foldedAutomatically).toBe(true);
  });

  it('folds the branch farthest from the selection first, then the one with fewest votes', () => {
    const parents: Record<string, string> = { a: 'M', b: 'M', a1: 'a', a2: 'a', b1: 'b' };
    for (const parent of ['a1', 'a2', 'b1']) for (const n of [1, 2, 3]) parents[`${parent}${n}`] = parent;
    const votes: Record<string, number> = { a1: 2, a2: 5, b1: 9 };
    const ids = Object.keys(parents);
    const input: LayoutInput = {
      ...exampleMap({ geometry: screenGeometry(1900, 848) }),
      claims: ids.map((id, order) => ({
        id,
        wing: 'start',
        order,
        heightPx: { inner: 89, outer: 84 },
        votes: votes[id] ?? 0,
      })),
      relations: ids.map((id, order) => ({
        id: `r${id}`,
        kind: 'supports',
        fromClaimId: id,
        to: { claimId: parents[id] ?? 'M' },
        order,
      })),
    };
    const foldedFor = (selectedId: string) => folded(layoutMap({ ...input, rootId: 'M', selectedId }));
    expect(foldedFor('a1')).toEqual(['b1']);
    expect(foldedFor('b1')).toEqual(['a1']);
  });

  it('keeps every first-ring card and grows taller when they alone are too high', () => {
    const map = layoutMap(exampleMap({ geometry: screenGeometry(1096, 400) }));
    expect(map.claims.filter((claim) => claim.ring === 1)).toHaveLength(7 + 6);
    expect(map.heightPx).toBeGreaterThan(400);
  });
});
