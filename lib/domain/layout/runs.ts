import type { Curve, Route } from './route';
import {
  bendRange,
  clamp,
  columnsOf,
  comfortInterval,
  gapAt,
  hardInterval,
  LANE_LEAST,
  UPRIGHT_LEAST,
} from './route';
import type { Gap, Scene } from './scene';

/** Level pieces already fixed, by place: "c3" a column, "g2" a gutter. */
class Occupied {
  private readonly places = new Map<string, { y: number; owner: object }[]>();

  add(places: readonly string[], y: number, owner: object): void {
    for (const place of places) {
      const here = this.places.get(place);
      if (here) here.push({ y, owner });
      else this.places.set(place, [{ y, owner }]);
    }
  }

  /** Heights of other lines in these places that lie in the window. */
  heights(places: readonly string[], window: Gap, owner: object): number[] {
    const found: number[] = [];
    for (const place of places) {
      for (const other of this.places.get(place) ?? []) {
        if (other.owner !== owner && other.y >= window.lo && other.y <= window.hi) found.push(other.y);
      }
    }
    return found;
  }
}

const meet = (a: Gap, b: Gap): Gap => ({ lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) });
const isEmpty = (gap: Gap): boolean => gap.lo > gap.hi;

/** A piece through one or more gaps in a row. */
interface Piece {
  readonly places: readonly string[];
  readonly window: Gap;
  readonly wanted: number;
  /** A height from which this piece keeps `LANE_LEAST` away. */
  readonly keepOff: number | null;
}

/** The free height nearest to the wanted one, `lane` away from every other line; null when there is none. */
function freeHeight(occupied: Occupied, piece: Piece, lane: number, owner: object): number | null {
  const { window, keepOff } = piece;
  if (isEmpty(window)) return null;
  const start = clamp(piece.wanted, window.lo, window.hi);
  const around = { lo: window.lo - lane, hi: window.hi + lane };
  const others = occupied.heights(piece.places, around, owner);
  const candidates = [start, ...others.flatMap((y) => [y - lane, y + lane])];
  if (keepOff !== null) candidates.push(keepOff - LANE_LEAST, keepOff + LANE_LEAST);
  let best: number | null = null;
  for (const y of candidates) {
    if (y < window.lo - 1e-6 || y > window.hi + 1e-6) continue;
    if (keepOff !== null && Math.abs(y - keepOff) < LANE_LEAST - 1e-6) continue;
    if (best !== null && Math.abs(y - start) >= Math.abs(best - start)) continue;
    if (others.every((other) => Math.abs(other - y) >= lane - 1e-6)) best = y;
  }
  return best;
}

function placesOf(route: Route, from: number, to: number): string[] {
  const columns = columnsOf(route);
  const places: string[] = [];
  for (let i = from; i <= to; i++) places.push(`g${route.gutters[i]}`, `c${columns[i]}`);
  places.push(`g${route.gutters[to + 1]}`);
  return places;
}

/** A line goes straight on from its port only this much further off the cards than it must be, where there is room. */
const ANCHOR_AIR = 4;
/** How far from the searched height a line may go straight on from its port, px. */
const NEAR_PLAN = 24;

export interface TightGap {
  readonly column: number;
  readonly gap: number;
}

/** Settles one route against what is already fixed. */
class Settling {
  private readonly count: number;
  private readonly hard: Gap[];
  private readonly wish: Gap[];
  private readonly fixed = new Set<number>();
  private readonly keepOff: number | null;
  /** Heights at which a routed line that is undercut may be met. */
  private readonly meeting: Gap | null;

  constructor(
    scene: Scene,
    private readonly occupied: Occupied,
    private readonly route: Route,
    private readonly lane: number,
  ) {
    const gaps = columnsOf(route).map((column, index) => gapAt(scene, column, route.gapIndexes[index] ?? 0));
    this.count = gaps.length;
    this.hard = gaps.map(hardInterval);
    this.wish = gaps.map(comfortInterval);
    const { end } = route;
    this.keepOff = end.at === 'stub' ? end.curve.y1 : null;
    this.meeting = null;
    if (end.at === 'route') {
      const [a, b] = [end.route.ys[end.leg] ?? 0, end.route.ys[end.leg + 1] ?? 0];
      const inset = Math.min(8, Math.abs(a - b) / 2);
      // On a level piece, or one with a slight jog, the undercut ends from above or below.
      if (Math.abs(a - b) < UPRIGHT_LEAST) this.keepOff = (a + b) / 2;
      else this.meeting = { lo: Math.min(a, b) + inset, hi: Math.max(a, b) - inset };
    }
    if (end.at === 'bend') {
      // A line that meets a bend arrives level with it, so its last gap takes a height of that bend.
      const last = this.count - 1;
      const bend = bendRange(end.curve) ?? { lo: end.curve.y1, hi: end.curve.y1 };
      const both = meet(this.hard[last] as Gap, bend);
      this.hard[last] = both;
      this.wish[last] = both;
    }
  }

  /** Columns and gaps in which lines had to move closer together than a lane. */
  readonly tight: TightGap[] = [];

