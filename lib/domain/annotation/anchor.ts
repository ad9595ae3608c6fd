import { exactPlace } from './anchor-exact';
import { FollowedText } from './anchor-follow';
import type { Fate } from './anchor-range';
import { type QuoteText, quoteText, SearchedText } from './anchor-search';
import { rawRange } from './anchor-surroundings';
import { type TokenText, tokenText, Vocabulary } from './anchor-tokens';
import { type Anchor, type AnchorSelector, ORPHAN } from './anchor-types';
import { WindowSearch } from './anchor-window';

/**
 * Finds annotated passages again in a text that was edited. A passage that cannot be told for sure is an orphan: attached to
 * the wrong words, an annotation says what nobody meant. See docs/adr/0019-anchoring.md.
 */

/**
 * Where the quote of a selector stands in `text`.
 * @param original the text that the selector was made from; with it the position is followed through every edit, without
 * it the quote's words and context have to say all
 * @returns raw UTF-16 offsets into `text`; confidence 0 to 1
 */
export function anchor(text: string, selector: AnchorSelector, original?: string): Anchor {
  return anchorAll(text, [selector], original)[0] ?? ORPHAN;
}

/** `anchor` for many selectors of one text: the texts are read and compared once. Answers in the order of the selectors. */
export function anchorAll(text: string, selectors: readonly AnchorSelector[], original?: string): Anchor[] {
  const anchoring = new Anchoring(text, original);
  const known = new Map<string, Anchor>();
  return selectors.map((selector) => {
    const { exact, prefix = '', suffix = '', start = '', end = '' } = selector;
    const key = [start, end, prefix.length, suffix.length, prefix + exact + suffix].join(' ');
    const answer = known.get(key) ?? anchoring.anchor(selector);
    known.set(key, answer);
    return answer;
  });
}

/** Longer quotes are looked for by their first and last units, so that the work does not grow with their length. */
const LONG_QUOTE = 2_000;
const END_LENGTH = 600;
const CONTEXT = 32;
/** What is found between the ends of a long quote may be so much longer or shorter than it was. */
const MOST_GROWTH = 1.7;

function endsOf({ exact, prefix, suffix, start }: AnchorSelector): [AnchorSelector, AnchorSelector] {
  const tailAt = exact.length - END_LENGTH;
  const placed = (from: number) =>
    start === undefined ? {} : { start: start + from, end: start + from + END_LENGTH };
  return [
    {
      exact: exact.slice(0, END_LENGTH),
      prefix,
      suffix: exact.slice(END_LENGTH, END_LENGTH + CONTEXT),
      ...placed(0),
    },
    { exact: exact.slice(tailAt), prefix: exact.slice(tailAt - CONTEXT, tailAt), suffix, ...placed(tailAt) },
  ];
}

const isPlausible = ({ exact }: AnchorSelector, start: number, end: number): boolean =>
  end - start <= exact.length * MOST_GROWTH && (end - start) * MOST_GROWTH >= exact.length;

class Anchoring {
  readonly #text: string;
  readonly #original: string | undefined;
  readonly #vocabulary = new Vocabulary();
  #tokens: TokenText | null = null;
  #followed: FollowedText | null = null;
  #search: { searched: SearchedText; windows: WindowSearch } | null = null;

  constructor(text: string, original: string | undefined) {
    this.#text = text;
    this.#original = original;
  }

  anchor(selector: AnchorSelector): Anchor {
    if (selector.exact === '') return ORPHAN;
    return this.#original === undefined ? this.#searchFor(selector) : this.#follow(selector, this.#original);
  }

