import type { Geometry } from './types';

export type Edge = 'left' | 'right';

/** A drawn card. `x` is filled once the gutters have their widths. */
export interface Card {
  readonly id: string;
  readonly wing: 'start' | 'end' | 'middle';
  readonly ring: number;
  readonly columnIndex: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly folded: boolean;
  top: number;
  x: number;
}

/** A free stretch of a column that lines may pass through; the first is open upwards, the last downwards. */
export interface Gap {
  readonly lo: number;
  readonly hi: number;
}

export interface Column {
  readonly index: number;
  readonly name: string;
  readonly widthPx: number;
  readonly cards: Card[];
  gaps: Gap[];
}

/**
 * Columns from left to right. Gutter `g` lies left of column `g`; the last gutter lies right of the last column.
 * Gutters 0 and `columns.length` are the margins.
 */
export interface Scene {
  readonly geometry: Geometry;
  readonly columns: readonly Column[];
  /** Index of the motion's column. */
  readonly middle: number;
  readonly cards: ReadonlyMap<string, Card>;
}

export const centreY = (card: Card): number => card.top + card.heightPx / 2;

export function cardOf(scene: Scene, id: string): Card {
  const card = scene.cards.get(id);
  if (!card) throw new Error(`No card drawn for claim ${id}`);
  return card;
}

export function columnAt(scene: Scene, index: number): Column {
  const column = scene.columns[index];
  if (!column) throw new Error(`No column ${index}`);
  return column;
}

/** The edge that faces the motion; for the motion itself, the start. */
export const innerEdge = (card: Card): Edge =>
  card.wing === 'end' ? 'left' : card.wing === 'start' ? 'right' : 'left';

export const outerEdge = (card: Card): Edge => (innerEdge(card) === 'left' ? 'right' : 'left');

/** The gutter that an edge of a card faces. */
export const gutterAt = (card: Card, edge: Edge): number =>
  edge === 'left' ? card.columnIndex : card.columnIndex + 1;

export const edgeX = (card: Card, edge: Edge): number => (edge === 'left' ? card.x : card.x + card.widthPx);

/** Lines of a gutter run from its source side (the outer ring) to its target side (nearer the motion). */
export const sourceSide = (scene: Scene, gutter: number): Edge => (gutter <= scene.middle ? 'left' : 'right');

/** x of a line's end at a card edge; an end that stands for a hidden claim is at the fold tab. */
export function portX(scene: Scene, card: Card, edge: Edge, hidden: boolean): number {
  const atTab = hidden && card.folded && card.wing !== 'middle' && edge === outerEdge(card);
  return edgeX(card, edge) + (atTab ? scene.geometry.tabWidthPx : 0) * (edge === 'left' ? -1 : 1);
}

/** Space between a card's edge and the point of a line that ends there; the motion has a double rule. */
export const endGap = (card: Card): number => (card.wing === 'middle' ? 6 : 2);
