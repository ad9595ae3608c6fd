import { describe, expect, test } from 'vitest';
import { seededRandom } from '../opinion-map/random';
import { pointsFor } from './small-class.fixture';
import { type ToldGrid, toldGrid, toldPlace } from './told-places';

const random = seededRandom(8);
const PEOPLE = 400;
const places = {
  x: Float64Array.from({ length: PEOPLE }, () => random() * 6 - 2),
  y: Float64Array.from({ length: PEOPLE }, () => random() * 3 + 5),
};
/** Half of them in one cell. */
const cells = { of: Int32Array.from({ length: PEOPLE }, (_, p) => (p % 2) - 1), count: 1 };
const gridOf = (claims: number, ways: number, points: Uint32Array | null = pointsFor(PEOPLE)): ToldGrid =>
  toldGrid(places, claims, cells, Float64Array.of(ways), points);

const at = (p: number) => ({ x: places.x[p] as number, y: places.y[p] as number });

describe('told places', () => {
  test('lie in the square of the true place, anywhere in it', () => {
    const grid = gridOf(8, 0);
    const within = { x: [] as number[], y: [] as number[] };
    for (let p = 0; p < PEOPLE; p += 1) {
      const side = grid.extent / (grid.squares[p] ?? 0);
      const told = toldPlace(grid, p, at(p));
      for (const axis of ['x', 'y'] as const) {
        const from = axis === 'x' ? grid.left : grid.low;
        const [square, true_] = [(told[axis] - from) / side, (at(p)[axis] - from) / side];
        expect(Math.floor(square + 1e-4)).toBe(Math.floor(Math.min(true_, (grid.squares[p] ?? 0) - 1e-9)));
        within[axis].push(square % 1);
      }
    }
    for (const parts of [within.x, within.y])
      expect(parts.reduce((sum, part) => sum + part, 0) / PEOPLE).toBeCloseTo(0.5, 1);
  });

  test('are in squares around which the map is: its longer side is covered, and the shorter one in the middle', () => {
    const { left, low, extent } = gridOf(8, 0);
    expect(extent).toBeCloseTo(Math.max(...places.x) - Math.min(...places.x), 9);
    expect(left).toBeCloseTo(Math.min(...places.x), 9);
    expect(low + extent / 2).toBeCloseTo((Math.max(...places.y) + Math.min(...places.y)) / 2, 9);
  });

  test('are finer the more ways of voting there are, from 4 to 128 squares a side', () => {
    const squares = (claims: number, ways: number) => [...gridOf(claims, ways).squares.subarray(0, 2)];
    // Of the first nothing is told but the place; the second is in a cell.
    expect([1, 6, 8, 12].map((claims) => squares(claims, 99)[0])).toEqual([4, 10, 42, 128]);
    expect([0, 6, 8, 12, 20].map((ways) => squares(50, ways)[1])).toEqual([4, 4, 4, 16, 128]);
    expect(squares(6, 20)[1]).toBe(10);
  });

  test('of one place are that place, and without points the middle of the square', () => {
    const one = toldGrid(
      { x: [2, 2], y: [3, 3] },
      5,
      { of: Int32Array.of(-1, -1), count: 0 },
      new Float64Array(),
      null,
    );
    expect(toldPlace(one, 0, { x: 2, y: 3 })).toEqual({ x: 2, y: 3 });
    const grid = { ...gridOf(8, 0, null), left: 0, low: 0, extent: 42 };
    expect(toldPlace(grid, 0, { x: 41.2, y: 0.9 })).toEqual({ x: 41.5, y: 0.5 });
    expect(toldPlace(grid, 0, { x: 42, y: -3.2 })).toEqual({ x: 41.5, y: -3.5 });
  });
});
