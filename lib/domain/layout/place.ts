import type { Folding } from './fold';
import { columnHeight, packColumn, spreadColumn } from './pack';
import type { Card, Column, Scene } from './scene';
import { centreY } from './scene';
import type { ClaimTree, PlacedWing } from './tree';
import { nodeOf } from './tree';
import type { LayoutInput } from './types';

/** Free space that lines need besides the least gap, px. */
export interface Clearance {
  /** Above the first and below the last card of a column, by column index. */
  readonly above: ReadonlyMap<number, number>;
  readonly below: ReadonlyMap<number, number>;
  /** Under a card, by its id. */
  readonly under: ReadonlyMap<string, number>;
}

/**
 * A map that is far taller than its canvas (by the first factor) may take a little more (the second), so that
 * branches stay level with their claim; one that is nearly fitting grows no more than it must.
 */
const FAR_TALLER = 1.5;
const STRETCH = 1.25;

function buildColumns(tree: ClaimTree, folding: Folding, input: LayoutInput): Scene {
  const { geometry } = input;
  const rings: Record<PlacedWing, number> = { start: 0, end: 0 };
  for (const id of folding.visible) {
    const node = nodeOf(tree, id);
    if (node.wing !== 'middle') rings[node.wing] = Math.max(rings[node.wing], node.ring);
  }
  const middle = rings.start;
  const columns: Column[] = [];
  for (let index = 0; index <= middle + rings.end; index++) {
    const ring = Math.abs(index - middle);
    const widthPx =
      ring === 0 ? geometry.rootCardPx : ring === 1 ? geometry.innerCardPx : geometry.outerCardPx;
    const name = ring === 0 ? 'm' : `${index < middle ? 'l' : 'r'}${ring}`;
    columns.push({ index, name, widthPx, cards: [], gaps: [] });
  }
  const cards = new Map<string, Card>();
  // Breadth first: within a column, families stand in the order of their parents.
  const visible = new Set(folding.visible);
  let front: string[] = [tree.rootId];
  while (front.length > 0) {
    for (const id of front) {
      const node = nodeOf(tree, id);
      const columnIndex = middle + (node.wing === 'end' ? node.ring : -node.ring);
      const column = columns[columnIndex];
      if (!column) continue;
      const heights = node.claim?.heightPx;
      const card: Card = {
        id,
        wing: node.wing,
        ring: node.ring,
        columnIndex,
        widthPx: column.widthPx,
        heightPx: heights ? (node.ring === 1 ? heights.inner : heights.outer) : input.rootHeightPx,
        folded: folding.hiddenCounts.has(id),
        top: 0,
        x: 0,
      };
      column.cards.push(card);
      cards.set(id, card);
    }
    front = front.flatMap((id) => nodeOf(tree, id).children.filter((child) => visible.has(child)));
  }
  return { geometry, columns, middle, cards };
}

/** Height each card would need with its whole drawn branch beside it. */
function slotHeights(tree: ClaimTree, scene: Scene, boxOf: (card: Card) => number): Map<string, number> {
  const slots = new Map<string, number>();
  const measure = (id: string): number => {
    const card = scene.cards.get(id);
    if (!card) return 0;
    const below = nodeOf(tree, id)
      .children.map(measure)
      .filter((height) => height > 0);
    const slot = Math.max(boxOf(card), columnHeight(below, scene.geometry.gapPx));
    slots.set(id, slot);
    return slot;
  };
  for (const child of nodeOf(tree, tree.rootId).children) measure(child);
  return slots;
}

/** Slots between card height and branch height, as near to the branch height as the room allows. */
function easedSlots(
  heights: readonly number[],
  slots: readonly number[],
  gap: number,
  room: number,
): number[] {
  const least = columnHeight(heights, gap);
  const most = columnHeight(slots, gap);
  const share = most <= least ? 0 : Math.min(1, Math.max(0, (room - least) / (most - least)));
  return heights.map((height, index) => height + ((slots[index] ?? height) - height) * share);
}

