import type { Stretch } from './anchor-align';
import { borderIn, LONGEST_COMPARED, likenessOf } from './anchor-border';
import { firstUnitFrom, unitsBefore } from './anchor-normal';
import type { TokenText } from './anchor-tokens';

/** Where a quote lies in a text, in every unit that is needed. */
export interface QuotePlace {
  /** Raw offsets. */
  rawStart: number;
  rawEnd: number;
  /** Offsets in the normal form. */
  start: number;
  end: number;
  /** Tokens that the quote touches. */
  first: number;
  last: number;
}

/** Words of one text and where they are in another: of two whole texts, or of a quote with its context and a window. */
export interface WordMap {
  from: TokenText;
  to: TokenText;
  /** For each token of `from` its token in `to`, or -1. */
  tokens: Int32Array;
  /** What the token was compared with: the stretch of `from` that it is in, and that of `to`. */
  groupOf: (token: number) => { group: Stretch; pair: Stretch; isMoved: boolean } | null;
}

/** What became of a quote. */
export interface Fate {
  /** Offsets in the normal form of the other text. */
  start: number;
  end: number;
  /** Raw offsets in the other text, snapped to whole characters. */
  rawStart: number;
  rawEnd: number;
  /** Share of the quote that is still there, and share of the range that was in the quote, 0 to 1. */
  kept: number;
  own: number;
  /** How alike quote and range are, 0 to 1 (Dice). */
  likeness: number;
  /** Weight of the quote: letters and digits. */
  weight: number;
  /** Share of the nearest words on each side that still stand there, 0 to 1; 1 where the text begins or ends with it. */
  left: number;
  right: number;
  isMoved: boolean;
}

/** Words on each side that tell whether the surroundings are the same. */
const NEIGHBOURS = 8;
const NEIGHBOUR_REACH = 20;
/** Between two kept words of a quote nothing longer may have been put. */
const LONGEST_INSERTION = 600;
/** Rewritten words that are this alike are the same words, mended. */
const LEAST_SPELLING = 0.6;
/** A quote of which no word is left as it was needs more. */
const LEAST_LONE_SPELLING = 0.77;
const LEAST_LONE_LENGTH = 5;

/** The quote at raw offsets of a text; null when it touches no token. */
export function quotePlace(text: TokenText, rawStart: number, rawEnd: number): QuotePlace | null {
  const start = firstUnitFrom(text.normal, rawStart);
  const end = unitsBefore(text.normal, rawEnd);
  let first = upperBound(text.ends, start);
  const last = upperBound(text.starts, end - 1);
  if (first >= last) return null;
  first = Math.min(first, last - 1);
  return { rawStart, rawEnd, start, end, first, last };
}

