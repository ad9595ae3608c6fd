import type { Figure, FigureClaim } from './figure-claims';

/** Geometry of the picture on the home page, in its own units (px at the default text size). */
export const FIGURE = {
  width: 664,
  row: 110,
  pad: 8,
  card: 194,
  edge: 24,
  motion: 140,
  /** Distance between the ends of two lines at the motion. */
  fan: 22,
} as const;

const START_PORT = FIGURE.edge + FIGURE.card;
const END_PORT = FIGURE.width - START_PORT;
const MOTION_START = (FIGURE.width - FIGURE.motion) / 2;
const MOTION_END = MOTION_START + FIGURE.motion;
/** Where on its line an undercut meets it, near the source and before the fan gathers. */
const MEETING = 0.34;

export interface FigureLine {
  key: string;
  side: 'a' | 'b';
  kind: FigureClaim['line'];
  path: string;
  /** Arrowhead, bar or ring: where and which way (1 towards the end of the page). */
  tip: { x: number; y: number; towards: 1 | -1 };
}

export const figureHeight = (rows: number): number => Math.max(rows, 2) * FIGURE.row + 2 * FIGURE.pad;

/** Middle of a row. */
export const rowCentre = (row: number): number => FIGURE.pad + FIGURE.row * row + FIGURE.row / 2;

type Point = { x: number; y: number };

const bezier = (points: readonly [Point, Point, Point, Point], t: number): Point => {
  const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
  return points.reduce(
    (sum, point, index) => ({
      x: sum.x + point.x * (weights[index] ?? 0),
      y: sum.y + point.y * (weights[index] ?? 0),
    }),
    { x: 0, y: 0 },
  );
};

const curve = ([from, first, second, to]: readonly [Point, Point, Point, Point]): string =>
  `M${from.x} ${from.y}C${first.x} ${first.y} ${second.x} ${second.y} ${to.x} ${to.y}`;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Curve from a card's port to the motion: horizontal at both ends, so lines of neighbours cannot cross. */
const toMotion = (side: 'a' | 'b', from: number, to: number): readonly [Point, Point, Point, Point] => {
  const towards = side === 'a' ? 1 : -1;
  const port = side === 'a' ? START_PORT : END_PORT;
  const end = side === 'a' ? MOTION_START - 9 : MOTION_END + 9;
  return [
    { x: port, y: from },
    { x: port + towards * 19, y: from },
    { x: end - towards * 19, y: to },
    { x: end, y: to },
  ];
};

function sideLines(side: 'a' | 'b', claims: readonly FigureClaim[], height: number): FigureLine[] {
  const meeting = claims.filter(({ line }) => line !== 'undercuts');
  return meeting.map(({ claim, line }, index) => {
    const end = height / 2 + (index - (meeting.length - 1) / 2) * FIGURE.fan;
    const points = toMotion(side, rowCentre(claims.findIndex((one) => one.claim.id === claim.id)), end);
    const towards = side === 'a' ? 1 : -1;
    const reach = line === 'supports' ? 7 : 2;
    return {
      key: claim.id,
      side,
      kind: line,
      path: curve(points),
      tip: { x: points[3].x + towards * reach, y: end, towards },
    };
  });
}

/** All lines of the picture; the undercut, which crosses the middle, comes last and so lies on top. */
export function figureLines(figure: Figure): FigureLine[] {
  const height = figureHeight(figure.start.length);
  const lines = [...sideLines('a', figure.start, height), ...sideLines('b', figure.end, height)];
  const source = figure.undercutFrom === null ? undefined : figure[figure.undercutFrom][0];
  const target =
    figure.undercutFrom === null ? undefined : figure[figure.undercutFrom === 'end' ? 'start' : 'end'][0];
  const met = lines.find(({ key }) => key === target?.claim.id);
  if (!source || !met) return lines;

  const from = figure.undercutFrom === 'end' ? END_PORT : START_PORT;
  const towards = figure.undercutFrom === 'end' ? -1 : 1;
  const knot = bezier(toMotion(met.side, rowCentre(0), met.tip.y), MEETING);
  const y = rowCentre(0);
  const path = curve([
    { x: from, y },
    { x: from + towards * 90, y },
    { x: round(knot.x - towards * 120), y: round(knot.y) },
    { x: round(knot.x), y: round(knot.y) },
  ]);
  return [
    ...lines,
    {
      key: source.claim.id,
      side: met.side === 'a' ? 'b' : 'a',
      kind: 'undercuts',
      path,
      tip: { x: round(knot.x), y: round(knot.y), towards },
    },
  ];
}
