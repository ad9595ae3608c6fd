import type { Curve, Placed, Route, RouteEnd } from './route';
import {
  bendRange,
  CLEAR,
  capacity,
  clamp,
  comfortInterval,
  gutterSide,
  LANE_LEAST,
  UPRIGHT_LEAST,
} from './route';
import type { Card, Edge, Scene } from './scene';
import { cardOf, centreY, columnAt, gutterAt, innerEdge, outerEdge, sourceSide } from './scene';
import { Traffic } from './traffic';
import type { Wire } from './visible-lines';

/** Costs in px of detour. */
const CROSSING = 70;
const TURN = 28;
const COLUMN = 220;
const TIGHT_GAP = 10;
const FULL_GAP = 3000;
const OUTER_START = 40;
const OUTER_END = 10;
const NO_LANE = 250;
/** Gaps looked at per column, nearest to the straight way first. */
const NEAREST_GAPS = 8;
interface Goal {
  readonly end: RouteEnd;
  readonly gutter: number;
  readonly lo: number;
  readonly hi: number;
  readonly leave: Edge | null;
  readonly cost: number;
}

interface State {
  readonly cost: number;
  readonly y: number;
  readonly gap: number;
  readonly before: State | null;
}

function goalsOnCard(card: Card): Goal[] {
  return [innerEdge(card), outerEdge(card)].map((edge) => ({
    end: { at: 'card', card, edge },
    gutter: gutterAt(card, edge),
    lo: centreY(card),
    hi: centreY(card),
    leave: gutterSide(edge),
    cost: edge === outerEdge(card) && card.wing !== 'middle' ? OUTER_END : 0,
  }));
}

function goalsOnLine(line: Placed): Goal[] {
  if (line.shape === 'curve') {
    const { gutter, y1 } = line;
    const goals: Goal[] = [
      { end: { at: 'stub', curve: line }, gutter, lo: y1, hi: y1, leave: null, cost: 0 },
    ];
    const bend = bendRange(line);
    if (bend) goals.push({ end: { at: 'bend', curve: line }, gutter, ...bend, leave: null, cost: 0 });
    return goals;
  }
  const goals = line.gutters.map((gutter, leg): Goal & { partial: boolean } => {
    const [a, b] = [line.ys[leg] ?? 0, line.ys[leg + 1] ?? 0];
    const inset = Math.min(8, Math.abs(a - b) / 2);
    const flat = Math.abs(a - b) < UPRIGHT_LEAST;
    return {
      end: { at: 'route', route: line, leg },
      gutter,
      lo: Math.min(a, b) + inset,
      hi: Math.max(a, b) - inset,
      leave: null,
      cost: flat ? 60 : 0,
      // A level piece that itself ends on a line does not cross its gutter, so a lane may miss it.
      partial: flat && leg === line.gutters.length - 1 && line.end.at !== 'card',
    };
  });
  const whole = goals.filter((goal) => !goal.partial);
  return whole.length > 0 ? whole : goals;
}

/** True when the goal can only be met from above or below, along a lane. */
function arrivesByLane({ end }: Goal): boolean {
  if (end.at !== 'route') return end.at === 'stub';
  return Math.abs((end.route.ys[end.leg] ?? 0) - (end.route.ys[end.leg + 1] ?? 0)) < UPRIGHT_LEAST;
}

/** Finds ways through the corridors, cheapest in length, turns and crossings, one line after another. */
export class Router {
  readonly traffic: Traffic;

  constructor(
    private readonly scene: Scene,
    curves: readonly Curve[],
  ) {
    this.traffic = new Traffic(scene, curves);
  }

  /** The best route for a wire; `target` is the line it undercuts, already placed. */
  find(wire: Wire, target: Placed | null): Route {
    const source = cardOf(this.scene, wire.from);
    const goals = target
      ? goalsOnLine(target)
      : 'claimId' in wire.to
        ? goalsOnCard(cardOf(this.scene, wire.to.claimId))
        : [];
    let best: { cost: number; route: Route } | null = null;
    for (const startEdge of [innerEdge(source), outerEdge(source)]) {
      const extra = startEdge === outerEdge(source) && source.wing !== 'middle' ? OUTER_START : 0;
      for (const goal of goals) {
        const found = this.search(source, startEdge, goal);
        if (!found) continue;
        const cost = found.cost + extra + goal.cost;
        if (best && best.cost <= cost) continue;
        const { gutters, gapIndexes, ys } = found;
        best = {
          cost,
          route: {
            shape: 'route',
            wire,
            source,
            startEdge,
            end: goal.end,
            gutters,
            gapIndexes,
            ys,
            planned: [...ys],
          },
        };
      }
    }
    if (!best) throw new Error(`No way found for line ${wire.id}`);
    return best.route;
  }

