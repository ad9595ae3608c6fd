import { borderIn, LONGEST_COMPARED, likenessOf } from './anchor-border';
import { isSpellingOf } from './anchor-evidence';
import { isUntouched, leftAgreement, rawRange, rightAgreement } from './anchor-surroundings';
import type { TokenText } from './anchor-tokens';
import { type Move, type QuotePlace, upperBound, type WordMap, weigh } from './anchor-word-map';

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
  move: Move;
  /** Whether the sentences that it is in are word for word what they were. */
  isWhole: boolean;
  /** Whether every word that differs is another spelling of the one that it took the place of. */
  isMended: boolean;
}

/** Between two kept words of a quote nothing longer may have been put. */
const LONGEST_INSERTION = 600;
/** Rewritten words that are this alike are the same words, mended. */
const LEAST_SPELLING = 0.6;

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
      (groupOf(held.last)?.move === 'none') === (groupOf(token)?.move === 'none');
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
  const mended = mendedWeight(map, place, kept, start, end);
  return measured(map, place, start, end, {
    weight: kept.weight + mended.weight,
    move: groupOf(kept.first)?.move ?? 'none',
    isMended: mended.isAll,
  });
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

/** Weight of words within the range that are other spellings of words of the quote, and whether there are no others. */
function mendedWeight(
  { from, to, tokens }: WordMap,
  place: QuotePlace,
  kept: Kept,
  start: number,
  end: number,
): { weight: number; isAll: boolean } {
  const found = { weight: 0, isAll: true };
  let oldFrom = place.start;
  let newFrom = start;
  let firstLost = place.first;
  const mend = (next: number, oldTo: number, newTo: number): void => {
    const one = lettersOf(from.normal.text.slice(oldFrom, oldTo));
    const other = lettersOf(to.normal.text.slice(newFrom, newTo));
    if (one === other) return;
    const isShort = Math.max(oldTo - oldFrom, newTo - newFrom) <= LONGEST_COMPARED;
    // Another figure is another fact, however few of its digits changed.
    const likeness = isShort && !/\p{N}/u.test(one + other) ? likenessOf(one, other) : 0;
    if (likeness >= LEAST_SPELLING) found.weight += weigh(from, firstLost, next) * likeness;
    if (!isSpellingOf(one, other)) found.isAll = false;
  };
  for (let token = kept.first; token <= kept.last; token += 1) {
    const target = tokens[token] as number;
    if (target < 0) continue;
    mend(token, from.starts[token] as number, to.starts[target] as number);
    oldFrom = from.ends[token] as number;
    newFrom = to.ends[target] as number;
    firstLost = token + 1;
  }
  mend(place.last, place.end, end);
  return found;
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');

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
  if (!isSpellingOf(one, other)) return null;
  const likeness = likenessOf(one, other);
  return measured(map, place, start, end, {
    weight: weigh(from, place.first, place.last) * likeness,
    move: found.move,
    isMended: false,
  });
}

function measured(
  map: WordMap,
  place: QuotePlace,
  start: number,
  end: number,
  found: { weight: number; move: Move; isMended: boolean },
): Fate | null {
  const { from, to } = map;
  const { weight: keptWeight, move, isMended } = found;
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
    move,
    isMended,
    isWhole: isUntouched(map, place),
  };
}
