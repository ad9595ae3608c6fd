import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptAt, layoutBranches } from './branch-layout';
import { screenGeometry } from './geometry';
import { type BranchNode, FIRST_WINDOW, laterWindow, type ShownInput, shownBranches } from './shown-branches';
import type { LayoutRelation, MapLayout } from './types';

/** Random trees: the number is the place, among those before, of the claim that each stands under. */
const treeOf = (parents: readonly number[]) => {
  const childrenOf = new Map<number, number[]>();
  for (const [index, parent] of parents.entries()) {
    const host = (parent % (index + 1)) - 1;
    childrenOf.set(host, [...(childrenOf.get(host) ?? []), index]);
  }
  const grow = (index: number, position: number): BranchNode => {
    const children = (childrenOf.get(index) ?? []).map((child, at) => grow(child, at + 1));
    return {
      id: index < 0 ? 'M' : `c${index}`,
      children,
      position,
      childCount: children.length,
      below: children.reduce((sum, { below }) => sum + 1 + below, 0),
    };
  };
  const relations = parents.map(
    (parent, index): LayoutRelation => ({
      id: `r${index}`,
      kind: index % 3 === 0 ? 'attacks' : 'supports',
      fromClaimId: `c${index}`,
      to: { claimId: (parent % (index + 1)) - 1 < 0 ? 'M' : `c${(parent % (index + 1)) - 1}` },
      order: index,
    }),
  );
  return { root: grow(-1, 1), relations, ids: parents.map((_, index) => `c${index}`) };
};
type Tree = ReturnType<typeof treeOf>;
const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 200, size: 'max' }).map(treeOf);

const shown = (tree: Tree, more: Partial<ShownInput> = {}) =>
  shownBranches({
    root: tree.root,
    opened: new Set(),
    folded: new Set(),
    windows: new Map(),
    anchorId: null,
    ...more,
  });
const layout = (tree: Tree, more: Partial<ShownInput> = {}): MapLayout =>
  layoutBranches({
    boxes: shown(tree, more),
    wingOf: (id) => (Number(id.slice(1)) % 2 === 0 ? 'start' : 'end'),
    heightOf: (id) => 60 + (Number(id.slice(1)) % 4) * 18,
    rootHeightPx: 140,
    placedBy: (id) => `r${id.slice(1)}`,
    relations: tree.relations,
    geometry: screenGeometry(1096, 847),
  });

const opening = fc.record({
  tree: trees,
  opened: fc.array(fc.nat(), { maxLength: 40 }),
  anchor: fc.nat(),
});
const idsOf = ({ ids }: Tree, picks: readonly number[]): Set<string> =>
  new Set(picks.map((pick) => ids[pick % ids.length] as string));

describe('the boxes of a large map', () => {
  test('are at most as many as the budget, the anchor and its way among them', () => {
    fc.assert(
      fc.property(opening, fc.integer({ min: 60, max: 150 }), ({ tree, opened, anchor }, budget) => {
        const [anchorId] = [...idsOf(tree, [anchor])];
        const boxes = shown(tree, { opened: idsOf(tree, opened), anchorId: anchorId ?? null, budget });
        const depth = boxes.find((box) => box.type === 'claim' && box.node.id === anchorId)?.ring ?? 0;
        expect(depth).toBeGreaterThan(0);
        expect(boxes.length).toBeLessThanOrEqual(Math.max(budget, 3 * (depth + 2)));
      }),
    );
  });

  test('and the counts on them are all claims of the map', () => {
    fc.assert(
      fc.property(opening, ({ tree, opened }) => {
        const hiddenUnder = (id: string, shownIds: ReadonlySet<string>): number => {
          let node: BranchNode | undefined;
          const find = (at: BranchNode): void => {
            if (at.id === id) node = at;
            at.children.forEach(find);
          };
          find(tree.root);
          return (node?.children ?? [])
            .filter((child) => !shownIds.has(child.id))
            .reduce((sum, { below }) => sum + below, 0);
        };
        const boxes = shown(tree, { opened: idsOf(tree, opened) });
        const shownIds = new Set(boxes.flatMap((box) => (box.type === 'claim' ? [box.node.id] : [])));
        const hosts = new Set(boxes.flatMap((box) => (box.type === 'more' ? [box.parentId] : [])));
        let sum = -1;
        for (const box of boxes) sum += box.type === 'more' ? box.count : 1 + box.hiddenCount;
        for (const id of hosts) sum += hiddenUnder(id, shownIds);
        expect(sum).toBe(tree.ids.length);
      }),
    );
  });

  test('of a long family slide along, and every claim of it comes by', () => {
    const children = Array.from({ length: 500 }, (_, index) => ({
      id: `c${index}`,
      children: [],
      position: index + 1,
      childCount: 0,
      below: 0,
    }));
    const root: BranchNode = { id: 'M', children, position: 1, childCount: 500, below: 500 };
    const seen = new Set<string>();
    for (let window = FIRST_WINDOW; window.from <= 500; window = laterWindow(window)) {
      const boxes = shownBranches({
        root,
        opened: new Set(),
        folded: new Set(),
        windows: new Map([['M', window]]),
        anchorId: null,
      });
      expect(boxes.length).toBeLessThanOrEqual(150);
      for (const box of boxes) if (box.type === 'claim') seen.add(box.node.id);
    }
    expect(seen.size).toBe(501);
  });
});

