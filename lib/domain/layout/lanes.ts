import type { Route } from './route';
import { legSides } from './route';
import type { Edge, Scene } from './scene';
import { sourceSide } from './scene';

/** The vertical piece of a route inside one gutter. */
interface Upright {
  readonly route: Route;
  readonly leg: number;
  readonly lo: number;
  readonly hi: number;
  /** Heights at which it is joined from the left and from the right. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

export interface LaneSpan {
  readonly lo: number;
  readonly hi: number;
  readonly lane: number;
}

/** Lane of each vertical piece, counted from the source side of its gutter, and how many lanes each gutter needs. */
export interface Lanes {
  readonly laneOf: ReadonlyMap<Route, ReadonlyMap<number, number>>;
  readonly countOf: readonly number[];
  /** The pieces of each gutter: which heights they take and in which lane. */
  readonly spansOf: readonly (readonly LaneSpan[])[];
}

/** Pieces closer than this in height do not share a lane. */
const APART = 10;

function uprights(routes: readonly Route[], gutter: number): Upright[] {
  return routes.flatMap((route) =>
    route.gutters.flatMap((at, leg) => {
      const [a, b] = [route.ys[leg] ?? 0, route.ys[leg + 1] ?? 0];
      if (at !== gutter || Math.abs(a - b) < 0.5) return [];
      const { enter, leave } = legSides(route, leg);
      const joined = (side: Edge) => [...(enter === side ? [a] : []), ...(leave === side ? [b] : [])];
      return [
        { route, leg, lo: Math.min(a, b), hi: Math.max(a, b), left: joined('left'), right: joined('right') },
      ];
    }),
  );
}

/** Crossings of two pieces when `a` stands left of `b`. */
function crossingsInOrder(a: Upright, b: Upright): number {
  const inside = (y: number, piece: Upright) => y > piece.lo - 1 && y < piece.hi + 1;
  return a.right.filter((y) => inside(y, b)).length + b.left.filter((y) => inside(y, a)).length;
}

/** Order from left to right with few crossings: each piece in turn moves to its best place until nothing improves. */
function sift(pieces: readonly Upright[]): Upright[] {
  let order = [...pieces];
  for (let pass = 0; pass < 4; pass++) {
    let moved = false;
    for (const piece of pieces) {
      const rest = order.filter((other) => other !== piece);
      const from = order.indexOf(piece);
      let cost = rest.reduce((sum, other) => sum + crossingsInOrder(piece, other), 0);
      const costs = [cost];
      for (const other of rest) {
        cost += crossingsInOrder(other, piece) - crossingsInOrder(piece, other);
        costs.push(cost);
      }
      const best = costs.reduce((at, value, index) => (value < (costs[at] ?? 0) ? index : at), from);
      if (best === from) continue;
      order = [...rest.slice(0, best), piece, ...rest.slice(best)];
      moved = true;
    }
    if (!moved) break;
  }
  return order;
}

/** Gives every vertical piece a lane of its own wherever it runs beside another. */
export function assignLanes(scene: Scene, routes: readonly Route[]): Lanes {
  const laneOf = new Map<Route, Map<number, number>>();
  const countOf: number[] = [];
  const spansOf: LaneSpan[][] = [];
  for (let gutter = 0; gutter <= scene.columns.length; gutter++) {
    const order = sift(uprights(routes, gutter));
    // Lanes fill from the cards whose marks the lines leave; in the margins from the only cards there are.
    const outside = gutter === 0 || gutter === scene.columns.length;
    const from = outside ? (gutter === 0 ? 'right' : 'left') : sourceSide(scene, gutter);
    if (from === 'right') order.reverse();
    const placed: { piece: Upright; lane: number }[] = [];
    let count = 0;
    for (const piece of order) {
      const beside = placed.filter(
        (other) => other.piece.lo < piece.hi + APART && other.piece.hi > piece.lo - APART,
      );
      const lane = beside.reduce((most, other) => Math.max(most, other.lane + 1), 0);
      placed.push({ piece, lane });
      laneOf.set(piece.route, (laneOf.get(piece.route) ?? new Map<number, number>()).set(piece.leg, lane));
      count = Math.max(count, lane + 1);
    }
    countOf.push(count);
    spansOf.push(placed.map(({ piece, lane }) => ({ lo: piece.lo, hi: piece.hi, lane })));
  }
  return { laneOf, countOf, spansOf };
}
