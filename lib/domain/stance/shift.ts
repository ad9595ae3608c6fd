import { FEWEST_FOR_DISTRIBUTION } from '../room/visibility';

/**
 * How a room moved between its first and its second stance. Stances run from -100 (wholly against) to 100 (wholly for), so a
 * positive shift is one towards For. Means are of matched pairs alone: of people who placed themselves both times. Whoever
 * answered once, was not sure or said nothing is counted and never taken for a 0.
 */

/** Points from which a person has moved: fixed before anybody votes, and the same in every room. */
export const MOVED_FROM = 10;

/** What a person said in a round: a value, not sure, or nothing (also when taken back). */
export type StanceReply = number | 'unsure' | null;

/** Both answers of one person to one motion. */
export interface StancePair {
  first: StanceReply;
  second: StanceReply;
}

export type ShiftDirection = 'for' | 'against';

/** Answers of one round; the three add up to the people asked. */
export interface RoundCounts {
  placed: number;
  unsure: number;
  none: number;
}

export interface MeanShift {
  /** Rounded so that `second - first` is `shift`; to whole points where that holds, else to tenths. */
  first: number;
  second: number;
  shift: number;
  decimals: 0 | 1;
  /** The shift stays within this, whoever is left out; rounded outward. */
  least: number;
  most: number;
  /** Where the room went; null for no clear shift: leaving out one person could turn or undo it. */
  direction: ShiftDirection | null;
}

export interface Shift {
  /** Everybody who could have answered. */
  people: number;
  /** Those who placed themselves both times. */
  pairs: number;
  first: RoundCounts;
  second: RoundCounts;
  /** Placed in one round alone: drawn pale and outside the mean. */
  onlyFirst: number;
  onlySecond: number;
  /** Of the matched pairs; 0 each, and no mean, while there are fewer than five: of so few nothing is told. */
  stayed: number;
  towardsFor: number;
  towardsAgainst: number;
  /** Null while fewer than five people answered twice. */
  mean: MeanShift | null;
}

const isPlaced = (reply: StanceReply): reply is number => typeof reply === 'number';

/** Whether and which way a person moved; null when they stayed, or did not place themselves both times. */
export function movedTowards({ first, second }: StancePair): ShiftDirection | null {
  if (!isPlaced(first) || !isPlaced(second) || Math.abs(second - first) < MOVED_FROM) return null;
  return second > first ? 'for' : 'against';
}

function countRound(replies: readonly StanceReply[]): RoundCounts {
  const placed = replies.filter(isPlaced).length;
  const unsure = replies.filter((reply) => reply === 'unsure').length;
  return { placed, unsure, none: replies.length - placed - unsure };
}

// Halves go away from 0, so that both sides are rounded alike.
const rounded = (value: number, unit: number): number =>
  (Math.sign(value) * Math.round(Math.abs(value) * unit)) / unit + 0;

/** @param sums of the first and of the second values; @param range the least and the most that one person moved; @param n pairs */
function meanShift(sums: readonly [number, number], range: readonly [number, number], n: number): MeanShift {
  const total = sums[1] - sums[0];
  // Without the one who moved most towards For the rest moved least that way, and the other way round.
  const least = (total - range[1]) / (n - 1);
  const most = (total - range[0]) / (n - 1);
  const outward = (unit: number): [number, number] => [
    Math.floor(least * unit) / unit,
    Math.ceil(most * unit) / unit,
  ];
  const at = (unit: number) => ({
    first: rounded(sums[0] / n, unit),
    second: rounded(sums[1] / n, unit),
    bounds: outward(unit),
  });
  const crosses = ([low, high]: readonly [number, number]) => low <= 0 && high >= 0;
  const isClear = !crosses(outward(10));
  const whole = at(1);
  const adds = whole.second - whole.first === rounded(total / n, 1);
  // In whole points a clear shift could look as if it reached 0.
  const decimals = adds && crosses(whole.bounds) === !isClear ? 0 : 1;
  const { first, second, bounds } = decimals === 0 ? whole : at(10);
  return {
    first,
    second,
    shift: rounded(second - first, 10),
    decimals,
    least: bounds[0] + 0,
    most: bounds[1] + 0,
    direction: isClear ? (total > 0 ? 'for' : 'against') : null,
  };
}

/** The shift of a room from what each of its people said in both rounds. */
export function shiftOf(people: readonly StancePair[]): Shift {
  const sums: [number, number] = [0, 0];
  const range: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let pairs = 0;
  for (const { first, second } of people) {
    if (!isPlaced(first) || !isPlaced(second)) continue;
    pairs += 1;
    sums[0] += first;
    sums[1] += second;
    range[0] = Math.min(range[0], second - first);
    range[1] = Math.max(range[1], second - first);
  }
  const isTold = pairs >= FEWEST_FOR_DISTRIBUTION;
  const moves = isTold ? people.map(movedTowards) : [];
  const towardsFor = moves.filter((move) => move === 'for').length;
  const towardsAgainst = moves.filter((move) => move === 'against').length;
  const first = countRound(people.map((person) => person.first));
  const second = countRound(people.map((person) => person.second));
  return {
    people: people.length,
    pairs,
    first,
    second,
    onlyFirst: first.placed - pairs,
    onlySecond: second.placed - pairs,
    stayed: isTold ? pairs - towardsFor - towardsAgainst : 0,
    towardsFor,
    towardsAgainst,
    mean: isTold ? meanShift(sums, range, pairs) : null,
  };
}