function findGaps(column: Column): void {
  const edges = [
    -Infinity,
    ...column.cards.flatMap((card) => [card.top, card.top + card.heightPx]),
    Infinity,
  ];
  column.gaps = [];
  for (let i = 0; i < edges.length; i += 2)
    column.gaps.push({ lo: edges[i] as number, hi: edges[i + 1] as number });
}

/**
 * Gives every visible claim a column and a height. First rings are spread over the full height so that both sides
 * fill the same space; each further column is packed as near to its parents as order and gaps allow.
 */
export function placeCards(
  tree: ClaimTree,
  folding: Folding,
  input: LayoutInput,
  clearance: Clearance,
): Scene {
  const scene = buildColumns(tree, folding, input);
  const { geometry, middle } = scene;
  const gap = geometry.gapPx;
  const above = (index: number) => clearance.above.get(index) ?? 0;
  const below = (index: number) => clearance.below.get(index) ?? 0;
  // A card with the free space that it needs under it.
  const boxOf = (card: Card) => card.heightPx + (clearance.under.get(card.id) ?? 0);
  const heightsOf = (column: Column) => column.cards.map(boxOf);
  const slots = slotHeights(tree, scene, boxOf);
  const slotOf = (card: Card) => slots.get(card.id) ?? boxOf(card);

  const canvasRoom = geometry.heightPx - geometry.topPx - geometry.bottomPx;
  const needs = scene.columns.map(
    (column) => columnHeight(heightsOf(column), gap) + above(column.index) + below(column.index),
  );
  const needed = Math.max(...needs);
  const tidy = [middle - 1, middle + 1].map((index) => {
    const column = scene.columns[index];
    return column ? columnHeight(column.cards.map(slotOf), gap) + above(index) + below(index) : 0;
  });
  const far = needed > canvasRoom * FAR_TALLER;
  const room = far
    ? Math.max(needed, Math.min(Math.max(...tidy), needed * STRETCH))
    : Math.max(needed, canvasRoom);
  const top = geometry.topPx;
  const bottom = top + room;

  const setCentres = (column: Column, centres: readonly number[]) =>
    column.cards.forEach((card, index) => {
      card.top = Math.round(((centres[index] ?? 0) - boxOf(card) / 2) * 2) / 2;
    });
  for (const column of scene.columns) {
    if (column.index === middle) setCentres(column, [(top + bottom) / 2]);
  }
  for (const step of [-1, 1]) {
    for (let index = middle + step; index >= 0 && index < scene.columns.length; index += step) {
      const column = scene.columns[index] as Column;
      const [from, to] = [top + above(index), bottom - below(index)];
      if (Math.abs(index - middle) === 1) {
        const eased = far
          ? easedSlots(heightsOf(column), column.cards.map(slotOf), gap, to - from)
          : heightsOf(column);
        setCentres(column, spreadColumn(eased, from, to));
      } else {
        setCentres(
          column,
          packColumn(heightsOf(column), wantedCentres(tree, scene, column, slotOf), gap, from, to),
        );
      }
    }
  }
  for (const column of scene.columns) findGaps(column);
  return scene;
}

/** Each family wants to stand level with its parent, every member beside its own branch. */
function wantedCentres(
  tree: ClaimTree,
  scene: Scene,
  column: Column,
  slotOf: (card: Card) => number,
): number[] {
  const wanted = new Map<string, number>();
  const families = new Map<string, Card[]>();
  for (const card of column.cards) {
    const parentId = nodeOf(tree, card.id).parentId ?? tree.rootId;
    families.set(parentId, [...(families.get(parentId) ?? []), card]);
  }
  for (const [parentId, family] of families) {
    const parent = scene.cards.get(parentId);
    const stack = columnHeight(family.map(slotOf), scene.geometry.gapPx);
    let edge = (parent ? centreY(parent) : 0) - stack / 2;
    for (const card of family) {
      wanted.set(card.id, edge + slotOf(card) / 2);
      edge += slotOf(card) + scene.geometry.gapPx;
    }
  }
  return column.cards.map((card) => wanted.get(card.id) ?? 0);
}
