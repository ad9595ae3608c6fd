import type { Point } from './types';

const round = (value: number): string => String(Math.round(value * 10) / 10);
const at = (point: Point): string => `${round(point.x)} ${round(point.y)}`;
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export interface DrawnPath {
  readonly d: string;
  readonly points: Point[];
}

function bezier(points: readonly Point[], t: number): Point {
  let level = [...points];
  while (level.length > 1) {
    level = level.slice(1).map((point, index) => {
      const before = level[index] as Point;
      return { x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t };
    });
  }
  return level[0] as Point;
}

function sample(points: readonly Point[], steps: number): Point[] {
  return Array.from({ length: steps }, (_, index) => bezier(points, (index + 1) / steps));
}

/** Drops repeated points and points in the middle of a straight piece. */
function simplify(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last && distance(last, point) < 0.25) continue;
    const before = kept.at(-2);
    const straight =
      before &&
      last &&
      ((Math.abs(before.x - last.x) < 0.01 && Math.abs(last.x - point.x) < 0.01) ||
        (Math.abs(before.y - last.y) < 0.01 && Math.abs(last.y - point.y) < 0.01));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** A polyline with rounded corners. */
export function roundedPath(points: readonly Point[], radius: number): DrawnPath {
  const corners = simplify(points);
  const first = corners[0];
  if (!first) return { d: '', points: [] };
  let d = `M${at(first)}`;
  const drawn: Point[] = [first];
  // A corner may use half of a piece it shares with another corner, and nearly all of a piece at an end of the line.
  const room = (index: number) => {
    const length = distance(corners[index] as Point, corners[index + 1] as Point);
    return index === 0 || index === corners.length - 2 ? length * 0.9 : length / 2;
  };
  for (let i = 1; i < corners.length - 1; i++) {
    const [before, corner, after] = [corners[i - 1], corners[i], corners[i + 1]] as [Point, Point, Point];
    const r = Math.min(radius, room(i - 1), room(i));
    const toward = (end: Point): Point => {
      const share = r / distance(corner, end);
      return { x: corner.x + (end.x - corner.x) * share, y: corner.y + (end.y - corner.y) * share };
    };
    const [enter, leave] = [toward(before), toward(after)];
    d += `L${at(enter)}Q${at(corner)} ${at(leave)}`;
    drawn.push(enter, ...sample([enter, corner, leave], 4));
  }
  const last = corners.at(-1) as Point;
  if (corners.length > 1) {
    d += `L${at(last)}`;
    drawn.push(last);
  }
  return { d, points: drawn };
}

/** Control points of a curve with horizontal tangents at both ends. */
export function horizontalCubic(from: Point, to: Point): [Point, Point, Point, Point] {
  const width = to.x - from.x;
  const reach = Math.max(Math.abs(width) * 0.55, Math.min(14, Math.abs(width) * 0.8)) * Math.sign(width || 1);
  return [from, { x: from.x + reach, y: from.y }, { x: to.x - reach, y: to.y }, to];
}

/** Straight to the bend, a curve with horizontal tangents, straight to the end. */
export function stubbedCubic(start: Point, bendStartX: number, bendEndX: number, end: Point): DrawnPath {
  const a = { x: bendStartX, y: start.y };
  const b = { x: bendEndX, y: end.y };
  const control = horizontalCubic(a, b);
  const steps = Math.max(12, Math.min(96, Math.ceil(Math.abs(end.y - start.y) / 6)));
  const lead = distance(start, a) > 0.25;
  const tail = distance(b, end) > 0.25;
  return {
    d: `M${at(start)}${lead ? `L${at(a)}` : ''}C${at(control[1])} ${at(control[2])} ${at(b)}${tail ? `L${at(end)}` : ''}`,
    points: [start, ...(lead ? [a] : []), ...sample(control, steps), ...(tail ? [end] : [])],
  };
}

/** x of a horizontal-tangent curve at a height between its ends (its height grows steadily, so there is one). */
export function cubicXAtY(from: Point, to: Point, y: number): number {
  const control = horizontalCubic(from, to);
  const rising = to.y >= from.y;
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i++) {
    const mid = (low + high) / 2;
    if (bezier(control, mid).y < y === rising) low = mid;
    else high = mid;
  }
  return bezier(control, (low + high) / 2).x;
}