/** Index of the first value above a limit, in values that rise. */
function upperBound(values: Int32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const weigh = ({ weights }: TokenText, from: number, to: number): number => {
  let sum = 0;
  for (let token = from; token < to; token += 1) sum += weights[token] as number;
  return sum;
};

/** The words of the quote that stay together: first and last of them (inclusive), and what they weigh. */
interface Kept {
  first: number;
  last: number;
  weight: number;
}

/** Of words that were carried to several places, those that weigh most stand for the quote. */
function heaviestKept({ from, to, tokens, groupOf }: WordMap, place: QuotePlace): Kept | null {
  const farthest = Math.max(LONGEST_INSERTION, 2 * (place.end - place.start));
  let best: Kept | null = null;
  let held: Kept | null = null;
  for (let token = place.first; token < place.last; token += 1) {
    const target = tokens[token] as number;
    if (target < 0) continue;
    const weight = from.weights[token] as number;
    const before: number = held ? (tokens[held.last] as number) : -1;
    const follows =
      held !== null &&
      target > before &&
      (to.starts[target] as number) - (to.ends[before] as number) <= farthest &&
      groupOf(held.last)?.isMoved === groupOf(token)?.isMoved;
    if (held && follows) {
      held.last = token;
      held.weight += weight;
    } else held = { first: token, last: token, weight };
    if (!best || held.weight > best.weight) best = held;
  }
  return best;
}

/** Where the quote is in the other text, and how much of it; null when none of its words are. */
export function fateOf(map: WordMap, place: QuotePlace): Fate | null {
  const { from, to, tokens, groupOf } = map;
  const kept = heaviestKept(map, place);
  if (!kept) return loneFate(map, place);
  const start =
    kept.first === place.first && (from.starts[kept.first] as number) <= place.start
      ? (to.starts[tokens[kept.first] as number] as number) +
        place.start -
        (from.starts[kept.first] as number)
      : startAmid(map, place, kept.first);
  const end =
    kept.last === place.last - 1 && (from.ends[kept.last] as number) >= place.end
      ? (to.ends[tokens[kept.last] as number] as number) - ((from.ends[kept.last] as number) - place.end)
      : endAmid(map, place, kept.last);
  const weight = kept.weight + mendedWeight(map, place, kept, start, end);
  return measured(map, place, start, end, weight, groupOf(kept.first)?.isMoved ?? false);
}

/** The start when the quote's first words were rewritten or deleted: within what now stands before the first kept one. */
function startAmid(map: WordMap, { start }: QuotePlace, firstKept: number): number {
  const { from, to, tokens, groupOf } = map;
  const target = tokens[firstKept] as number;
  const found = groupOf(firstKept);
  const newEnd = to.starts[target] as number;
  const oldEnd = from.starts[firstKept] as number;
  if (!found) return newEnd;
  let oldFrom = from.starts[found.group.from] as number;
  let newFrom = to.starts[found.pair.from] as number;
  for (let token = firstKept - 1; token >= found.group.from; token -= 1) {
    if ((tokens[token] as number) < 0) continue;
    if ((tokens[token] as number) >= target) return newEnd;
    oldFrom = from.ends[token] as number;
    newFrom = to.ends[tokens[token] as number] as number;
    break;
  }
  const inside = Math.max(start, oldFrom);
  if (newFrom >= newEnd || inside >= oldEnd) return newEnd;
  const now = to.normal.text.slice(newFrom, newEnd);
  const before = from.normal.text.slice(oldFrom, inside);
  const after = from.normal.text.slice(inside, oldEnd);
  if (Math.max(now.length, before.length + after.length) > LONGEST_COMPARED) {
    return before.trim() === '' && now.length <= 2 * after.length ? newFrom + leadingSpace(now) : newEnd;
  }
  const places = tokenPlaces(to, newFrom, newEnd, to.starts, newEnd);
  return newFrom + borderIn(now, before, after, places, true);
}

function endAmid(map: WordMap, { end }: QuotePlace, lastKept: number): number {
  const { from, to, tokens, groupOf } = map;
  const target = tokens[lastKept] as number;
  const found = groupOf(lastKept);
  const newStart = to.ends[target] as number;
  const oldStart = from.ends[lastKept] as number;
  if (!found) return newStart;
  let oldTo = from.ends[found.group.to - 1] as number;
  let newTo = to.ends[found.pair.to - 1] as number;
  for (let token = lastKept + 1; token < found.group.to; token += 1) {
    if ((tokens[token] as number) < 0) continue;
    if ((tokens[token] as number) <= target) return newStart;
    oldTo = from.starts[token] as number;
    newTo = to.starts[tokens[token] as number] as number;
    break;
  }
  const inside = Math.min(end, oldTo);
  if (newTo <= newStart || inside <= oldStart) return newStart;
  const now = to.normal.text.slice(newStart, newTo);
  const before = from.normal.text.slice(oldStart, inside);
  const after = from.normal.text.slice(inside, oldTo);
  if (Math.max(now.length, before.length + after.length) > LONGEST_COMPARED) {
    return after.trim() === '' && now.length <= 2 * before.length
      ? newStart + now.trimEnd().length
      : newStart;
  }
  const places = tokenPlaces(to, newStart, newTo, to.ends, newStart);
  return newStart + borderIn(now, before, after, places, false);
}

const leadingSpace = (text: string): number => text.length - text.trimStart().length;

/** Borders of tokens between two offsets, counted from the first. */
function tokenPlaces(
  { starts }: TokenText,
  from: number,
  to: number,
  borders: Int32Array,
  always: number,
): number[] {
  const places = new Set<number>([always - from]);
  for (let token = upperBound(starts, from - 1); token < starts.length; token += 1) {
    if ((starts[token] as number) >= to) break;
    const border = borders[token] as number;
    if (border <= to) places.add(border - from);
  }
  return [...places].sort((a, b) => a - b);
}

/** Weight of words within the range that are other spellings of words of the quote. */
function mendedWeight(
  { from, to, tokens }: WordMap,
  place: QuotePlace,
  kept: Kept,
  start: number,
  end: number,
): number {
  let sum = 0;
  let oldFrom = place.start;
  let newFrom = start;
  let firstLost = place.first;
  const mend = (next: number, oldTo: number, newTo: number): void => {
    const lost = weigh(from, firstLost, next);
    if (lost < 3 || oldTo - oldFrom > LONGEST_COMPARED || newTo - newFrom > LONGEST_COMPARED) return;
    const one = from.normal.text.slice(oldFrom, oldTo).replace(/\s/g, '');
    const other = to.normal.text.slice(newFrom, newTo).replace(/\s/g, '');
    // Another figure is another fact, however few of its digits changed.
    if (other === '' || /\p{N}/u.test(one + other)) return;
    const likeness = likenessOf(one, other);
    if (likeness >= LEAST_SPELLING) sum += lost * likeness;
  };
  for (let token = kept.first; token <= kept.last; token += 1) {
    const target = tokens[token] as number;
    if (target < 0) continue;
    if (token > firstLost) mend(token, from.starts[token] as number, to.starts[target] as number);
    oldFrom = from.ends[token] as number;
    newFrom = to.ends[target] as number;
    firstLost = token + 1;
  }
  if (firstLost < place.last) mend(place.last, place.end, end);
  return sum;
}

/** A quote of which every word was rewritten is still there only as a mended spelling between the words around it. */
function loneFate(map: WordMap, place: QuotePlace): Fate | null {
  const { from, to, tokens, groupOf } = map;
  const found = groupOf(place.first);
  if (!found || groupOf(place.last - 1)?.group.from !== found.group.from) return null;
  let before = place.first - 1;
  while (before >= found.group.from && (tokens[before] as number) < 0) before -= 1;
  let after = place.last;
  while (after < found.group.to && (tokens[after] as number) < 0) after += 1;
  const hasBefore = before >= found.group.from;
  const hasAfter = after < found.group.to;
  const oldFrom = (hasBefore ? from.ends[before] : from.starts[found.group.from]) as number;
  const oldTo = (hasAfter ? from.starts[after] : from.ends[found.group.to - 1]) as number;
  const newFrom = (hasBefore ? to.ends[tokens[before] as number] : to.starts[found.pair.from]) as number;
  const newTo = (hasAfter ? to.starts[tokens[after] as number] : to.ends[found.pair.to - 1]) as number;
  if (newFrom >= newTo || newTo - newFrom > LONGEST_COMPARED || oldTo - oldFrom > LONGEST_COMPARED)
    return null;
  const now = to.normal.text.slice(newFrom, newTo);
  const old = from.normal.text.slice(oldFrom, oldTo);
  const cut = (at: number, borders: Int32Array, isStart: boolean): number =>
    newFrom +
    borderIn(
      now,
      old.slice(0, at - oldFrom),
      old.slice(at - oldFrom),
      tokenPlaces(to, newFrom, newTo, borders, isStart ? newTo : newFrom),
      isStart,
    );
  const start = cut(Math.max(place.start, oldFrom), to.starts, true);
  const end = cut(Math.min(place.end, oldTo), to.ends, false);
  if (start >= end) return null;
  const one = from.normal.text.slice(place.start, place.end);
  const other = to.normal.text.slice(start, end);
  const isFigure = /\p{N}/u.test(one + other);
  const likeness = likenessOf(one, other);
  // Opposites often differ in their first letters alone: increase and decrease, legal and illegal.
  if (isFigure || one.length < LEAST_LONE_LENGTH || one[0] !== other[0] || likeness < LEAST_LONE_SPELLING)
    return null;
  return measured(map, place, start, end, weigh(from, place.first, place.last) * likeness, found.isMoved);
}

function measured(
  map: WordMap,
  place: QuotePlace,
  start: number,
  end: number,
  keptWeight: number,
  isMoved: boolean,
): Fate | null {
  const { from, to } = map;
  if (start >= end) return null;
  const first = upperBound(to.ends, start);
  const last = upperBound(to.starts, end - 1);
  const weight = weigh(from, place.first, place.last);
  const newWeight = weigh(to, first, last);
  const kept = Math.min(1, keptWeight / Math.max(weight, 0.01));
  const own = Math.min(1, keptWeight / Math.max(newWeight, 0.01));
  const raw = rawRange(map, place, start, end);
  return {
    start,
    end,
    ...raw,
    kept,
    own,
    likeness: kept + own > 0 ? (2 * kept * own) / (kept + own) : 0,
    weight,
    left: leftAgreement(map, place, first),
    right: rightAgreement(map, place, last),
    isMoved,
  };
}

function leftAgreement({ from, to, tokens }: WordMap, place: QuotePlace, newFirst: number): number {
  if (place.first === 0) return newFirst === 0 ? 1 : 0;
  let kept = 0;
  let all = 0;
  for (let token = place.first - 1; token >= Math.max(0, place.first - NEIGHBOURS); token -= 1) {
    const weight = from.weights[token] as number;
    const target = tokens[token] as number;
    all += weight;
    if (target >= 0 && target < newFirst && target >= newFirst - NEIGHBOUR_REACH) kept += weight;
  }
  return to.ids.length === 0 || all === 0 ? 0 : kept / all;
}

function rightAgreement({ from, to, tokens }: WordMap, place: QuotePlace, newLast: number): number {
  if (place.last === from.ids.length) return newLast === to.ids.length ? 1 : 0;
  let kept = 0;
  let all = 0;
  for (let token = place.last; token < Math.min(from.ids.length, place.last + NEIGHBOURS); token += 1) {
    const weight = from.weights[token] as number;
    const target = tokens[token] as number;
    all += weight;
    if (target >= newLast && target < newLast + NEIGHBOUR_REACH) kept += weight;
  }
  return all === 0 ? 0 : kept / all;
}

/** Raw offsets of a range of the normal form, with the space at its edges that the quote had too. */
export function rawRange(
  { from, to }: Pick<WordMap, 'from' | 'to'>,
  place: QuotePlace,
  start: number,
  end: number,
): { rawStart: number; rawEnd: number } {
  let rawStart = to.normal.starts[start] as number;
  let rawEnd = to.normal.ends[end - 1] as number;
  const before = from.normal.raw.slice(place.rawStart, from.normal.starts[place.start]);
  const after = from.normal.raw.slice(from.normal.ends[place.end - 1], place.rawEnd);
  const { raw } = to.normal;
  if (before !== '' && raw.endsWith(before, rawStart)) rawStart -= before.length;
  if (after !== '' && raw.startsWith(after, rawEnd)) rawEnd += after.length;
  return { rawStart, rawEnd };
}
