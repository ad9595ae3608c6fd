import type { OpinionCells, Places } from './cells';
import type { Point } from './outline';

/**
 * Where people are said to be on the opinion map: not at the very place that their votes add up to, from which the votes could be
 * worked out, but somewhere in the square of a grid that the place lies in.
 */
export interface ToldGrid {
  /** Corner where both axes are least, and length of a side, of the smallest square around all places. */
  left: number;
  low: number;
  extent: number;
  /** Squares along a side of the map, by row. */
  squares: Uint8Array;
  /** Where in their square each row is drawn, across and up, in parts of 2^32; null for the middle. */
  points: Uint32Array | null;
}

/** As finely as a map is drawn. */
const MOST_SQUARES = 128;
const FEWEST_SQUARES = 4;
/** Ways of voting that share a square on average, of all that there are. */
const WAYS_IN_SQUARE = 36;
/** The same of those that the lenses leave open; they are crowded into a part of the map. */
const OPEN_WAYS_IN_SQUARE = 16;

/** @param ways of voting, as a power of two, that people could have voted who are told in these squares */
const squaresFor = (ways: number, inSquare: number): number =>
  Math.max(FEWEST_SQUARES, Math.min(MOST_SQUARES, Math.floor(Math.sqrt(2 ** Math.min(ways, 64) / inSquare))));

/**
 * @param claims that anybody voted on
 * @param openWays of each cell, as a power of two
 */
export function toldGrid(
  { x, y }: Places,
  claims: number,
  cells: OpinionCells,
  openWays: Float64Array,
  points: Uint32Array | null,
): ToldGrid {
  const [left, right, low, high] = [...bounds(x), ...bounds(y)];
  const extent = Math.max(right - left, high - low, 0);
  const most = squaresFor(2 * claims, WAYS_IN_SQUARE);
  const ofCell = openWays.map((ways) => Math.min(most, squaresFor(ways, OPEN_WAYS_IN_SQUARE)));
  return {
    left: (left + right - extent) / 2,
    low: (low + high - extent) / 2,
    extent,
    squares: Uint8Array.from(cells.of, (cell) => ofCell[cell] ?? most),
    points,
  };
}

function bounds(values: ArrayLike<number>): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at += 1) {
    least = Math.min(least, values[at] as number);
    most = Math.max(most, values[at] as number);
  }
  return values.length === 0 ? [0, 0] : [least, most];
}

/** Where a row is said to be that lies there: in the axes of the map that the grid is of, on this map or in a replay of it. */
export function toldPlace({ left, low, extent, squares, points }: ToldGrid, row: number, at: Point): Point {
  if (extent === 0) return { x: rounded(at.x), y: rounded(at.y) };
  const count = squares[row] as number;
  const side = extent / count;
  const told = (value: number, from: number, axis: 0 | 1): number => {
    const square = squareOf((value - from) / side, count);
    return rounded(
      from + (square + (points === null ? 0.5 : (points[2 * row + axis] as number) / 2 ** 32)) * side,
    );
  };
  return { x: told(at.x, left, 0), y: told(at.y, low, 1) };
}

/** Whoever lies furthest lies on the far edge of the last square. */
const squareOf = (at: number, count: number): number =>
  Math.abs(at - count) < 1e-9 ? count - 1 : Math.floor(at < 0 && at > -1e-9 ? 0 : at);

const TOLD_DIGITS = 4;

/** Finer than a map is drawn. */
const rounded = (value: number): number => Number(value.toFixed(TOLD_DIGITS));