  private search(source: Card, startEdge: Edge, goal: Goal) {
    const start = gutterAt(source, startEdge);
    const step = Math.sign(goal.gutter - start);
    const y0 = centreY(source);
    const forward: Edge = step === 1 ? 'right' : 'left';
    const back: Edge = step === 1 ? 'left' : 'right';
    if (goal.end.at === 'bend') {
      const towardMotion: Edge = sourceSide(this.scene, goal.gutter) === 'left' ? 'right' : 'left';
      if (step === 0 || back !== towardMotion) return null;
    }
    let states: State[] = [{ cost: 0, y: y0, gap: -1, before: null }];
    const gutters = [start];
    for (let gutter = start; gutter !== goal.gutter; gutter += step) {
      const enter = gutter === start ? gutterSide(startEdge) : back;
      const column = step === 1 ? gutter : gutter - 1;
      const last = gutter + step === goal.gutter;
      states = this.throughColumn(states, { gutter, enter, leave: forward, column }, goal, last);
      gutters.push(gutter + step);
    }
    const enter = step === 0 ? gutterSide(startEdge) : back;
    let best: { cost: number; y: number; state: State } | null = null;
    for (const state of states) {
      const y = clamp(state.y, goal.lo, goal.hi);
      const missesLane = arrivesByLane(goal) && Math.abs(y - state.y) < LANE_LEAST ? NO_LANE : 0;
      const cost = state.cost + missesLane + this.leg(goal.gutter, enter, state.y, goal.leave, y);
      if (!best || cost < best.cost) best = { cost, y, state };
    }
    if (!best) return null;
    const gapIndexes: number[] = [];
    const ys = [best.y];
    for (let state: State | null = best.state; state; state = state.before) {
      ys.unshift(state.y);
      if (state.before) gapIndexes.unshift(state.gap);
    }
    return { cost: best.cost, gutters, gapIndexes, ys };
  }

  private throughColumn(
    states: readonly State[],
    way: { gutter: number; enter: Edge; leave: Edge; column: number },
    goal: Goal,
    last: boolean,
  ): State[] {
    const { lanePx } = this.scene.geometry;
    const near = [...states.map((state) => state.y), goal.lo, goal.hi];
    const [lo, hi] = [Math.min(...near), Math.max(...near)];
    const gaps = columnAt(this.scene, way.column).gaps.map((gap, index) => ({ gap, index }));
    const distance = ({ gap }: { gap: { lo: number; hi: number } }) => Math.max(0, gap.lo - hi, lo - gap.hi);
    const candidates = gaps
      .sort((a, b) => distance(a) - distance(b) || a.index - b.index)
      .slice(0, NEAREST_GAPS);
    const outcome: State[] = [];
    for (const { gap, index } of candidates) {
      const load = this.traffic.gapLoad(way.column, index);
      let { lo: from, hi: to } = comfortInterval(gap);
      if (last && goal.end.at === 'bend') {
        from = Math.max(gap.lo + CLEAR, goal.lo);
        to = Math.min(gap.hi - CLEAR, goal.hi);
        if (to - from < load * lanePx) continue;
      }
      const gapCost =
        COLUMN +
        (gap.hi - gap.lo < 14 ? TIGHT_GAP : 0) +
        (load >= capacity(gap, lanePx) ? FULL_GAP : load * 6);
      let best: State | null = null;
      for (const state of states) {
        const y = clamp(state.y, from, to);
        const cost = state.cost + gapCost + this.leg(way.gutter, way.enter, state.y, way.leave, y);
        if (!best || cost < best.cost) best = { cost, y, gap: index, before: state };
      }
      if (best) outcome.push(best);
    }
    return outcome;
  }

  private leg(gutter: number, enter: Edge, yIn: number, leave: Edge | null, yOut: number): number {
    const rise = Math.abs(yOut - yIn);
    return rise + (rise > 1 ? TURN : 0) + CROSSING * this.traffic.crossings(gutter, enter, yIn, leave, yOut);
  }
}

/** True when a line can be one curve: from a ring to the neighbouring ring nearer the motion, on one wing. */
export function isCurve(scene: Scene, wire: Wire): boolean {
  if (!('claimId' in wire.to)) return false;
  const source = cardOf(scene, wire.from);
  const target = cardOf(scene, wire.to.claimId);
  return source.ring === target.ring + 1 && (target.wing === 'middle' || target.wing === source.wing);
}
