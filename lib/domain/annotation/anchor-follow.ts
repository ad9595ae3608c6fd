import { type Fate, fateOf, type QuotePlace, quotePlace, rawRange, type WordMap } from './anchor-range';
import { type QuoteText, SearchedText } from './anchor-search';
import type { TokenText } from './anchor-tokens';
import { type Alignment, alignTexts } from './anchor-units';

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

export class FollowedText {
  readonly #alignment: Alignment;
  readonly #map: WordMap;
  readonly #original: SearchedText;
  #edited: SearchedText | null = null;

  constructor(original: TokenText, edited: TokenText) {
    this.#alignment = alignTexts(original, edited);
    this.#original = new SearchedText(original);
    const { tokens, unitOf, pairs, groups, moved } = this.#alignment;
    this.#map = {
      from: original,
      to: edited,
      tokens,
      groupOf: (token) => {
        const unit = unitOf[token] as number;
        const group = groups[unit];
        const pair = pairs[unit];
        return group && pair ? { group, pair, isMoved: moved[unit] === 1 } : null;
      },
    };
  }

  /** Where a quote stands in the original: at its position, or where its context says. Null when it does not. */
  placeInOriginal(quote: QuoteText): { rawStart: number; rawEnd: number } | null {
    const { text } = this.#original;
    const found = this.#original.exactPlace(quote);
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
    const [token] = found;
    if (token === undefined || found.length > 1 || !this.#edited.places.isAt(ids, token)) return null;
    const [left, right] = neighbours(from, place, to, token);
    let weight = 0;
    let words = 0;
    for (let at = place.first; at < place.last; at += 1) {
      weight += from.weights[at] as number;
      if ((from.weights[at] as number) >= 1) words += 1;
    }
    const isTelling = weight >= MOVED_WEIGHT && words >= MOVED_WORDS;
    const context = left + right;
    if (!isTelling && (context < MOVED_CONTEXT || weight + context < MOVED_WITH_CONTEXT)) return null;
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
      isMoved: true,
    };
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

function isAccepted({ kept, likeness, left, right, weight }: Fate): boolean {
  const sides = Number(left >= ENOUGH_SIDE) + Number(right >= ENOUGH_SIDE);
  if (sides === 0 && weight < LEAST_WEIGHT_ALONE) return false;
  if (kept >= WHOLE) return true;
  return kept >= LEAST_KEPT && likeness >= (LEAST_LIKENESS[sides] as number);
}
