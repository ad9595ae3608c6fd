import { describe, expect, it } from 'vitest';
import { exampleMap } from './example-map.fixture';
import { screenGeometry } from './geometry';
import {
  coveringLines,
  crossings,
  linesOverCards,
  linesOverTabs,
  looseUndercuts,
  overlappingCards,
} from './layout-check.fixture';
import { layoutMap } from './layout-map';
import { randomMap, seededRandom, shuffled } from './random-map.fixture';
import type { LayoutInput, MapLayout } from './types';

/** Everything that must never happen, by name, so that a failure says where. */
function faults(map: MapLayout): string[] {
  return [
    ...overlappingCards(map).map((text) => `cards: ${text}`),
    ...linesOverCards(map),
    ...linesOverTabs(map),
    ...looseUndercuts(map).map((text) => `loose: ${text}`),
  ];
}

const order = (map: MapLayout, column: string) =>
  map.claims
    .filter((claim) => claim.column === column)
    .sort((a, b) => a.y - b.y)
    .map((claim) => claim.id);

const CANVASES = [
  [1096, 848],
  [1440, 1000],
  [700, 600],
] as const;

describe('the worked debate', () => {
  const open = layoutMap(exampleMap({ autoFold: false }));

  it('stands on the side of each claim, ring by ring', () => {
    expect(order(open, 'l1')).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7']);
    expect(order(open, 'r1')).toEqual(['H6', 'H5', 'H1', 'H2', 'H3', 'H4']);
    expect(order(open, 'l3')).toEqual(['D1b']);
    expect(order(open, 'm')).toEqual(['M']);
  });

  it('orders siblings so that undercuts and cross-links reach their lines', () => {
    expect(order(open, 'l2')).toEqual(['D1d', 'D1a', 'D1c', 'X2', 'D4b', 'D4a', 'D5a', 'X1']);
  });

  it('draws every relation once', () => {
    const drawn = open.lines.flatMap((line) => line.relationIds);
    expect([...drawn].sort()).toEqual(
      exampleMap()
        .relations.map((relation) => relation.id)
        .sort(),
    );
  });

  it('lets both sides fill the same height', () => {
    for (const beyond of [false, true]) {
      const map = layoutMap(exampleMap({ beyond }));
      const extent = (column: string) => {
        const cards = map.claims.filter((claim) => claim.column === column);
        return [
          Math.min(...cards.map((card) => card.y)),
          Math.max(...cards.map((card) => card.y + card.heightPx)),
        ] as const;
      };
      const [left, right] = [extent('l1'), extent('r1')];
      // A column may give up the strip of one lane at either end.
      expect(Math.abs(left[0] - right[0])).toBeLessThanOrEqual(27);
      expect(Math.abs(left[1] - right[1])).toBeLessThanOrEqual(27);
      expect(right[1] - right[0]).toBeGreaterThan(700);
    }
  });

  it('crosses few lines', () => {
    // The hand-made picture of 27 lines has 9 crossings.
    expect(crossings(open).length).toBeLessThanOrEqual(8);
    expect(crossings(layoutMap(exampleMap({ beyond: true, autoFold: false }))).length).toBeLessThanOrEqual(9);
    expect(crossings(layoutMap(exampleMap({ selectedId: 'D1d' }))).length).toBeLessThanOrEqual(12);
  });

  it('never lets primary lines cross each other', () => {
    const primary = { ...open, lines: open.lines.filter((line) => line.role === 'primary') };
    expect(crossings(primary)).toEqual([]);
  });

  it('fits the width of its canvas', () => {
    expect(layoutMap(exampleMap({ selectedId: 'D1d' })).widthPx).toBe(1096);
  });

  it('is clean whatever is selected, with and without the layer beyond the article', () => {
    for (const beyond of [false, true]) {
      for (const { id } of exampleMap({ beyond }).claims) {
        const map = layoutMap(exampleMap({ beyond, selectedId: id }));
        expect([id, ...faults(map), ...coveringLines(map)]).toEqual([id]);
      }
    }
  }, 60_000);

  it('is clean whichever branch is folded by hand', () => {
    for (const { id } of exampleMap({ beyond: true }).claims) {
      const map = layoutMap(exampleMap({ beyond: true, autoFold: false, folded: new Set([id]) }));
      expect([id, ...faults(map), ...coveringLines(map)]).toEqual([id]);
    }
  }, 60_000);

  it('is clean on every canvas', () => {
    for (const [width, height] of [...CANVASES, [1900, 1400], [500, 400], [2560, 900]] as const) {
      const map = layoutMap(exampleMap({ beyond: true, geometry: screenGeometry(width, height) }));
      expect([`${width} x ${height}`, ...faults(map)]).toEqual([`${width} x ${height}`]);
    }
  }, 60_000);
});

