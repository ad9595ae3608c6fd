import searchApproximately from 'approx-string-match';
import { Budget } from './anchor-align';
import { lowerBound } from './anchor-normal';
import { WordPlaces } from './anchor-places';
import { type TokenText, tokenText, type Vocabulary } from './anchor-tokens';
import type { AnchorSelector } from './anchor-types';
import { type QuotePlace, quotePlace } from './anchor-word-map';

/** A quote between its contexts, as a little text of its own. */
export interface QuoteText {
  text: TokenText;
  place: QuotePlace;
  /** Weight of the quote: letters and digits, other marks little. */
  weight: number;
  words: number;
  /** Where the quote is said to begin and end; null when nobody said. */
  hint: { start: number; end: number } | null;
}

/** A place where the words of a quote stand as they were. */
export interface ExactPlace {
  /** First token. */
  token: number;
  /** Offsets in the normal form. */
  start: number;
  end: number;
  /** Letters of the context that agree, on the left and on the right. */
  left: number;
  right: number;
}

const MOST_PLACES = 20_000;
/** Places of which the context is compared letter by letter. */
const MOST_COMPARED = 800;
const MOST_APPROXIMATED = 6;
const CONTEXT = 64;
/** Words of a context that are looked for elsewhere, and how far from the quote they may now be. */
const CONTEXT_WORDS = 7;
const LEAST_CONTEXT_WEIGHT = 8;
const MOST_CONTEXTS = 100;
const NEAR_WORDS = 120;

/** The parts of a selector as one text; null when the quote has no words. */
export function quoteText(selector: AnchorSelector, vocabulary: Vocabulary): QuoteText | null {
  const prefix = (selector.prefix ?? '').slice(-CONTEXT);
  const suffix = (selector.suffix ?? '').slice(0, CONTEXT);
  const text = tokenText(prefix + selector.exact + suffix, vocabulary);
  const place = quotePlace(text, prefix.length, prefix.length + selector.exact.length);
  if (!place) return null;
  let weight = 0;
  let words = 0;
  for (let token = place.first; token < place.last; token += 1) {
    weight += text.weights[token] as number;
    if ((text.weights[token] as number) >= 1) words += 1;
  }
  const { start, end } = selector;
  const hasHint = start !== undefined && end !== undefined && start >= 0 && end > start;
  return { text, place, weight, words, hint: hasHint ? { start, end } : null };
}

/** A text made ready for many quotes to be looked for. */
export class SearchedText {
  readonly text: TokenText;
  readonly places: WordPlaces;
  readonly #approximations = new Budget(3_000_000);
  readonly #comparisons = new Budget(150_000_000);

  constructor(text: TokenText) {
    this.text = text;
    this.places = new WordPlaces(text);
  }

  /** The token at or behind a raw offset. */
  tokenNear(rawOffset: number): number {
    const unit = lowerBound(this.text.normal.starts, rawOffset);
    return lowerBound(this.text.starts, unit);
  }

  /** Every place where the quote stands word for word, those that the context speaks for first. */
  exactPlaces(quote: QuoteText): ExactPlace[] {
    const { text, place, hint } = quote;
    const ids = text.ids.subarray(place.first, place.last);
    const near = hint ? this.tokenNear(hint.start) : 0;
    let tokens = this.places.find(ids, near, MOST_PLACES);
    if (tokens.length > MOST_COMPARED) {
      const middle = lowerBound(Int32Array.from(tokens), near);
      const from = Math.min(Math.max(0, middle - MOST_COMPARED / 2), tokens.length - MOST_COMPARED);
      tokens = tokens.slice(from, from + MOST_COMPARED);
    }
    const { starts, ends } = this.text;
    const found = tokens.map((token): ExactPlace => {
      const last = token + place.last - place.first - 1;
      const start = (starts[token] as number) + place.start - (text.starts[place.first] as number);
      const end = (ends[last] as number) - ((text.ends[place.last - 1] as number) - place.end);
      return { token, start, end, ...this.#agreement(quote, start, end) };
    });
    found.sort((a, b) => b.left + b.right - a.left - a.right || a.token - b.token);
    for (const one of found.slice(0, MOST_APPROXIMATED)) this.#approximate(quote, one);
    return found
      .sort((a, b) => b.left + b.right - a.left - a.right || a.token - b.token)
      .filter((one, index) => index > 1 || this.places.isAt(ids, one.token));
  }

  /** Letters next to a place that are those next to the quote. */
  #agreement({ text, place }: QuoteText, start: number, end: number): { left: number; right: number } {
    const { normal } = this.text;
    let left = 0;
    let right = 0;
    if (this.#comparisons.take(2 * CONTEXT)) {
      while (
        left < place.start &&
        left < start &&
        sameUnit(normal.text, start - left, text, place.start - left)
      ) {
        left += 1;
      }
      const wanted = text.normal.text;
      while (
        place.end + right < wanted.length &&
        end + right < normal.text.length &&
        normal.text.charCodeAt(end + right) === wanted.charCodeAt(place.end + right)
      ) {
        right += 1;
      }
    }
    return { left, right };
  }

  /** A context with a changed letter or two still agrees for the most part. */
  #approximate({ text, place }: QuoteText, found: ExactPlace): void {
    const { normal } = this.text;
    const prefix = text.normal.text.slice(0, place.start);
    const suffix = text.normal.text.slice(place.end);
    const room = 8;
    if (prefix.length >= 12 && found.left < prefix.length && this.#approximations.take(CONTEXT * 2)) {
      const from = Math.max(0, found.start - prefix.length - room);
      const window = normal.text.slice(from, found.start);
      const match = searchApproximately(window, prefix, Math.floor(prefix.length * 0.4)).find(
        ({ end }) => window.length - end <= 4,
      );
      if (match) found.left = Math.max(found.left, prefix.length - 2 * match.errors);
    }
    if (suffix.length >= 12 && found.right < suffix.length && this.#approximations.take(CONTEXT * 2)) {
      const window = normal.text.slice(found.end, found.end + suffix.length + room);
      const match = searchApproximately(window, suffix, Math.floor(suffix.length * 0.4)).find(
        ({ start }) => start <= 4,
      );
      if (match) found.right = Math.max(found.right, suffix.length - 2 * match.errors);
    }
  }

  /**
   * Whether the words on one side of the quote still stand somewhere in the text, but not near a place: the quote was there,
   * and this place is another.
   * @param first first token of the place
   * @param last its end
   */
  isElsewhere({ text, place }: QuoteText, side: 'left' | 'right', first: number, last: number): boolean {
    // The outermost word of a context is often cut.
    const from = side === 'left' ? Math.max(1, place.first - CONTEXT_WORDS) : place.last;
    const to = side === 'left' ? place.first : Math.min(text.ids.length - 1, place.last + CONTEXT_WORDS);
    let weight = 0;
    for (let token = from; token < to; token += 1) weight += text.weights[token] as number;
    if (weight < LEAST_CONTEXT_WEIGHT) return false;
    const found = this.places.find(text.ids.subarray(from, to), first, MOST_CONTEXTS);
    const gap = (token: number): number => (side === 'left' ? first - token - (to - from) : token - last);
    return found.length > 0 && !found.some((token) => gap(token) >= 0 && gap(token) <= NEAR_WORDS);
  }
}

const sameUnit = (one: string, before: number, { normal }: TokenText, place: number): boolean =>
  one.charCodeAt(before - 1) === normal.text.charCodeAt(place - 1);
