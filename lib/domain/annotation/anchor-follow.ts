import { exactPlace } from './anchor-exact';
import { type Fate, fateOf } from './anchor-range';
import { type QuoteText, SearchedText } from './anchor-search';
import { rawRange } from './anchor-surroundings';
import type { TokenText } from './anchor-tokens';
import { type Alignment, alignTexts } from './anchor-units';
import { type QuotePlace, quotePlace, type WordMap } from './anchor-word-map';

/**
 * A quote followed from the text that it was taken from to a later one, through what the comparison of the two says about
 * each of its words. What was deleted is looked for in what was inserted, and nowhere else.
 */

/** Least likeness of a passage that was rewritten where it stands: with both neighbours, with one, with none. */
const LEAST_LIKENESS = [0.72, 0.6, 0.54] as const;
const LEAST_KEPT = 0.35;
/** So much of a quote makes it the quote, whatever was put between its words. */
const WHOLE = 0.9;
const ENOUGH_SIDE = 0.4;
/** Shorter quotes without neighbours could be any others. */
const LEAST_WEIGHT_ALONE = 14;

/** What a moved quote must weigh, by itself or with the words next to it that moved along. */
const MOVED_WEIGHT = 32;
const MOVED_WORDS = 5;
const MOVED_WITH_CONTEXT = 36;
const MOVED_CONTEXT = 10;

/** What is left of a rewritten sentence, between neighbours that stayed, within so many words. */
const IN_PLACE_WEIGHT = 10;
const IN_PLACE_WORDS = 2;
const GAP_WORDS = 100;

export class FollowedText {
  readonly #alignment: Alignment;
  readonly #map: WordMap;
  readonly #original: SearchedText;
  #edited: SearchedText | null = null;

  constructor(original: TokenText, edited: TokenText) {
    this.#alignment = alignTexts(original, edited);
    this.#original = new SearchedText(original);
    const { tokens, unitOf, pairs, groups, moves } = this.#alignment;
    this.#map = {
      from: original,
      to: edited,
      tokens,
      groupOf: (token) => {
        const unit = unitOf[token] as number;
        const group = groups[unit];
        const pair = pairs[unit];
        return group && pair ? { group, pair, move: moves[unit] ?? 'none' } : null;
      },
    };
  }

  /** Where a quote stands in the original: at its position, or where its context says. Null when it does not. */
  placeInOriginal(quote: QuoteText): { rawStart: number; rawEnd: number } | null {
    const { text } = this.#original;
    const found = exactPlace(this.#original, quote);
    if (!found) return null;
    return rawRange({ from: quote.text, to: text }, quote.place, found.start, found.end);
  }

  /** What became of the passage at raw offsets of the original; null when it is gone. */
  follow(rawStart: number, rawEnd: number): Fate | null {
    const place = quotePlace(this.#map.from, rawStart, rawEnd);
    if (!place) return null;
    const fate = fateOf(this.#map, place);
    if (fate && isAccepted(fate)) return fate;
    return this.#carried(place);
  }

  /** A quote whose words were all deleted, in what was inserted. */
  #carried(place: QuotePlace): Fate | null {
    const { from, to } = this.#map;
    this.#edited ??= new SearchedText(to);
    const ids = from.ids.subarray(place.first, place.last);
    const { used } = this.#alignment;
    const found = this.#edited.places.find(ids, place.first, 2_000).filter((token) => {
      for (let at = token; at < token + ids.length; at += 1) if (used[at] === 1) return false;
      return true;
    });
    let weight = 0;
    let words = 0;
    for (let at = place.first; at < place.last; at += 1) {
      weight += from.weights[at] as number;
      if ((from.weights[at] as number) >= 1) words += 1;
    }
    const gap = this.#gapAround(place);
    const inGap = found.filter((token) => token >= gap.from && token + ids.length <= gap.to);
    const isInPlace = inGap.length === 1 && weight >= IN_PLACE_WEIGHT && words >= IN_PLACE_WORDS;
    const [token] = isInPlace ? inGap : found;
    if (token === undefined || !(isInPlace || found.length === 1)) return null;
    if (!this.#edited.places.isAt(ids, token)) return null;
    const [left, right] = neighbours(from, place, to, token);
    const isTelling = weight >= MOVED_WEIGHT && words >= MOVED_WORDS;
    const context = left + right;
    if (!isInPlace && !isTelling && (context < MOVED_CONTEXT || weight + context < MOVED_WITH_CONTEXT))
      return null;
    const start = (to.starts[token] as number) + place.start - (from.starts[place.first] as number);
    const last = token + ids.length - 1;
    const end = (to.ends[last] as number) - ((from.ends[place.last - 1] as number) - place.end);
    return {
      start,
      end,
      ...rawRange(this.#map, place, start, end),
      kept: 1,
      own: 1,
      likeness: 1,
      weight,
      left: Math.min(1, left / MOVED_CONTEXT),
      right: Math.min(1, right / MOVED_CONTEXT),
      move: isInPlace ? 'none' : 'alone',
      isWhole: false,
      isMended: true,
    };
  }

  /** What now stands between the nearest words before and behind a passage that are still there; empty when it is much. */
  #gapAround({ first, last }: QuotePlace): { from: number; to: number } {
    const { from: original, to, tokens, groupOf } = this.#map;
    const isKept = (token: number): boolean =>
      (tokens[token] as number) >= 0 && groupOf(token)?.move === 'none';
    let before = first - 1;
    while (before >= Math.max(0, first - GAP_WORDS) && !isKept(before)) before -= 1;
    let after = last;
    while (after < Math.min(original.ids.length, last + GAP_WORDS) && !isKept(after)) after += 1;
    const from = before >= 0 && isKept(before) ? (tokens[before] as number) + 1 : 0;
    const end = after < original.ids.length && isKept(after) ? (tokens[after] as number) : to.ids.length;
    return end - from <= last - first + GAP_WORDS ? { from, to: end } : { from: 0, to: 0 };
  }
}

/** Weight of the equal words right before and right behind two places. */
function neighbours(from: TokenText, place: QuotePlace, to: TokenText, token: number): [number, number] {
  let left = 0;
  for (let step = 1; step <= 8; step += 1) {
    const id = from.ids[place.first - step];
    if (id === undefined || id !== to.ids[token - step]) break;
    left += from.weights[place.first - step] as number;
  }
  let right = 0;
  const end = token + place.last - place.first;
  for (let step = 0; step < 8; step += 1) {
    const id = from.ids[place.last + step];
    if (id === undefined || id !== to.ids[end + step]) break;
    right += from.weights[place.last + step] as number;
  }
  return [left, right];
}

function isAccepted({ kept, likeness, left, right, weight, move, isMended, isWhole }: Fate): boolean {
  if (isWhole) return true;
  // What was carried elsewhere alone and says something else is not the passage, but one like it.
  if (move === 'alone' && !isMended) return false;
  const sides = Number(left >= ENOUGH_SIDE) + Number(right >= ENOUGH_SIDE);
  if (sides === 0 && weight < LEAST_WEIGHT_ALONE) return false;
  if (kept >= WHOLE) return true;
  return kept >= LEAST_KEPT && likeness >= (LEAST_LIKENESS[sides] as number);
}
