import type { Point } from '@/lib/domain/stance/opinion/outline';

/** Where the places of an opinion map go on a picture: what part of it is framed, how close one looks. Pure, in pixels. */

export interface Size {
  width: number;
  height: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** From places, which grow upwards, to pixels of the whole picture, which grow downwards. */
export interface Fit {
  scale: number;
  x: number;
  y: number;
}

/** How close one looks: pixels of the picture are those of the whole one, times `zoom`, moved by x and y. */
export interface Viewport {
  zoom: number;
  x: number;
  y: number;
}

export const WHOLE: Viewport = { zoom: 1, x: 0, y: 0 };
export const MOST_ZOOM = 16;
/** Up to so many people all are framed; of more, a few far away would make all others small. */
const ALL_FRAMED = 200;
/** Of many people so many in a thousand may lie beyond each edge of the frame. */
const BEYOND_PER_MILLE = 5;

/** The part of a map that is framed, in its own units: all people; of many, nearly all, and every outline. */
export function framedPart(dots: readonly Point[], outlines: readonly (readonly Point[])[]): Box {
  const corners = outlines.flat();
  const span = (of: (point: Point) => number): [number, number] => {
    const sorted = dots.map(of).sort((a, b) => a - b);
    const left = dots.length <= ALL_FRAMED ? 0 : Math.floor((dots.length * BEYOND_PER_MILLE) / 1000);
    const kept = [sorted[left] ?? 0, sorted[sorted.length - 1 - left] ?? 0];
    const all = [...kept, ...corners.map(of)];
    return [
      all.reduce((least, v) => Math.min(least, v), Infinity),
      all.reduce((most, v) => Math.max(most, v), -Infinity),
    ];
  };
  const [left, right] = span(({ x }) => x);
  const [bottom, top] = span(({ y }) => y);
  return { left, right, top, bottom };
}

/** Both axes in the same scale, as distances are what the map shows; in the middle of what the margins leave. */
export function fitInto(part: Box, { width, height }: Size, margin: { x: number; y: number }): Fit {
  const [across, up] = [part.right - part.left, part.top - part.bottom];
  const scales = [(width - 2 * margin.x) / across, (height - 2 * margin.y) / up].filter(Number.isFinite);
  const scale = Math.max(0, Math.min(...scales, 1e6));
  return {
    scale,
    x: width / 2 - (scale * (part.left + part.right)) / 2,
    y: height / 2 + (scale * (part.top + part.bottom)) / 2,
  };
}

export const placedBy = ({ scale, x, y }: Fit, point: Point): Point => ({
  x: x + scale * point.x,
  y: y - scale * point.y,
});

/** Directions and steps, in parts of the gap, that are tried around a taken place: six of them at one gap make a rosette. */
const DIRECTIONS = 24;
const STEPS_IN_GAP = 4;
const STEPS = 60;

/** Room for a ring, in pixels. */
const AROUND_FIRST = 5;

const ROUND_ABOUT: readonly Point[] = [
  { x: 0, y: 0 },
  ...Array.from({ length: STEPS }, (_, step) => step + STEPS_IN_GAP).flatMap((step) => {
    // Further out as many directions as keep them as near to each other.
    const count = DIRECTIONS * Math.ceil(step / (2 * STEPS_IN_GAP));
    return Array.from({ length: count }, (_, turn) => {
      const angle = (2 * Math.PI * turn) / count;
      const far = step / STEPS_IN_GAP;
      return { x: far * Math.cos(angle), y: far * Math.sin(angle) };
    });
  }),
];

/**
 * Dots that would cover each other go to the nearest free place, so that those on one place make a disc around it. Who comes
 * first keeps their place. Same dots, same places.
 * @param gap least distance of two centres
 * @param first its dot stays where it is, whoever else is there, and has more room; null for nobody
 */
export function spreadOut(points: readonly Point[], gap: number, first: number | null = null): Point[] {
  const kept: (Point | null)[] = points.map(() => null);
  const cells = new Map<string, Point[]>();
  const cellOf = ({ x, y }: Point): [number, number] => [Math.floor(x / gap), Math.floor(y / gap)];
  const own = first === null ? undefined : points[first];
  const isFree = (at: Point): boolean => {
    if (own && Math.hypot(at.x - own.x, at.y - own.y) < gap + AROUND_FIRST) return false;
    const [column, row] = cellOf(at);
    for (let across = column - 1; across <= column + 1; across += 1)
      for (let down = row - 1; down <= row + 1; down += 1)
        for (const other of cells.get(`${across} ${down}`) ?? [])
          if (Math.hypot(at.x - other.x, at.y - other.y) < gap - 0.01) return false;
    return true;
  };
  const place = (index: number) => {
    const wanted = points[index];
    if (wanted === undefined) return;
    const offset = ROUND_ABOUT.find(({ x, y }) => isFree({ x: wanted.x + gap * x, y: wanted.y + gap * y }));
    const at = offset ? { x: wanted.x + gap * offset.x, y: wanted.y + gap * offset.y } : wanted;
    kept[index] = at;
    const cell = cellOf(at).join(' ');
    cells.set(cell, [...(cells.get(cell) ?? []), at]);
  };
  if (first !== null && own) kept[first] = own;
  for (const index of points.keys()) if (index !== first) place(index);
  return points.map((point, index) => kept[index] ?? point);
}

export const seenAt = ({ zoom, x, y }: Viewport, point: Point): Point => ({
  x: point.x * zoom + x,
  y: point.y * zoom + y,
});

/** No empty ground beside the picture. */
function kept({ zoom, x, y }: Viewport, { width, height }: Size): Viewport {
  const inside = (value: number, length: number) => Math.min(0, Math.max(length * (1 - zoom), value));
  return { zoom, x: inside(x, width), y: inside(y, height) };
}

/** Closer or further by a factor; what is under `at` stays there. */
export function zoomedBy(viewport: Viewport, factor: number, at: Point, size: Size): Viewport {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, viewport.zoom * factor));
  const by = zoom / viewport.zoom;
  return kept({ zoom, x: at.x - (at.x - viewport.x) * by, y: at.y - (at.y - viewport.y) * by }, size);
}

