import { alignStretches, Budget } from './anchor-align';
import { lowerBound } from './anchor-normal';
import { type Fate, fateOf } from './anchor-range';
import type { QuoteText, SearchedText } from './anchor-search';
import type { TokenText } from './anchor-tokens';
import type { Group } from './anchor-word-map';

/**
 * A quote that no longer stands word for word, looked for without the text that it was taken from: its rare words and those
 * of its context point to a few windows; in each the quote is aligned, and taken only when the context agrees.
 */

const SEEDS = 24;
const MOST_SEED_PLACES = 24;
const BUCKET = 12;
const MOST_WINDOWS = 6;
const MARGIN = 14;
const WORK = 40_000_000;

const ENOUGH_SIDE = 0.6;
/** Between its two contexts a passage may be rewritten by half. */
const LEAST_LIKENESS = 0.5;
const LEAST_KEPT = 0.35;
/** Between contexts that were mended themselves it may be only less so. */
const SURE_SIDE = 0.8;
const LIKENESS_BETWEEN_MENDED = 0.75;
const LEAST_MENDED_LIKENESS = 0.85;
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
    let isDeleted = false;
    for (const start of this.#windows(quote)) {
      const fate = this.#fateIn(quote, start);
      if (fate === 'deleted') isDeleted = true;
      else if (fate) fates.push(fate);
    }
    const accepted = fates
      .filter((fate) => this.#isAccepted(quote, fate) && (!isDeleted || fate.isMended))
      .sort((a, b) => worth(b) - worth(a) || a.start - b.start);
    const [best] = accepted;
    const rival = accepted.find((fate) => best && (fate.end <= best.start || fate.start >= best.end));
    return best && (!rival || worth(best) - worth(rival) >= 0.4) ? best : null;
  }

  /** First tokens of the windows that most rare words point to. */
  #windows({ text, hint }: QuoteText): number[] {
    const { places } = this.#searched;
    const tokens = [...text.ids.keys()].filter((token) => places.countOf(text.ids[token] as number) > 0);
    const rarity = (token: number): number => places.countOf(text.ids[token] as number);
    tokens.sort((a, b) => rarity(a) - rarity(b) || a - b);
    const votes = new Map<number, number>();
    const vote = (bucket: number, weight: number): void => {
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    };
    const near = hint ? this.#searched.tokenNear(hint.start) : 0;
    for (const token of tokens.slice(0, SEEDS)) {
      const weight = text.weights[token] as number;
      for (const at of nearest(places.of(text.ids[token] as number), near)) {
        const bucket = Math.floor((at - token) / BUCKET);
        vote(bucket, weight);
        vote(bucket + 1, weight);
      }
    }

    const chosen = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const starts: number[] = [];
    for (const [bucket] of chosen) {
      if (starts.length === MOST_WINDOWS) break;
      if (!starts.some((start) => Math.abs(start - bucket) <= 1)) starts.push(bucket);
    }
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
    const found: Group = { group, pair, move: 'none' };
    return fateOf({ from: text, to, tokens, groupOf: () => found }, place);
  }

  #isAccepted(quote: QuoteText, fate: Fate): boolean {
    const { text, place, hint } = quote;
    const searched = this.#searched;
    const atStart = place.first === 0 && fate.left === 1 && hint?.start === 0;
    const isLeft = place.first > 0 ? fate.left >= ENOUGH_SIDE : atStart;
    const isRight = place.last < text.ids.length ? fate.right >= ENOUGH_SIDE : fate.right === 1;
    if (isLeft && isRight) {
      const isCertain =
        fate.likeness >= LIKENESS_BETWEEN_MENDED || Math.min(fate.left, fate.right) >= SURE_SIDE;
      return isCertain && fate.likeness >= LEAST_LIKENESS && fate.kept >= LEAST_KEPT;
    }
    // Without the surroundings on both sides the words have to be the quote's, mended.
    const { isMended, likeness, weight } = fate;
    if (!isMended || likeness < LEAST_MENDED_LIKENESS) return false;
    if (!isLeft && !isRight) return weight >= LEAST_WEIGHT_ALONE;
    if (weight < LEAST_WEIGHT_ONE_SIDE) return false;
    const first = searched.tokenNear(fate.rawStart);
    const last = searched.tokenNear(fate.rawEnd);
    return !searched.isElsewhere(quote, isLeft ? 'right' : 'left', first, last);
  }
}

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
  const middle = lowerBound(places, token) - MOST_SEED_PLACES / 2;
  const from = Math.min(Math.max(0, middle), places.length - MOST_SEED_PLACES);
  return places.subarray(from, from + MOST_SEED_PLACES);
}
