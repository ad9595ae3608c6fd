import type { Lanes } from './lanes';
import type { Curve } from './route';
import type { Scene } from './scene';
import { centreY, sourceSide } from './scene';

/** Where lines run inside one gutter, as distances from its source side. */
export interface GutterPlan {
  readonly widthPx: number;
  /** x of the source side and the direction from there to the other side. */
  readonly sourceX: number;
  readonly direction: 1 | -1;
  /** Distance to the first lane. */
  readonly firstLane: number;
  /** Curves are straight up to here and bend between here and `bendEndX`. */
  readonly bendStartX: number;
  readonly bendEndX: number;
}

const MARGIN_LANE = 10;
const AFTER_LANES = 5;
const BEND_LEAST = 16;
const ROOT_BEND_LEAST = 22;
/** Beyond this many curves side by side a gutter widens for each further one. */
const FAN_FREE = 7;
const FAN_EXTRA = 3;
const ARROW = 4;

/** Most curves that pass one height of a gutter. */
function fan(curves: readonly Curve[]): number {
  const events = curves.flatMap(({ y1, y2 }) => [
    { y: Math.min(y1, y2), change: 1 },
    { y: Math.max(y1, y2), change: -1 },
  ]);
  events.sort((a, b) => a.y - b.y || a.change - b.change);
  let open = 0;
  let most = 0;
  for (const event of events) {
    open += event.change;
    most = Math.max(most, open);
  }
  return most;
}

/** True when a curve passes beside the fold tab of a card that it does not end at. */
function meetsTab(scene: Scene, gutter: number, curves: readonly Curve[]): boolean {
  const targetColumn = scene.columns[sourceSide(scene, gutter) === 'left' ? gutter : gutter - 1];
  const reach = scene.geometry.tabHeightPx / 2 + 3;
  return (targetColumn?.cards ?? []).some(
    (card) =>
      card.folded &&
      curves.some(
        ({ target, y1, y2 }) =>
          target !== card &&
          Math.min(y1, y2) < centreY(card) + reach &&
          Math.max(y1, y2) > centreY(card) - reach,
      ),
  );
}

/**
 * Sets the x of every card and plans every gutter. Gutters are as wide as their lanes and curves need, wider when
 * the canvas has room to spare (cards never are); a map wider than its canvas keeps its size.
 */
export function placeColumns(scene: Scene, curves: readonly Curve[], lanes: Lanes): GutterPlan[] {
  const { geometry: g, columns, middle } = scene;
  const last = columns.length;
  const rows = Array.from({ length: last + 1 }, (_, gutter) => {
    const own = curves.filter((curve) => curve.gutter === gutter);
    const count = lanes.countOf[gutter] ?? 0;
    const laneWidth = Math.max(0, count - 1) * g.lanePx;
    if (gutter === 0 || gutter === last) {
      const tab = columns[gutter === 0 ? 0 : last - 1]?.cards.some((card) => card.folded) ? g.tabWidthPx : 0;
      const firstLane = (count > 0 ? tab : 0) + MARGIN_LANE;
      const need = count > 0 ? firstLane + laneWidth + AFTER_LANES : tab > 0 ? tab + 3 : 0;
      const widthPx = Math.max(g.marginPx, need);
      return { widthPx, most: widthPx, firstLane, stub: 0, endPad: 0 };
    }
    const root = gutter === middle || gutter === middle + 1;
    const stub = count > 0 ? g.firstLanePx + laneWidth + AFTER_LANES : 0;
    const endPad = ARROW + (root ? 6 : 2) + (meetsTab(scene, gutter, own) ? g.tabWidthPx - 2 : 0);
    const bend =
      own.length === 0
        ? 0
        : (root ? ROOT_BEND_LEAST : BEND_LEAST) + FAN_EXTRA * Math.max(0, fan(own) - FAN_FREE);
    const widthPx = Math.max(root ? g.rootGutterPx : g.gutterPx, stub + bend + endPad);
    return {
      widthPx,
      most: Math.max(widthPx, root ? g.rootGutterMaxPx : g.gutterMaxPx),
      firstLane: g.firstLanePx,
      stub,
      endPad,
    };
  });
  const cardsWidth = columns.reduce((sum, column) => sum + column.widthPx, 0);
  const least = cardsWidth + rows.reduce((sum, row) => sum + row.widthPx, 0);
  const spare = Math.max(0, g.widthPx - least);
  const growable = rows.reduce((sum, row) => sum + row.most - row.widthPx, 0);
  const share = growable > 0 ? Math.min(1, spare / growable) : 0;
  const widths = rows.map((row) => Math.floor(row.widthPx + (row.most - row.widthPx) * share));
  const left = Math.max(0, g.widthPx - cardsWidth - widths.reduce((sum, width) => sum + width, 0));

  let x = Math.floor(left / 2);
  return rows.map((row, gutter) => {
    const widthPx = widths[gutter] ?? 0;
    const column = columns[gutter];
    const start = x;
    x += widthPx;
    if (column) {
      for (const card of column.cards) card.x = x;
      x += column.widthPx;
    }
    // In a margin, distances count outwards from the cards.
    const fromLeft = gutter === last ? true : gutter === 0 ? false : sourceSide(scene, gutter) === 'left';
    const direction = fromLeft ? 1 : -1;
    const sourceX = fromLeft ? start : start + widthPx;
    return {
      widthPx,
      sourceX,
      direction,
      firstLane: row.firstLane,
      bendStartX: sourceX + direction * row.stub,
      bendEndX: sourceX + direction * (widthPx - row.endPad),
    };
  });
}
