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

/** A corner of a polyline. */
export interface Corner extends Point {
  /** On the first corner of a short jog: the x range in which the jog may become one soft curve. */
  readonly within?: readonly [number, number];
}

/** Drops repeated points and points in the middle of a straight piece. */
function simplify(points: readonly Corner[]): Corner[] {
  const kept: Corner[] = [];
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

const JOG_REACH = 26;

/** The ends of the soft curve that replaces a jog between two level pieces, or null when there is no room for one. */
function softJog(corners: readonly Corner[], index: number, radius: number): [Point, Point] | null {
  const [before, a, b, after] = [corners[index - 1], corners[index], corners[index + 1], corners[index + 2]];
  if (!before || !a?.within || !b || !after) return null;
  const rise = Math.abs(b.y - a.y);
  const direction = Math.sign(a.x - before.x);
  const level = Math.abs(before.y - a.y) < 0.01 && Math.abs(after.y - b.y) < 0.01;
  if (!level || rise >= 1.5 * radius || Math.abs(a.x - b.x) > 0.01) return null;
  if (direction === 0 || Math.sign(after.x - b.x) !== direction) return null;
  const room = (end: Point, last: boolean, border: number) =>
    Math.min(JOG_REACH, Math.abs(end.x - a.x) * (last ? 0.9 : 0.5), Math.max(0, Math.abs(border - a.x) - 1));
  const [near, far] = direction === 1 ? a.within : [a.within[1], a.within[0]];
  const back = room(before, index === 1, near);
  const ahead = room(after, index + 2 === corners.length - 1, far);
  if (back + ahead < Math.max(14, rise)) return null;
  return [
    { x: a.x - direction * back, y: a.y },
    { x: a.x + direction * ahead, y: b.y },
  ];
}

/** A polyline with rounded corners; a short sideways jog becomes one soft curve. */
export function roundedPath(points: readonly Corner[], radius: number): DrawnPath {
  const corners = simplify(points);
  const first = corners[0];
  if (!first) return { d: '', points: [] };
  let d = `M${at(first)}`;
  const drawn: Point[] = [{ x: first.x, y: first.y }];
  // A corner may use half of a piece it shares with another corner, and nearly all of a piece at an end of the line.
  const room = (index: number) => {
    const length = distance(corners[index] as Point, corners[index + 1] as Point);
    return index === 0 || index === corners.length - 2 ? length * 0.9 : length / 2;
  };
  for (let i = 1; i < corners.length - 1; i++) {
    const jog = softJog(corners, i, radius);
    if (jog) {
      const control = horizontalCubic(...jog);
      d += `L${at(jog[0])}C${at(control[1])} ${at(control[2])} ${at(jog[1])}`;
      drawn.push(jog[0], ...sample(control, 12));
      i++;
      continue;
    }
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
    drawn.push({ x: last.x, y: last.y });
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
