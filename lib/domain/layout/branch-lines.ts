import type { Geometry, LayoutRelation, PlacedClaim, PlacedLine, Point } from './types';

/** Lines of a large map: within a family through the gutter, across it behind the cards. */

const HEAD = 6;
/** Where an undercut meets the line of its host: near its source, before the fan gathers. */
const MEETS_AT = 0.34;
const SAMPLES = 16;
const CORNER = 10;

const round = (value: number): number => Math.round(value * 10) / 10;
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const middle = (claim: PlacedClaim): number => claim.y + claim.heightPx / 2;

const cubicAt = ([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point => {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number): number =>
    u ** 3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * s;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
};

function curve(
  relation: LayoutRelation,
  role: PlacedLine['role'],
  start: Point,
  end: Point,
  directions: readonly [number, number],
  target: Pick<PlacedLine, 'toClaimId' | 'toRelationId'>,
): PlacedLine {
  const reach = Math.max(16, Math.abs(end.x - start.x) / 2);
  const short = { x: end.x - (relation.kind === 'supports' ? HEAD * directions[1] : 0), y: end.y };
  const controls = [
    start,
    { x: start.x + reach * directions[0], y: start.y },
    { x: short.x - reach * directions[1], y: short.y },
    short,
  ] as const;
  return {
    id: relation.id,
    relationIds: [relation.id],
    kind: relation.kind,
    fromClaimId: relation.fromClaimId,
    ...target,
    role,
    path: `M${at(controls[0])}C${at(controls[1])} ${at(controls[2])} ${at(controls[3])}`,
    start,
    end: { ...end, angleDeg: directions[1] > 0 ? 0 : 180 },
    points: [...Array.from({ length: SAMPLES + 1 }, (_, index) => cubicAt(controls, index / SAMPLES)), end],
    viaFolded: false,
  };
}

/** From a card to the one that it stands under, one port for each of the family in its order: they cannot cross. */
export function familyLine(
  relation: LayoutRelation,
  from: PlacedClaim,
  to: PlacedClaim,
  family: readonly PlacedClaim[],
): PlacedLine {
  const toEnd = from.wing === 'end';
  const step = Math.min(13, (to.heightPx - 12) / Math.max(1, family.length - 1));
  const index = family.findIndex(({ id }) => id === from.id);
  // The first child is level with its parent: its line enters near the top and the rest below it.
  const first = to.wing === 'middle' ? middle(to) - (step * (family.length - 1)) / 2 : to.y + 6;
  return curve(
    relation,
    'primary',
    { x: toEnd ? from.x : from.x + from.widthPx, y: middle(from) },
    { x: toEnd ? to.x + to.widthPx : to.x, y: first + step * index },
    toEnd ? [-1, -1] : [1, 1],
    { toClaimId: to.id },
  );
}

/** Between any two cards, or from a card to a line, behind the cards between them. */
export function crossLine(
  relation: LayoutRelation,
  from: PlacedClaim,
  to: PlacedClaim | PlacedLine,
): PlacedLine {
  if ('points' in to) {
    const end = to.points[Math.floor(to.points.length / 2)] ?? to.start;
    const toRight = end.x > from.x + from.widthPx / 2 ? 1 : -1;
    const start = { x: toRight > 0 ? from.x + from.widthPx : from.x, y: middle(from) };
    return curve(relation, 'cross', start, end, [toRight, toRight], { toRelationId: to.id });
  }
  const isLevel = from.column === to.column;
  const toRight = isLevel ? (from.wing === 'end' ? 1 : -1) : to.x > from.x ? 1 : -1;
  const start = { x: toRight > 0 ? from.x + from.widthPx : from.x, y: middle(from) };
  const arrives = isLevel ? -toRight : toRight;
  const end = { x: arrives > 0 ? to.x : to.x + to.widthPx, y: middle(to) };
  return curve(relation, 'cross', start, end, [toRight, arrives], { toClaimId: to.id });
}

/** From a card around the upper edge of its host to the line by which the host stands. */
export function undercutOfFamilyLine(
  relation: LayoutRelation,
  from: PlacedClaim,
  host: PlacedClaim,
  met: PlacedLine,
  { gapPx }: Geometry,
): PlacedLine {
  const toEnd = from.wing === 'end';
  const inward = toEnd ? -1 : 1;
  const end = met.points[Math.floor(met.points.length * MEETS_AT)] ?? met.start;
  const start = { x: toEnd ? from.x : from.x + from.widthPx, y: middle(from) };
  const beside = { x: (toEnd ? host.x + host.widthPx : host.x) - inward * 14, y: start.y };
  const lane = host.y - gapPx / 2;
  const corners = [start, beside, { x: beside.x, y: lane }, { x: end.x, y: lane }, end];
  const { path, points } = rounded(corners);
  return {
    id: relation.id,
    relationIds: [relation.id],
    kind: relation.kind,
    fromClaimId: relation.fromClaimId,
    toRelationId: met.id,
    role: 'primary',
    path,
    start,
    end: { ...end, angleDeg: end.y > lane ? 90 : -90 },
    points,
    viaFolded: false,
  };
}

/** A polyline with its corners rounded off. */
function rounded(corners: readonly Point[]): { path: string; points: Point[] } {
  const first = corners[0] as Point;
  let path = `M${at(first)}`;
  const points = [first];
  for (let index = 1; index < corners.length; index += 1) {
    const [before, here, after] = [corners[index - 1] as Point, corners[index] as Point, corners[index + 1]];
    const length = Math.hypot(here.x - before.x, here.y - before.y);
    const nextLength = after ? Math.hypot(after.x - here.x, after.y - here.y) : 0;
    const cut = after ? Math.min(CORNER, length / 2, nextLength / 2) : 0;
    if (!after || cut < 0.5) {
      path += `L${at(here)}`;
      points.push(here);
      continue;
    }
    const toward = (to: Point, by: number, over: number): Point => ({
      x: here.x + ((to.x - here.x) * by) / over,
      y: here.y + ((to.y - here.y) * by) / over,
    });
    const [enter, leave] = [toward(before, cut, length), toward(after, cut, nextLength)];
    path += `L${at(enter)}Q${at(here)} ${at(leave)}`;
    points.push(enter, leave);
  }
  return { path, points };
}
