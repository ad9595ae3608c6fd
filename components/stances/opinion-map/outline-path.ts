import { convexHull, type Point } from '@/lib/domain/stance/opinion/outline';

const STEPS = 24;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Every point with a distance kept around it: the corners of what holds all of that. */
const padded = (points: readonly Point[], pad: number): Point[] =>
  convexHull(
    points.flatMap(({ x, y }) =>
      Array.from({ length: STEPS }, (_, step) => {
        const angle = (step / STEPS) * 2 * Math.PI;
        return { x: x + pad * Math.cos(angle), y: y + pad * Math.sin(angle) };
      }),
    ),
  );

/** An outline with round corners around points, at a distance from them; of one point a disc. Empty without points. */
export function outlinePath(points: readonly Point[], pad: number): string {
  const corners = padded(convexHull(points), pad);
  return corners.length === 0 ? '' : `M${corners.map(({ x, y }) => `${tenth(x)},${tenth(y)}`).join('L')}Z`;
}

/** Dots as one path: a line of no length with round ends is a dot as wide as the line. Null is nobody. */
export function dotsPath(points: readonly (Point | null)[]): string {
  let path = '';
  for (const point of points) if (point !== null) path += `M${tenth(point.x)},${tenth(point.y)}h0`;
  return path;
}