  #tokenText(): TokenText {
    this.#tokens ??= tokenText(this.#text, this.#vocabulary);
    return this.#tokens;
  }

  #follow(selector: AnchorSelector, original: string): Anchor {
    const isThere = standsAt(original, selector);
    if (isThere && this.#text === original)
      return this.#answer('same', selector.start ?? 0, selector.exact, 1);
    this.#followed ??= new FollowedText(tokenText(original, this.#vocabulary), this.#tokenText());
    const place = isThere
      ? { rawStart: selector.start ?? 0, rawEnd: (selector.start ?? 0) + selector.exact.length }
      : this.#placeInOriginal(selector, this.#followed);
    // A quote that is not from this text: nothing can be followed.
    if (!place) return this.#searchFor(selector);
    const exact = original.slice(place.rawStart, place.rawEnd);
    if (this.#text === original) return this.#answer('same', place.rawStart, exact, 1);
    const fate = this.#followed.follow(place.rawStart, place.rawEnd);
    if (!fate) return edgeOf(original, this.#text, place);
    if (this.#text.slice(fate.rawStart, fate.rawEnd) !== exact) return changed(fate);
    const status = fate.move !== 'none' ? 'moved' : fate.rawStart === place.rawStart ? 'same' : 'shifted';
    return this.#answer(status, fate.rawStart, exact, fate.move === 'none' ? 1 : 0.95);
  }

  #placeInOriginal(
    selector: AnchorSelector,
    followed: FollowedText,
  ): { rawStart: number; rawEnd: number } | null {
    if (selector.exact.length > LONG_QUOTE) {
      const [head, tail] = endsOf(selector).map((end) => this.#placeInOriginal(end, followed));
      return head && tail && isPlausible(selector, head.rawStart, tail.rawEnd)
        ? { rawStart: head.rawStart, rawEnd: tail.rawEnd }
        : null;
    }
    const quote = quoteText(selector, this.#vocabulary);
    return quote && followed.placeInOriginal(quote);
  }

  /** A long quote is looked for by its beginning and its end. */
  #searchForEnds(selector: AnchorSelector): Anchor {
    const [head, tail] = endsOf(selector).map((end) => this.#searchFor(end));
    if (!head || !tail || head.start === null || tail.start === null) return ORPHAN;
    const [start, end] = [head.start, tail.end];
    if (!isPlausible(selector, start, end)) return ORPHAN;
    const confidence = Math.min(head.confidence, tail.confidence);
    if (end - start !== selector.exact.length || !this.#text.startsWith(selector.exact, start)) {
      return { status: 'changed', start, end, confidence: rounded(0.9 * confidence) };
    }
    return this.#answer(
      start === selector.start ? 'same' : head.status === 'moved' ? 'moved' : 'shifted',
      start,
      selector.exact,
      confidence,
    );
  }

  #searchFor(selector: AnchorSelector): Anchor {
    if (standsAt(this.#text, selector)) return this.#answer('same', selector.start ?? 0, selector.exact, 1);
    if (selector.exact.length > LONG_QUOTE) return this.#searchForEnds(selector);
    const quote = quoteText(selector, this.#vocabulary);
    if (!quote) return ORPHAN;
    if (!this.#search) {
      const searched = new SearchedText(this.#tokenText());
      this.#search = { searched, windows: new WindowSearch(searched) };
    }
    const { searched, windows } = this.#search;
    const found = exactPlace(searched, quote);
    if (!found) {
      const fate = windows.find(quote);
      if (!fate) return ORPHAN;
      const answer = changed(fate);
      const isSame = this.#text.slice(fate.rawStart, fate.rawEnd) === selector.exact;
      return isSame ? { ...answer, status: fate.rawStart === selector.start ? 'same' : 'shifted' } : answer;
    }
    const range = rawRange({ from: quote.text, to: searched.text }, quote.place, found.start, found.end);
    const confidence = confidenceOf(quote, found.left, found.right);
    if (this.#text.slice(range.rawStart, range.rawEnd) !== selector.exact) {
      return { status: 'changed', start: range.rawStart, end: range.rawEnd, confidence };
    }
    const status =
      range.rawStart === selector.start ? 'same' : found.left + found.right >= 8 ? 'shifted' : 'moved';
    return this.#answer(status, range.rawStart, selector.exact, confidence);
  }

  #answer(status: 'same' | 'shifted' | 'moved', start: number, exact: string, confidence: number): Anchor {
    return { status, start, end: start + exact.length, confidence };
  }
}

/** Whether the quote stands at its position, between its contexts. */
function standsAt(text: string, { exact, prefix = '', suffix = '', start }: AnchorSelector): boolean {
  return (
    start !== undefined &&
    start >= 0 &&
    text.startsWith(exact, start) &&
    text.endsWith(prefix, start) &&
    text.startsWith(suffix, start + exact.length)
  );
}

const rounded = (confidence: number): number => Math.round(Math.min(0.99, confidence) * 100) / 100;

function changed({ rawStart, rawEnd, likeness, left, right }: Fate): Exclude<Anchor, { status: 'orphan' }> {
  return {
    status: 'changed',
    start: rawStart,
    end: rawEnd,
    confidence: rounded(likeness * (0.8 + 0.1 * (left + right))),
  };
}

const confidenceOf = ({ text, place }: QuoteText, left: number, right: number): number => {
  const known = text.normal.text.length - (place.end - place.start);
  return rounded(known === 0 ? 0.8 : 0.7 + (0.3 * (left + right)) / known);
};

/** A quote without words, such as a space, is followed only where everything on one side of it stayed as it was. */
function edgeOf(original: string, text: string, place: { rawStart: number; rawEnd: number }): Anchor {
  if (/[\p{L}\p{N}]/u.test(original.slice(place.rawStart, place.rawEnd))) return ORPHAN;
  const { rawStart, rawEnd } = place;
  const shift = text.length - original.length;
  if (text.startsWith(original.slice(0, rawEnd + 1))) {
    return { status: 'same', start: rawStart, end: rawEnd, confidence: 0.9 };
  }
  const tail = original.slice(Math.max(0, rawStart - 1));
  return tail.length <= text.length && text.endsWith(tail)
    ? { status: 'shifted', start: rawStart + shift, end: rawEnd + shift, confidence: 0.9 }
    : ORPHAN;
}