describe('the layout of a large map', () => {
  test('lays no box over another', () => {
    fc.assert(
      fc.property(opening, ({ tree, opened }) => {
        const { claims } = layout(tree, { opened: idsOf(tree, opened) });
        const columns = new Map<string, typeof claims>();
        for (const claim of claims) columns.set(claim.column, [...(columns.get(claim.column) ?? []), claim]);
        for (const column of columns.values()) {
          const sorted = [...column].sort((a, b) => a.y - b.y);
          for (const [index, claim] of sorted.entries()) {
            const next = sorted[index + 1];
            if (next) expect(claim.y + claim.heightPx + 9.5).toBeLessThanOrEqual(next.y);
            expect(claim.x).toBe(sorted[0]?.x);
          }
        }
      }),
    );
  });

  test('runs no line of the tree over a card', () => {
    fc.assert(
      fc.property(opening, ({ tree, opened }) => {
        const { claims, lines } = layout(tree, { opened: idsOf(tree, opened) });
        for (const line of lines.filter(({ role }) => role === 'primary'))
          for (const { x, y } of line.points)
            for (const card of claims)
              expect(
                x > card.x + 0.5 &&
                  x < card.x + card.widthPx - 0.5 &&
                  y > card.y + 0.5 &&
                  y < card.y + card.heightPx - 0.5,
              ).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test('opening or folding a branch keeps its card where it is, columns at their x and the order of what stays', () => {
    fc.assert(
      fc.property(opening, fc.boolean(), ({ tree, opened, anchor }, folds) => {
        const first = idsOf(tree, opened);
        const anchorId = layout(tree, { opened: first }).claims.filter(({ ring, more }) => ring > 0 && !more)[
          anchor % 7
        ]?.id;
        if (anchorId === undefined) return;
        const before = layout(tree, { opened: first, anchorId });
        const after = keptAt(
          layout(
            tree,
            folds
              ? { opened: first, folded: new Set([anchorId]), anchorId }
              : { opened: new Set([...first, anchorId]), anchorId },
          ),
          before,
          anchorId,
        );
        const was = new Map(before.claims.map((claim) => [claim.id, claim]));
        const stayed = after.claims.filter(({ id }) => was.has(id));
        for (const claim of stayed) expect(claim.x).toBeCloseTo(was.get(claim.id)?.x ?? Number.NaN, 6);
        expect(stayed.find(({ id }) => id === anchorId)?.y).toBe(was.get(anchorId)?.y);
        for (const column of new Set(stayed.map((claim) => claim.column))) {
          const inColumn = stayed.filter((claim) => claim.column === column);
          const order = (of: (id: string) => number) =>
            inColumn.map(({ id }) => id).sort((a, b) => of(a) - of(b));
          const now = new Map(inColumn.map(({ id, y }) => [id, y]));
          expect(order((id) => now.get(id) ?? 0)).toEqual(order((id) => was.get(id)?.y ?? 0));
        }
      }),
    );
  });

  test('of 150 boxes takes a few milliseconds', () => {
    const tree = treeOf(Array.from({ length: 400 }, (_, index) => Math.floor(index / 3)));
    const opened = new Set(tree.ids);
    layout(tree, { opened });
    const started = performance.now();
    const { claims } = layout(tree, { opened });
    expect(performance.now() - started).toBeLessThan(100);
    expect(claims.length).toBeGreaterThan(100);
  });
});
