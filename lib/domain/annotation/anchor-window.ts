import { alignStretches, Budget } from './anchor-align';
import { sameFigures } from './anchor-evidence';
import { type Fate, fateOf } from './anchor-range';
import type { QuoteText, SearchedText } from './anchor-search';
import type { TokenText } from './anchor-tokens';

/**
 * A quote that no longer stands word for word, looked for without the text that it was taken from: its rare words and those
 * of its context point to a few windows; in each the quote is aligned, and taken only when the context agrees.
 */

const SEEDS = 32;
const MOST_SEED_PLACES = 60;
const BUCKET = 12;
const MOST_WINDOWS = 8;
const MARGIN = 14;
const WORK = 60_000_000;

const ENOUGH_SIDE = 0.5;
/** Least likeness with both contexts, with one, with none; and what a quote without any must weigh. */
const LEAST_LIKENESS = [0.92, 0.78, 0.5] as const;
const LEAST_KEPT = 0.35;
const LEAST_WEIGHT_ALONE = 48;
const LEAST_WEIGHT_ONE_SIDE = 12;

export class WindowSearch {
  readonly #searched: SearchedText;
  readonly #work = new Budget(WORK);

  constructor(searched: SearchedText) {
    this.#searched = searched;
  }

  /** The changed quote, or null. */
  find(quote: QuoteText): Fate | null {
    const fates: Fate[] = [];
    for (const start of this.#windows(quote)) {
      const fate = this.#fateIn(quote, start);
      if (fate === 'deleted') return null;
      if (fate) fates.push(fate);
    }
    const accepted = fates
      .filter((fate) => this.#isAccepted(quote, fate))
      .sort((a, b) => worth(b) - worth(a) || a.start - b.start);
    const [best] = accepted;
    const rival = accepted.find((fate) => best && (fate.end <= best.start || fate.start >= best.end));
    return best && (!rival || worth(best) - worth(rival) >= 0.4) ? best : null;
  }

  /** First tokens of the windows that most rare words point to. */
  #windows({ text, place, hint }: QuoteText): number[] {
    const { places } = this.#searched;
    const tokens = [...text.ids.keys()]
      .map((token) => ({ token, places: places.of(text.ids[token] as number) }))
      .filter(({ places: found }) => found.length > 0)
      .sort((a, b) => a.places.length - b.places.length);
    const votes = new Map<number, number>();
    const vote = (bucket: number, weight: number): void => {
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    };
    for (const { token, places: found } of tokens.slice(0, SEEDS)) {
      const weight = text.weights[token] as number;
      for (const at of nearest(found, hint ? this.#searched.tokenNear(hint.start) : 0)) {
        const bucket = Math.floor((at - token) / BUCKET);
        vote(bucket, weight);
        vote(bucket + 1, weight);
      }
    }
    const most = text.ids.length > 600 ? 2 : MOST_WINDOWS;
    const chosen = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const starts: number[] = [];
    for (const [bucket] of chosen) {
      if (starts.length === most) break;
      if (!starts.some((start) => Math.abs(start - bucket) <= 1)) starts.push(bucket);
    }
    void place;
    return starts.map((bucket) => (bucket - 1) * BUCKET);
  }

  #fateIn({ text, place }: QuoteText, start: number): Fate | 'deleted' | null {
    const to = this.#searched.text;
    const quoteLength = place.last - place.first;
    const pair = {
      from: Math.max(0, start - MARGIN),
      to: Math.min(to.ids.length, start + text.ids.length + Math.ceil(quoteLength / 2) + 2 * MARGIN),
    };
    if (pair.from >= pair.to) return null;
    const group = { from: 0, to: text.ids.length };
    const tokens = new Int32Array(text.ids.length).fill(-1);
    alignStretches(text, group, to, pair, tokens, this.#work);
    if (isCutOut(text, tokens, place.first, place.last)) return 'deleted';
    const found = { group, pair, isMoved: false };
    return fateOf({ from: text, to, tokens, groupOf: () => found }, place);
  }

  #isAccepted({ text, place, hint }: QuoteText, fate: Fate): boolean {
    const { ids } = this.#searched.text;
    const atStart = place.first === 0 && fate.left === 1 && hint?.start === 0;
    const isLeft = place.first > 0 ? fate.left >= ENOUGH_SIDE : atStart;
    const isRight =
      place.last < text.ids.length ? fate.right >= ENOUGH_SIDE : fate.right === 1 && ids.length > 0;
    const sides = isLeft && isRight ? 2 : isLeft || isRight ? 1 : 0;
    if (fate.likeness < (LEAST_LIKENESS[sides] as number) || fate.kept < LEAST_KEPT) return false;
    if (sides === 2) return true;
    if (fate.weight < (sides === 1 ? LEAST_WEIGHT_ONE_SIDE : LEAST_WEIGHT_ALONE)) return false;
    const now = this.#searched.text.normal.text.slice(fate.start, fate.end);
    return sameFigures(wordsOf(text.normal.text.slice(place.start, place.end)), wordsOf(now));
  }
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];

const worth = (fate: Fate): number => fate.likeness + fate.left + fate.right;

/** The words before the quote and those behind it now stand side by side: it was cut out. */
function isCutOut(text: TokenText, tokens: Int32Array, first: number, last: number): boolean {
  const before = tokens[first - 1];
  const after = tokens[last];
  if (before === undefined || after === undefined || before < 0 || after !== before + 1) return false;
  const weigh = (from: number, to: number): number => {
    let sum = 0;
    for (let token = from; token < to; token += 1) {
      if ((tokens[token] as number) >= 0) sum += text.weights[token] as number;
    }
    return sum;
  };
  return weigh(0, first) >= 10 && weigh(last, tokens.length) >= 10;
}

/** At most so many places, those around a token. */
function nearest(places: Int32Array, token: number): Int32Array {
  if (places.length <= MOST_SEED_PLACES) return places;
  let from = 0;
  while (from < places.length - MOST_SEED_PLACES && (places[from] as number) < token)
    from += MOST_SEED_PLACES;
  return places.subarray(Math.max(0, from - MOST_SEED_PLACES / 2), from + MOST_SEED_PLACES / 2);
}