  run(): void {
    const { route, count } = this;
    const { ys } = route;
    this.anchor(0, 1, ys[0] ?? 0);
    if (route.end.at === 'card') this.anchor(count - 1, -1, ys[count + 1] ?? 0);
    for (let i = 0; i < count; ) i = this.fixed.has(i) ? i + 1 : this.settleFrom(i);
    const arrival = ys[count] ?? 0;
    if (this.meeting) ys[count + 1] = clamp(arrival, this.meeting.lo, this.meeting.hi);
    if (this.keepOff !== null) ys[count + 1] = this.keepOff;
    if (route.end.at === 'bend') ys[count + 1] = arrival;
  }

  /** Goes straight on from a port as far as the gaps allow. */
  private anchor(from: number, step: 1 | -1, y: number): void {
    for (let i = from; i >= 0 && i < this.count && !this.fixed.has(i); i += step) {
      const places = placesOf(this.route, i, i);
      const piece = { places, window: { lo: y, hi: y }, wanted: y, keepOff: this.keepOffAt(i) };
      const hard = this.hard[i] as Gap;
      const air = Math.min(ANCHOR_AIR, (hard.hi - hard.lo) / 2);
      if (y < hard.lo + air || y > hard.hi - air) return;
      // Straight on only where the search meant to go: elsewhere the turn would move to another gutter.
      if (Math.abs((this.route.planned[i + 1] ?? y) - y) > NEAR_PLAN) return;
      if (freeHeight(this.occupied, piece, this.lane - 1, this.route) === null) return;
      this.fix(i, i, y);
    }
  }

  private keepOffAt(index: number): number | null {
    return index === this.count - 1 ? this.keepOff : null;
  }

  /** Settles the gap at `first` with as many after it as one straight piece can pass; returns the next index. */
  private settleFrom(first: number): number {
    let window = this.hard[first] as Gap;
    let wish = this.wish[first] as Gap;
    let last = first;
    while (last + 1 < this.count && !this.fixed.has(last + 1)) {
      const next = meet(window, this.hard[last + 1] as Gap);
      if (isEmpty(next)) break;
      const both = meet(wish, this.wish[last + 1] as Gap);
      const middle = (next.lo + next.hi) / 2;
      window = next;
      wish = isEmpty(both) ? { lo: middle, hi: middle } : both;
      last++;
    }
    const y = this.pick(first, last, window, wish, this.lane);
    if (y !== null) return this.fix(first, last, y);
    const [own, ownWish] = [this.hard[first] as Gap, this.wish[first] as Gap];
    // A full gap: lanes move closer together rather than over a card.
    for (let lane = this.lane; lane > 1; lane *= 0.75) {
      const y = this.pick(first, first, own, ownWish, lane);
      if (y === null) continue;
      if (lane < this.lane - 1) this.noteTight(first);
      return this.fix(first, first, y);
    }
    this.noteTight(first);
    return this.fix(first, first, (own.lo + own.hi) / 2);
  }

  /** The height meant for a piece: level with what comes before or after where the search saw no turn. */
  private plannedHeight(first: number, last: number): number {
    const { planned, ys } = this.route;
    const level = (a: number, b: number) => Math.abs((planned[a] ?? 0) - (planned[b] ?? 0)) < 1;
    if (level(first, first + 1)) return ys[first] ?? 0;
    if (last === this.count - 1 && level(last + 1, last + 2)) return ys[last + 2] ?? 0;
    return planned[first + 1] ?? 0;
  }

  private noteTight(index: number): void {
    const column = columnsOf(this.route)[index];
    if (column !== undefined) this.tight.push({ column, gap: this.route.gapIndexes[index] ?? 0 });
  }

  private pick(first: number, last: number, window: Gap, wish: Gap, lane: number): number | null {
    const wanted = clamp(this.plannedHeight(first, last), wish.lo, wish.hi);
    const piece = {
      places: placesOf(this.route, first, last),
      window,
      wanted,
      keepOff: this.keepOffAt(last),
    };
    return freeHeight(this.occupied, piece, lane, this.route);
  }

  private fix(first: number, last: number, y: number): number {
    for (let i = first; i <= last; i++) {
      this.route.ys[i + 1] = y;
      this.fixed.add(i);
    }
    this.occupied.add(placesOf(this.route, first, last), y, this.route);
    return last + 1;
  }
}

/**
 * Settles the height of every level piece: straight on from a card's port where the gaps allow, else the preferred
 * height of the gap, a lane apart from other lines. Ports keep the heights they have. Routes come in routing order,
 * so a line is settled before the undercuts that meet it. Returns the gaps that were too full for their lines.
 */
export function settleRuns(scene: Scene, curves: readonly Curve[], routes: readonly Route[]): TightGap[] {
  const occupied = new Occupied();
  for (const curve of curves) {
    occupied.add([`g${curve.gutter}`], curve.y1, curve);
    occupied.add([`g${curve.gutter}`], curve.y2, curve);
  }
  for (const route of routes) {
    occupied.add([`g${route.gutters[0]}`], route.ys[0] ?? 0, route);
    if (route.end.at === 'card') occupied.add([`g${route.gutters.at(-1)}`], route.ys.at(-1) ?? 0, route);
  }
  return routes.flatMap((route) => {
    const settling = new Settling(scene, occupied, route, scene.geometry.lanePx);
    settling.run();
    return settling.tight;
  });
}
