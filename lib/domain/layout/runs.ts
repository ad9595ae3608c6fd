import type { Curve, Route } from './route';
import { clamp, columnsOf, comfortInterval, gapAt, hardInterval } from './route';
import type { Gap, Scene } from './scene';

/** Horizontal pieces already fixed, by place: "c3" a column, "g2" a gutter. */
class Occupied {
  private readonly places = new Map<string, { y: number; owner: object }[]>();

  add(places: readonly string[], y: number, owner: object): void {
    for (const place of places) this.places.set(place, [...(this.places.get(place) ?? []), { y, owner }]);
  }

  /** The smallest distance to another line in these places. */
  clearance(places: readonly string[], y: number, owner: object): number {
    let least = Infinity;
    for (const place of places) {
      for (const other of this.places.get(place) ?? []) {
        if (other.owner !== owner) least = Math.min(least, Math.abs(other.y - y));
      }
    }
    return least;
  }

  heights(places: readonly string[], owner: object): number[] {
    return places.flatMap((place) =>
      (this.places.get(place) ?? []).filter((other) => other.owner !== owner).map((other) => other.y),
    );
  }
}

/** The free height nearest to `wanted` inside the gap, a lane away from every other line; null when there is none. */
function freeHeight(
  occupied: Occupied,
  places: string[],
  gap: Gap,
  wanted: number,
  lane: number,
  owner: object,
) {
  if (gap.lo > gap.hi) return null;
  const start = clamp(wanted, gap.lo, gap.hi);
  const candidates = [start];
  for (const y of occupied.heights(places, owner)) candidates.push(y - lane, y + lane);
  return candidates
    .filter((y) => y >= gap.lo - 1e-6 && y <= gap.hi + 1e-6)
    .filter((y) => occupied.clearance(places, y, owner) >= lane - 1e-6)
    .reduce<number | null>(
      (best, y) => (best === null || Math.abs(y - start) < Math.abs(best - start) ? y : best),
      null,
    );
}

const meet = (a: Gap, b: Gap): Gap => ({ lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) });

/** Heights at which this route may meet the routed line that it undercuts. */
function meetingRange(route: Route): Gap | null {
  if (route.end.at === 'route') {
    const { route: target, leg } = route.end;
    const [a, b] = [target.ys[leg] ?? 0, target.ys[leg + 1] ?? 0];
    const inset = Math.min(8, Math.abs(a - b) / 2);
    return { lo: Math.min(a, b) + inset, hi: Math.max(a, b) - inset };
  }
  return null;
}

function placesOf(route: Route, from: number, to: number): string[] {
  const columns = columnsOf(route);
  const places: string[] = [];
  for (let i = from; i <= to; i++) places.push(`g${route.gutters[i]}`, `c${columns[i]}`);
  places.push(`g${route.gutters[to + 1]}`);
  return places;
}

/**
 * Settles the height of every horizontal piece: straight on from a card's port where the gaps allow, else the
 * preferred height of the gap, a lane apart from other lines. Ports keep the heights they have.
 */
export function settleRuns(scene: Scene, curves: readonly Curve[], routes: readonly Route[]): void {
  const lane = scene.geometry.lanePx;
  const occupied = new Occupied();
  for (const curve of curves) {
    occupied.add([`g${curve.gutter}`], curve.y1, curve);
    occupied.add([`g${curve.gutter}`], curve.y2, curve);
  }
  for (const route of routes) {
    occupied.add([`g${route.gutters[0]}`], route.ys[0] ?? 0, route);
    if (route.end.at === 'card') occupied.add([`g${route.gutters.at(-1)}`], route.ys.at(-1) ?? 0, route);
  }
  for (const route of routes) settleRoute(scene, occupied, route, lane);
}

function settleRoute(scene: Scene, occupied: Occupied, route: Route, lane: number): void {
  const gaps = columnsOf(route).map((column, index) => gapAt(scene, column, route.gapIndexes[index] ?? 0));
  const count = gaps.length;
  const { ys } = route;
  const meeting = meetingRange(route);
  if (meeting) ys[count + 1] = clamp(ys[count] ?? 0, meeting.lo, meeting.hi);
  const bend = route.end.at === 'bend' ? (ys[count + 1] ?? 0) : null;
  const fixed = new Set<number>();

  const fits = (index: number, y: number) => {
    const gap = gaps[index];
    if (!gap) return false;
    const hard = hardInterval(gap);
    return (
      y >= hard.lo && y <= hard.hi && occupied.clearance(placesOf(route, index, index), y, route) >= lane - 1
    );
  };
  const anchor = (from: number, step: 1 | -1, y: number) => {
    for (let i = from; i >= 0 && i < count && !fixed.has(i) && fits(i, y); i += step) {
      ys[i + 1] = y;
      fixed.add(i);
      occupied.add(placesOf(route, i, i), y, route);
    }
  };
  anchor(0, 1, ys[0] ?? 0);
  // A line that meets a bend arrives level with it: its last gap takes any free height of that bend.
  if (route.end.at === 'card' || bend !== null) anchor(count - 1, -1, ys[count + 1] ?? 0);

  for (let i = 0; i < count; i++) {
    if (fixed.has(i)) continue;
    // As many gaps in a row as one straight piece can pass.
    let window = hardInterval(gaps[i] as Gap);
    let wish = comfortInterval(gaps[i] as Gap);
    let last = i;
    while (last + 1 < count && !fixed.has(last + 1)) {
      const next = meet(window, hardInterval(gaps[last + 1] as Gap));
      if (next.hi - next.lo < 0) break;
      window = next;
      const both = meet(wish, comfortInterval(gaps[last + 1] as Gap));
      wish = both.hi >= both.lo ? both : { lo: (next.lo + next.hi) / 2, hi: (next.lo + next.hi) / 2 };
      last++;
    }
    const near = last === count - 1 ? (ys[count + 1] ?? 0) : (ys[i] ?? 0);
    let wanted = clamp(near, wish.lo, wish.hi);
    let found = freeHeight(occupied, placesOf(route, i, last), window, wanted, lane, route);
    if (found === null && last > i) {
      last = i;
      window = hardInterval(gaps[i] as Gap);
      wish = comfortInterval(gaps[i] as Gap);
      wanted = clamp(near, wish.lo, wish.hi);
      found = freeHeight(occupied, placesOf(route, i, last), window, wanted, lane, route);
    }
    // A full gap: lanes move together rather than over a card.
    for (let tight = lane * 0.75; found === null && tight > 1; tight *= 0.75) {
      found = freeHeight(occupied, placesOf(route, i, last), window, wanted, tight, route);
    }
    const y = found ?? wanted;
    for (let j = i; j <= last; j++) ys[j + 1] = y;
    occupied.add(placesOf(route, i, last), y, route);
    i = last;
  }
  if (meeting) ys[count + 1] = clamp(ys[count] ?? 0, meeting.lo, meeting.hi);
  if (bend !== null) ys[count + 1] = ys[count] ?? bend;
}