export const movedBy = (viewport: Viewport, dx: number, dy: number, size: Size): Viewport =>
  kept({ ...viewport, x: viewport.x + dx, y: viewport.y + dy }, size);

/** Moves just so far that the point is well inside; the same where it is. */
export function bringIn(viewport: Viewport, point: Point, size: Size): Viewport {
  const at = seenAt(viewport, point);
  const short = (value: number, length: number) =>
    value < length * 0.1 || value > length * 0.9 ? length / 2 - value : 0;
  const [dx, dy] = [short(at.x, size.width), short(at.y, size.height)];
  return dx === 0 && dy === 0 ? viewport : movedBy(viewport, dx, dy, size);
}

/**
 * Where to look closer: at somebody, as between people there is nothing to see. At the first of the preferred ones who is in
 * sight, else at whoever is nearest to the middle; in places on the screen.
 */
export function aimAt(
  seen: readonly (Point | null)[],
  preferred: readonly (number | null)[],
  { width, height }: Size,
): Point {
  const middle = { x: width / 2, y: height / 2 };
  for (const index of preferred) {
    const point = index === null ? null : seen[index];
    if (point && point.x >= 0 && point.y >= 0 && point.x <= width && point.y <= height) return point;
  }
  const farFrom = ({ x, y }: Point) => Math.hypot(x - middle.x, y - middle.y);
  return (
    seen.reduce<Point | null>(
      (best, point) => (point && (best === null || farFrom(point) < farFrom(best)) ? point : best),
      null,
    ) ?? middle
  );
}

/** How many lie beyond the edges of the picture. */
export const countOutside = (
  points: readonly (Point | null)[],
  viewport: Viewport,
  { width, height }: Size,
): number =>
  points.reduce((count, point) => {
    if (point === null) return count;
    const { x, y } = seenAt(viewport, point);
    return count + (x < 0 || y < 0 || x > width || y > height ? 1 : 0);
  }, 0);
