import type { Point } from '@/lib/domain/stance/opinion/outline';
import type { Box, Size } from './picture-layout';

/** Where the names of groups stand, so that they cover neither each other nor people. */

export interface LabelWanted {
  /** What it names: corners in pixels. */
  around: readonly Point[];
  width: number;
  height: number;
}

const GAP = 8;

const boxOf = (points: readonly Point[]): Box => ({
  left: points.reduce((least, { x }) => Math.min(least, x), Infinity),
  right: points.reduce((most, { x }) => Math.max(most, x), -Infinity),
  top: points.reduce((least, { y }) => Math.min(least, y), Infinity),
  bottom: points.reduce((most, { y }) => Math.max(most, y), -Infinity),
});

/** Area that two boxes share. */
const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Above, below, beside, and at the corners of what a label names: its own place, where it stands best, first. */
function candidates({ around, width, height }: LabelWanted): Box[] {
  const { left, right, top, bottom } = boxOf(around);
  const at = (x: number, y: number): Box => ({ left: x, top: y, right: x + width, bottom: y + height });
  const middleX = (left + right - width) / 2;
  const middleY = (top + bottom - height) / 2;
  const [above, below] = [top - GAP - height, bottom + GAP];
  const [before, after] = [left - GAP - width, right + GAP];
  const xs = [middleX, left, right - width];
  return [
    ...xs.map((x) => at(x, above)),
    ...xs.map((x) => at(x, below)),
    ...[middleY, top, bottom - height].flatMap((y) => [at(before, y), at(after, y)]),
    at(before, above),
    at(after, above),
    at(before, below),
    at(after, below),
    // Over its own people, where nothing else is free.
    at(middleX, middleY),
  ];
}

/**
 * A place for each label, in their order.
 * @param taken what must stay free, e.g. the words at the ends
 * @param people dots that are better not covered
 */
export function placeLabels(
  wanted: readonly LabelWanted[],
  { taken, people, size }: { taken: readonly Box[]; people: readonly Point[]; size: Size },
): Box[] {
  const kept: Box[] = [];
  const named = wanted.map(({ around }) => boxOf(around));
  for (const [index, label] of wanted.entries()) {
    const cost = (box: Box, at: number): number => {
      const outside =
        Math.max(0, 4 - box.left) +
        Math.max(0, 4 - box.top) +
        Math.max(0, box.right - size.width + 4) +
        Math.max(0, box.bottom - size.height + 4);
      const covered = people.filter(
        ({ x, y }) => x > box.left - 4 && x < box.right + 4 && y > box.top - 4 && y < box.bottom + 4,
      ).length;
      const others = named.reduce((sum, other, o) => sum + (o === index ? 0 : shared(box, other)), 0);
      const words = [...kept, ...taken].reduce((sum, other) => sum + shared(box, other), 0);
      return outside * 1000 + words * 50 + covered * 40 + others * 0.1 + at;
    };
    const best = candidates(label)
      .map((box, at) => ({ box, cost: cost(box, at) }))
      .reduce((least, next) => (next.cost < least.cost ? next : least));
    // A label is read even when what it names lies beyond the edge.
    const dx = Math.max(4 - best.box.left, Math.min(0, size.width - 4 - best.box.right));
    const dy = Math.max(4 - best.box.top, Math.min(0, size.height - 4 - best.box.bottom));
    kept.push({
      left: best.box.left + dx,
      right: best.box.right + dx,
      top: best.box.top + dy,
      bottom: best.box.bottom + dy,
    });
  }
  return kept;
}

const OWN_HEIGHT = 13;
const OWN_STEP = 5;
const OWN_STEPS = 8;

/**
 * Where the word for oneself stands: beside one's ring, or above or below it, as near as it covers nobody.
 * @returns the middle of its line
 */
export function ownLabel(
  at: Point,
  { ring, wide, radius }: { ring: number; wide: number; radius: number },
  others: readonly Point[],
  size: Size,
): Point {
  const places = Array.from({ length: OWN_STEPS }, (_, step) => ring + 5 + step * OWN_STEP).flatMap((far) => [
    { x: at.x - far - wide / 2, y: at.y + 4.5 },
    { x: at.x + far + wide / 2, y: at.y + 4.5 },
    { x: at.x, y: at.y - far + 2 },
    { x: at.x, y: at.y + far + OWN_HEIGHT - 4 },
  ]);
  const cost = ({ x, y }: Point): number => {
    const isOut = x < wide / 2 || x > size.width - wide / 2 || y < OWN_HEIGHT || y > size.height;
    const covered = others.filter(
      (other) =>
        Math.abs(other.x - x) < wide / 2 + radius + 1 &&
        other.y > y - OWN_HEIGHT - radius &&
        other.y < y + 3 + radius,
    ).length;
    return covered + (isOut ? others.length + 1 : 0);
  };
  return places
    .map((place) => ({ place, cost: cost(place) }))
    .reduce((least, next) => (next.cost < least.cost ? next : least)).place;
}