describe('random debates', () => {
  for (const size of [50, 150]) {
    for (const autoFold of [false, true]) {
      it(`has ${size} claims, ${autoFold ? 'folded to fit' : 'all open'}: no card overlaps, no line runs over a card`, () => {
        for (let seed = 1; seed <= 4; seed++) {
          for (const [width, height] of autoFold ? CANVASES : CANVASES.slice(0, 1)) {
            const map = layoutMap(
              randomMap(seed * 31 + size, size, { autoFold, geometry: screenGeometry(width, height) }),
            );
            expect([seed, ...faults(map)]).toEqual([seed]);
          }
        }
      }, 60_000);
    }
  }

  it('keeps routed lines apart, but for a rare pair in a crowd', () => {
    let [lines, covered] = [0, 0];
    for (let seed = 1; seed <= 6; seed++) {
      const map = layoutMap(randomMap(seed, 50, { autoFold: seed % 2 === 0 }));
      lines += map.lines.length;
      covered += coveringLines(map).length;
    }
    expect(covered / lines).toBeLessThan(0.01);
  }, 60_000);

  it('survives folding by hand', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = seededRandom(seed);
      const input = randomMap(seed, 50);
      const folded = new Set(input.claims.filter(() => random() < 0.2).map((claim) => claim.id));
      expect([seed, ...faults(layoutMap({ ...input, folded }))]).toEqual([seed]);
    }
  }, 60_000);

  it('places every claim that is not hidden exactly once', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const map = layoutMap(randomMap(seed, 150, { autoFold: true }));
      const hidden = map.claims.reduce((sum, claim) => sum + claim.hiddenCount, 0);
      expect(new Set(map.claims.map((claim) => claim.id)).size).toBe(map.claims.length);
      expect(map.claims.length + hidden).toBe(151);
    }
  });
});

describe('layoutMap', () => {
  it('gives the same picture for the same debate, whatever the order of its arrays', () => {
    for (const input of [exampleMap({ beyond: true, selectedId: 'H2' }), randomMap(5, 50)]) {
      const random = seededRandom(1);
      const other: LayoutInput = {
        ...input,
        claims: shuffled(input.claims, random),
        relations: shuffled(input.relations, random),
      };
      expect(layoutMap(other)).toEqual(layoutMap(input));
    }
  });

  it('shows the motion alone when there is no claim', () => {
    const map = layoutMap({ ...exampleMap(), claims: [], relations: [] });
    expect(map.lines).toEqual([]);
    expect(map.claims).toMatchObject([{ id: 'M', column: 'm', x: 473, y: 301, hasChildren: false }]);
  });

  it('lays out a debate with one side only', () => {
    const input = exampleMap({ autoFold: false });
    const map = layoutMap({ ...input, claims: input.claims.filter((claim) => claim.id.startsWith('D')) });
    expect(faults(map)).toEqual([]);
    expect(map.claims.some((claim) => claim.wing === 'end')).toBe(false);
  });

  it('ends an undercut of an undercut on its line, and survives undercuts in a circle', () => {
    const input = exampleMap({ autoFold: false });
    const relation = (id: string, fromClaimId: string, relationId: string, at: number) =>
      ({ id, kind: 'undercuts', fromClaimId, to: { relationId }, order: at }) as const;
    const relations = [
      ...input.relations,
      relation('u1', 'D2', 'H5/D1/M', 900),
      relation('u2', 'D6', 'H5/D1/M', 901),
      relation('u3', 'H3', 'u2', 902),
      relation('c1', 'H1', 'c2', 903),
      relation('c2', 'D3', 'c1', 904),
    ];
    const map = layoutMap({ ...input, relations });
    expect(faults(map)).toEqual([]);
    expect(map.lines.flatMap((line) => line.relationIds)).toEqual(
      expect.arrayContaining(['u1', 'u2', 'u3', 'c1', 'c2']),
    );
  });

  it('widens gutters, never cards, on a wide canvas', () => {
    const [narrow, wide] = [1300, 1700].map((width) =>
      layoutMap(exampleMap({ autoFold: false, geometry: screenGeometry(width, 1200) })),
    ) as [MapLayout, MapLayout];
    const widths = (map: MapLayout) => map.claims.map((claim) => claim.widthPx);
    expect(widths(wide)).toEqual(widths(narrow));
    const x = (map: MapLayout, id: string) => map.claims.find((claim) => claim.id === id)?.x ?? 0;
    expect(x(wide, 'M') - x(wide, 'D1')).toBeGreaterThan(x(narrow, 'M') - x(narrow, 'D1'));
  });

  it('keeps card sizes and grows wider than a narrow canvas', () => {
    const map = layoutMap(exampleMap({ autoFold: false, geometry: screenGeometry(600, 848) }));
    expect(map.widthPx).toBeGreaterThan(1058);
    expect(map.claims.find((claim) => claim.id === 'D1')?.widthPx).toBe(204);
  });

  it('ends lines outside the card, with the direction of travel', () => {
    const map = layoutMap(exampleMap({ autoFold: false }));
    const line = map.lines.find((other) => other.id === 'D1/M');
    const motion = map.claims.find((claim) => claim.id === 'M');
    expect(line?.end).toMatchObject({ x: (motion?.x ?? 0) - 6, angleDeg: 0 });
    expect(map.lines.find((other) => other.id === 'H1/M')?.end.angleDeg).toBe(180);
  });
});
