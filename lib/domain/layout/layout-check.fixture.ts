import type { MapLayout, PlacedClaim, PlacedLine, Point } from './types';

/** Independent measurements of a finished layout, from coordinates alone. */

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const boxOf = (claim: PlacedClaim, by = 0): Box => ({
  left: claim.x - by,
  right: claim.x + claim.widthPx + by,
  top: claim.y - by,
  bottom: claim.y + claim.heightPx + by,
});

const inside = (point: Point, box: Box): boolean =>
  point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Points at most `step` apart along the line, with the direction of travel there. */
export function walk(line: PlacedLine, step = 2): (Point & { angle: number })[] {
  const found: (Point & { angle: number })[] = [];
  for (let i = 1; i < line.points.length; i++) {
    const [a, b] = [line.points[i - 1] as Point, line.points[i] as Point];
    const pieces = Math.max(1, Math.ceil(distance(a, b) / step));
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    for (let k = i === 1 ? 0 : 1; k <= pieces; k++) {
      found.push({ x: a.x + ((b.x - a.x) * k) / pieces, y: a.y + ((b.y - a.y) * k) / pieces, angle });
    }
  }
  return found;
}

/** Pairs of cards that overlap. */
export function overlappingCards(map: MapLayout): string[] {
  return map.claims.flatMap((a, index) =>
    map.claims.slice(index + 1).flatMap((b) => {
      const [p, q] = [boxOf(a), boxOf(b)];
      const apart = p.right <= q.left || q.right <= p.left || p.bottom <= q.top || q.bottom <= p.top;
      return apart ? [] : [`${a.id} ${b.id}`];
    }),
  );
}

/** Lines that run over a card (grown by 1 px), apart from the last 2 px at a card the line belongs to. */
export function linesOverCards(map: MapLayout): string[] {
  return map.lines.flatMap((line) => {
    const way = walk(line);
    return map.claims.flatMap((claim) => {
      const own = claim.id === line.fromClaimId || claim.id === line.toClaimId;
      const box = boxOf(claim, 1);
      const over = way.some(
        (point) =>
          inside(point, box) && !(own && (distance(point, line.start) < 2 || distance(point, line.end) < 2)),
      );
      return over ? [`${line.id} over ${claim.id}`] : [];
    });
  });
}

/** Lines that run over a fold tab (16 x 34 at the outer edge of a folded card). */
export function linesOverTabs(map: MapLayout): string[] {
  return map.lines.flatMap((line) => {
    const way = walk(line);
    return map.claims.flatMap((claim) => {
      if (claim.hiddenCount === 0) return [];
      const middle = claim.y + claim.heightPx / 2;
      const left = claim.wing === 'start' ? claim.x - 16 : claim.x + claim.widthPx;
      const tab = { left, right: left + 16, top: middle - 17, bottom: middle + 17 };
      return way.some((point) => inside(point, tab)) ? [`${line.id} over the tab of ${claim.id}`] : [];
    });
  });
}

const distanceToLine = (point: Point, line: PlacedLine): number =>
  Math.min(...walk(line, 0.5).map((other) => distance(point, other)));

/** Undercuts that end more than 1 px from the line they meet. */
export function looseUndercuts(map: MapLayout): string[] {
  const lines = new Map(map.lines.map((line) => [line.id, line]));
  return map.lines.flatMap((line) => {
    if (line.toRelationId === undefined) return [];
    const target = lines.get(line.toRelationId);
    return target && distanceToLine(line.end, target) <= 1 ? [] : [line.id];
  });
}

/** Lines with corners, as against single curves. */
export const isRouted = (line: PlacedLine): boolean => line.path.includes('Q');

/** Pairs of lines of which at least one is routed that run on top of each other for more than `length` px. */
export function coveringLines(map: MapLayout, length = 14): string[] {
  const ways = map.lines.map((line) => ({ line, way: walk(line) }));
  const found: string[] = [];
  for (const a of ways) {
    if (!isRouted(a.line)) continue;
    for (const b of ways) {
      if (a.line === b.line || (isRouted(b.line) && b.line.id < a.line.id)) continue;
      const shared = a.way.filter((point) =>
        b.way.some(
          (other) =>
            Math.abs(point.x - other.x) < 3 &&
            Math.abs(point.y - other.y) < 3 &&
            Math.abs(Math.sin(point.angle - other.angle)) < 0.3,
        ),
      );
      if (shared.length * 2 > length) found.push(`${a.line.id} on ${b.line.id}`);
    }
  }
  return found;
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Pairs of lines that cross, once for every crossing; where an undercut ends on its line is none. */
export function crossings(map: MapLayout): string[] {
  const found: string[] = [];
  // A hair's breadth aside, so that a line through a vertex of another counts.
  const aside = (line: PlacedLine): PlacedLine => ({
    ...line,
    points: line.points.map((point) => ({ x: point.x + 0.0137, y: point.y + 0.0171 })),
  });
  map.lines.map(aside).forEach((a, index) => {
    for (const b of map.lines.slice(index + 1)) {
      for (let i = 1; i < a.points.length; i++) {
        for (let j = 1; j < b.points.length; j++) {
          const [p, q, r, s] = [a.points[i - 1], a.points[i], b.points[j - 1], b.points[j]] as [
            Point,
            Point,
            Point,
            Point,
          ];
          if (!cross(p, q, r, s)) continue;
          const touches =
            (a.toRelationId === b.id && i >= a.points.length - 2) ||
            (b.toRelationId === a.id && j >= b.points.length - 2);
          if (!touches) found.push(`${a.id} x ${b.id}`);
        }
      }
    }
  });
  return found;
}
