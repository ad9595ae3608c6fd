import { textWidthPx } from '../layout/text-metrics';
import { type Axis, placeOn, px } from './axis';
import type { StancePair, StanceReply } from './shift';

/**
 * Two rounds of stances as dots, on paper and on the wall: one for each person and round, in stacks of ten points. Nobody is
 * named, and the order in a stack says nothing, but that pale dots lie on top.
 */

export interface StripDot {
  x: number;
  y: number;
  /** -100..100, as it was answered. */
  value: number;
}

/** One nameless person; null in a row in which they placed themselves nowhere. */
export interface StripPerson {
  first: StripDot | null;
  second: StripDot | null;
  /** Placed in one round alone: pale, and not in the mean. */
  isOnce: boolean;
}

export interface StripSize {
  width: number;
  axis: Axis;
  /** Height for the dots of a row. */
  rowPx: number;
  /** Largest and smallest dot, as radii. */
  radiusPx: number;
  leastPx: number;
  /** From the line to the lowest dot. */
  liftPx: number;
}

export const WIDE: StripSize = {
  width: 720,
  axis: { startPx: 138, endPx: 560 },
  rowPx: 112,
  radiusPx: 5.5,
  leastPx: 1,
  liftPx: 2,
};
/** As wide as a page of its own, with dots of 16 px. */
export const BROAD: StripSize = {
  width: 1136,
  axis: { startPx: 172, endPx: 948 },
  rowPx: 112,
  radiusPx: 8,
  leastPx: 1,
  liftPx: 2,
};
export const NARROW: StripSize = { ...WIDE, width: 350, axis: { startPx: 8, endPx: 342 } };
/** For the narrowest phones: words are not drawn smaller for them. */
export const SLIM: StripSize = { ...WIDE, width: 280, axis: { startPx: 8, endPx: 272 } };
/** The wall has its height and no more: dots shrink as far as it takes. */
export const WALL: StripSize = {
  width: 1760,
  axis: { startPx: 300, endPx: 1330 },
  rowPx: 150,
  radiusPx: 17,
  leastPx: 0,
  liftPx: 3.5,
};

/** From here on stacks are bars: so many dots are too many for a page. */
const MOST_STRIP_DOTS = 200;
/** From so many in one stack on dots would be smaller than 5 px, too small to be people. */
const MOST_IN_STACK = 20;

/** Of the way from one stack to the next that a bar takes. */
export const BAR_SHARE = 0.6;

/** A stack as a bar. */
export interface StripBar {
  x: number;
  y: number;
  widthPx: number;
  heightPx: number;
  /** The stance that the stack stands at. */
  value: number;
  people: number;
}

/** From one dot of a stack to the next, in radii. */
const STEP = 2.2;

/** Stacks stand at tens; what lies between goes to the nearest, away from 0 at the middle, so that no side gains. */
const stackOf = (value: number): number => Math.sign(value) * Math.round(Math.abs(value) / 10) * 10 + 0;

const isPlaced = (reply: StanceReply): reply is number => typeof reply === 'number';

/** How many stand in each stack of a row. */
function stacksOf(people: readonly StancePair[], round: keyof StancePair): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const { [round]: reply } of people) {
    if (isPlaced(reply)) heights.set(stackOf(reply), (heights.get(stackOf(reply)) ?? 0) + 1);
  }
  return heights;
}

const tallestStack = (people: readonly StancePair[]): number =>
  Math.max(1, ...stacksOf(people, 'first').values(), ...stacksOf(people, 'second').values());

/** Whether people are dots rather than bars, in every size of the picture. */
export const isStripDotted = (people: readonly StancePair[]): boolean =>
  people.length <= MOST_STRIP_DOTS && tallestStack(people) <= MOST_IN_STACK;

/** Radius of the dots, at which the tallest stack of both rows fits, and the height that it takes. */
export function stripMeasures(
  people: readonly StancePair[],
  { rowPx, radiusPx, leastPx }: StripSize,
): { radius: number; rowPx: number } {
  const tallest = tallestStack(people);
  const radius = Math.max(leastPx, Math.min(radiusPx, rowPx / (tallest * STEP)));
  // Few people do not stand under an empty sky.
  return { radius, rowPx: Math.max(40, tallest * radius * STEP + 6) };
}

/**
 * The dots of both rows.
 * @param bases y of the lines that the dots stand on
 */
export function stripPeople(
  people: readonly StancePair[],
  size: StripSize,
  bases: { first: number; second: number },
): StripPerson[] {
  const { radius } = stripMeasures(people, size);
  const placed = people
    .filter(({ first, second }) => isPlaced(first) || isPlaced(second))
    .map((pair) => ({ pair, isOnce: isPlaced(pair.first) !== isPlaced(pair.second) }))
    .sort((one, other) => Number(one.isOnce) - Number(other.isOnce));
  const rowOf = (round: keyof StancePair) => {
    const heights = new Map<number, number>();
    return placed.map(({ pair: { [round]: reply } }): StripDot | null => {
      if (!isPlaced(reply)) return null;
      const stack = stackOf(reply);
      const below = heights.get(stack) ?? 0;
      heights.set(stack, below + 1);
      return {
        x: px(placeOn(size.axis, stack)),
        y: px(bases[round] - size.liftPx - radius - below * radius * STEP),
        value: reply,
      };
    });
  };
  const [first, second] = [rowOf('first'), rowOf('second')];
  return placed.map(({ isOnce }, index) => ({
    first: first[index] ?? null,
    second: second[index] ?? null,
    isOnce,
  }));
}

/**
 * The stacks of a row as bars, as high as their share of the tallest stack of both rows.
 * @param base y of the line that they stand on
 */
export function stripBars(
  people: readonly StancePair[],
  round: keyof StancePair,
  { axis, rowPx }: StripSize,
  base: number,
): StripBar[] {
  const unit = (rowPx - 6) / tallestStack(people);
  const widthPx = px(((axis.endPx - axis.startPx) / 20) * BAR_SHARE);
  return [...stacksOf(people, round)]
    .sort(([one], [other]) => other - one)
    .map(([value, count]) => {
      const heightPx = px(Math.max(1, count * unit));
      return {
        x: px(placeOn(axis, value) - widthPx / 2),
        y: px(base - heightPx),
        widthPx,
        heightPx,
        value,
        people: count,
      };
    });
}

/**
 * Where words about one person's way stand: under the line of the row in which they answered last, where nobody's dot is. Null
 * where they would meet those of the mean: then they stand beside the picture alone.
 */
export function ownLabelAt(
  { pair, label }: { pair: StancePair; label: string },
  axis: Axis,
  rows: readonly {
    round: keyof StancePair;
    base: number;
    mean?: number | undefined;
    words: { mean: string | null };
  }[],
): { x: number; y: number; textAnchor: 'start' | 'middle' | 'end' } | null {
  const last = rows.filter(({ round }) => isPlaced(pair[round])).at(-1);
  const value = last && pair[last.round];
  if (!last || !isPlaced(value ?? null)) return null;
  const half = textWidthPx(label, 'sans-strong', 12) / 2;
  const at = placeOn(axis, Number(value));
  const middle = Math.min(Math.max(at, axis.startPx + half), axis.endPx - half);
  if (last.mean !== undefined && last.words.mean !== null) {
    const meanAt = placeOn(axis, last.mean);
    const reach = textWidthPx(last.words.mean, 'sans-strong', 12) + 16;
    if (Math.abs(meanAt - middle) < half + reach) return null;
  }
  return { x: px(middle), y: last.base + 15, textAnchor: 'middle' };
}
