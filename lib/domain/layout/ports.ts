import type { Curve, Route } from './route';
import type { Card, Edge, Scene } from './scene';
import { centreY, innerEdge } from './scene';
import type { Geometry } from './types';

/** Distance between lines that leave one side mark: they stay on the mark. */
const START_GAP = 6;
/** Least distance of an arriving line from the middle of the inner edge, where the claim's own lines leave. */
const ARRIVAL_FROM = 14;
const ARRIVAL_GAP = 9;
const CORNER = 7;
const TAB_CLEAR = 5;

interface Port {
  /** Height from which the line comes, or to which it goes. */
  readonly toward: number;
  readonly curve: boolean;
  /** The claim's own primary line: keeps the middle of its mark. */
  readonly main: boolean;
  readonly starts: boolean;
  /** Stands for a claim hidden behind this card. */
  readonly hidden: boolean;
  readonly set: (y: number) => void;
}

function collect(curves: readonly Curve[], routes: readonly Route[]): Map<string, Port[]> {
  const ports = new Map<string, Port[]>();
  const add = (card: Card, edge: Edge, port: Port) => {
    const key = `${card.id} ${edge}`;
    ports.set(key, [...(ports.get(key) ?? []), port]);
  };
  for (const curve of curves) {
    const { source, target } = curve;
    const main = curve.wire.role === 'primary';
    const faces: Edge = innerEdge(source) === 'left' ? 'right' : 'left';
    add(source, innerEdge(source), {
      toward: centreY(target),
      curve: true,
      main,
      starts: true,
      hidden: curve.wire.fromHidden,
      set: (y) => {
        curve.y1 = y;
      },
    });
    add(target, faces, {
      toward: centreY(source),
      curve: true,
      main,
      starts: false,
      hidden: curve.wire.toHidden,
      set: (y) => {
        curve.y2 = y;
      },
    });
  }
  for (const route of routes) {
    const last = route.ys.length - 1;
    add(route.source, route.startEdge, {
      toward: route.ys[1] ?? 0,
      curve: false,
      main: false,
      starts: true,
      hidden: route.wire.fromHidden,
      set: (y) => {
        route.ys[0] = y;
      },
    });
    if (route.end.at !== 'card') continue;
    add(route.end.card, route.end.edge, {
      toward: route.ys[last - 1] ?? 0,
      curve: false,
      main: false,
      starts: false,
      hidden: route.wire.toHidden,
      set: (y) => {
        route.ys[last] = y;
      },
    });
  }
  return ports;
}

/** A growing series of distances that fits into `room`: as it is, or evenly spaced from its first. */
function squeeze(distances: readonly number[], room: number): number[] {
  const [first = 0, last = 0] = [distances[0], distances.at(-1)];
  if (last <= room) return [...distances];
  const step = Math.max(0, room - first) / Math.max(1, distances.length - 1);
  return distances.map((_, index) => first + index * step);
}

/** The edge with the side mark: the claim's own lines in the middle, arriving lines above and below them. */
function setInner(card: Card, ports: readonly Port[]): void {
  const middle = centreY(card);
  const level = (port: Port) => port.curve || Math.abs(port.toward - middle) < 1;
  // Lanes lie between the card and the curves: a line that turns up at once must leave above the curves.
  const rank = (port: Port) => (level(port) ? 1 : port.toward < middle ? 0 : 2);
  const starts = ports.filter((port) => port.starts).sort((a, b) => rank(a) - rank(b) || a.toward - b.toward);
  const main = starts.findIndex((port) => port.main);
  const pivot = main >= 0 ? main : (starts.length - 1) / 2;
  const room = card.heightPx / 2 - CORNER;
  for (const [index, port] of starts.entries()) if (index === pivot) port.set(middle);
  for (const up of [true, false]) {
    // From the middle outwards: first the lines that leave, then those that arrive.
    const leaving = starts.filter((_, index) => (up ? index < pivot : index > pivot));
    if (up) leaving.reverse();
    const arriving = ports
      .filter((port) => !port.starts && port.toward < middle === up)
      .sort((a, b) => (up ? b.toward - a.toward : a.toward - b.toward));
    const distances = leaving.map((_, index) => (index + 1 - (pivot % 1)) * START_GAP);
    const first = Math.max(ARRIVAL_FROM, (distances.at(-1) ?? 0) + ARRIVAL_GAP);
    for (const index of arriving.keys()) distances.push(first + index * ARRIVAL_GAP);
    const fitted = squeeze(distances, room);
    for (const [index, port] of [...leaving, ...arriving].entries()) {
      port.set(middle + (up ? -1 : 1) * (fitted[index] ?? first));
    }
  }
}

/** Lines of hidden claims meet the fold tab itself, the others the card above and below it. */
function setAroundTab(card: Card, sorted: readonly Port[], geometry: Geometry): void {
  const middle = centreY(card);
  const hidden = sorted.filter((port) => port.hidden);
  const step = Math.min(ARRIVAL_GAP, (geometry.tabHeightPx - CORNER) / Math.max(1, hidden.length - 1));
  hidden.forEach((port, index) => {
    port.set(middle + (index - (hidden.length - 1) / 2) * step);
  });
  const from = geometry.tabHeightPx / 2 + TAB_CLEAR;
  const room = card.heightPx / 2 - CORNER - from;
  for (const up of [true, false]) {
    const half = sorted.filter((port) => !port.hidden && port.toward < middle === up);
    if (up) half.reverse();
    const apart = Math.min(ARRIVAL_GAP, Math.max(0, room) / Math.max(1, half.length - 1));
    half.forEach((port, index) => {
      port.set(middle + (up ? -1 : 1) * (from + index * apart));
    });
  }
}

/** An edge without a side mark: all lines in the order of where they come from, or around the fold tab. */
function setOuter(card: Card, ports: readonly Port[], geometry: Geometry): void {
  const middle = centreY(card);
  const sorted = [...ports].sort((a, b) => a.toward - b.toward);
  const room = card.heightPx / 2 - CORNER;
  if (card.folded) {
    setAroundTab(card, sorted, geometry);
    return;
  }
  const widest = card.wing === 'middle' ? geometry.rootPortGapPx : geometry.portGapPx;
  const step = Math.min(widest, (2 * room) / Math.max(1, sorted.length - 1));
  sorted.forEach((port, index) => {
    port.set(middle + (index - (sorted.length - 1) / 2) * step);
  });
}

/** Gives every line end on a card its height, so that lines meeting one edge arrive in order and apart. */
export function assignPorts(scene: Scene, curves: readonly Curve[], routes: readonly Route[]): void {
  const ports = collect(curves, routes);
  for (const card of scene.cards.values()) {
    for (const edge of ['left', 'right'] as const) {
      const here = ports.get(`${card.id} ${edge}`);
      if (!here) continue;
      if (card.wing !== 'middle' && edge === innerEdge(card)) setInner(card, here);
      else setOuter(card, here, scene.geometry);
    }
  }
}
