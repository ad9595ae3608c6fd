import type { Budget } from './anchor-align';
import type { TokenText } from './anchor-tokens';

/** A sentence of one text that may have become one of another. */
export interface LikelyPair {
  unit: number;
  target: number;
  /** Share of words in common, 0 to 1, of this one and of the next best. */
  likeness: number;
  second: number;
}

/** Words in more sentences than this tell nothing about which is which. */
const MOST_PLACES = 8;
const RARE_WORDS = 6;

const OPENING = '-•‣◦▪+>#·"\'([';
/** Not the question mark: what is asked is not what is said. */
const CLOSING = '.!,;:"\')]';

/** The sentences of a text as bags of words. */
export class UnitWords {
  readonly text: TokenText;
  readonly count: number;
  readonly #weights: Float32Array;
  /** Sorted word numbers of a sentence, made when asked for. */
  readonly #bags: (Int32Array | undefined)[] = [];
  readonly #wordWeights: Map<number, number> = new Map();

  constructor(text: TokenText) {
    this.text = text;
    this.count = text.units.length - 1;
    this.#weights = new Float32Array(this.count);
    for (let unit = 0; unit < this.count; unit += 1) {
      let sum = 0;
      for (let token = this.firstToken(unit); token < this.firstToken(unit + 1); token += 1) {
        sum += text.weights[token] as number;
      }
      this.#weights[unit] = sum;
    }
    for (let token = 0; token < text.ids.length; token += 1) {
      this.#wordWeights.set(text.ids[token] as number, text.weights[token] as number);
    }
  }

  firstToken(unit: number): number {
    return this.text.units[unit] as number;
  }

  weightOf(unit: number): number {
    return this.#weights[unit] as number;
  }

  wordCount(unit: number): number {
    let words = 0;
    for (let token = this.firstToken(unit); token < this.firstToken(unit + 1); token += 1) {
      if ((this.text.weights[token] as number) >= 1) words += 1;
    }
    return words;
  }

  /** Tokens of a sentence without the mark of a list, the quotes around it and its full stop: in another place the same ones. */
  coreOf(unit: number): { from: number; to: number } {
    let from = this.firstToken(unit);
    let to = this.firstToken(unit + 1);
    const { normal, starts, ends } = this.text;
    const isOneOf = (marks: string, at: number): boolean =>
      (ends[at] as number) - (starts[at] as number) === 1 &&
      marks.includes(normal.text[starts[at] as number] ?? ' ');
    while (from < to - 1 && isOneOf(OPENING, from)) from += 1;
    while (to - 1 > from && isOneOf(CLOSING, to - 1)) to -= 1;
    // A dash or a plus that is joined to a figure is a sign.
    const isSign = from > this.firstToken(unit) && (ends[from - 1] as number) === (starts[from] as number);
    if (isSign && isOneOf('-+#', from - 1)) from -= 1;
    return { from, to };
  }

  /** What makes a sentence the same one: its core, whatever the size of its letters. */
  keyOf(unit: number): string {
    const { normal, starts, ends } = this.text;
    const { from, to } = this.coreOf(unit);
    return normal.text.slice(starts[from], ends[to - 1]).toLowerCase();
  }

  wordsOf(unit: number): string[] {
    const { normal, starts, ends } = this.text;
    const words: string[] = [];
    for (let token = this.firstToken(unit); token < this.firstToken(unit + 1); token += 1) {
      words.push(normal.text.slice(starts[token], ends[token]));
    }
    return words;
  }

  bagOf(unit: number): Int32Array {
    const known = this.#bags[unit];
    if (known) return known;
    const bag = this.text.ids.slice(this.firstToken(unit), this.firstToken(unit + 1)).sort();
    this.#bags[unit] = bag;
    return bag;
  }

  /** Weight of the words that two sentences have in common. */
  common(unit: number, other: UnitWords, target: number): number {
    const one = this.bagOf(unit);
    const two = other.bagOf(target);
    let sum = 0;
    for (let i = 0, j = 0; i < one.length && j < two.length; ) {
      const difference = (one[i] as number) - (two[j] as number);
      if (difference === 0) {
        sum += this.#wordWeights.get(one[i] as number) ?? 0;
        i += 1;
        j += 1;
      } else if (difference < 0) i += 1;
      else j += 1;
    }
    return sum;
  }

  likeness(unit: number, other: UnitWords, target: number): number {
    const weight = this.weightOf(unit) + other.weightOf(target);
    return weight > 0 ? (2 * this.common(unit, other, target)) / weight : 0;
  }

  /** For each sentence of another text, the one among `news` that shares most of its rare words. */
  likelyPairs(
    old: UnitWords,
    olds: readonly number[],
    news: readonly number[],
    budget: Budget,
  ): LikelyPair[] {
    const places = new Map<number, number[]>();
    for (const unit of news) {
      for (const id of new Set(this.bagOf(unit))) {
        const known = places.get(id);
        if (!known) places.set(id, [unit]);
        else if (known.length <= MOST_PLACES) known.push(unit);
      }
    }
    const pairs: LikelyPair[] = [];
    for (const unit of olds) {
      const rare = [...new Set(old.bagOf(unit))]
        .flatMap((id) => {
          const found = places.get(id);
          return found && found.length <= MOST_PLACES ? [found] : [];
        })
        .sort((a, b) => a.length - b.length)
        .slice(0, RARE_WORDS);
      let best = null as LikelyPair | null;
      for (const target of new Set(rare.flat())) {
        if (!budget.take(old.bagOf(unit).length + this.bagOf(target).length)) return pairs;
        const likeness = old.likeness(unit, this, target);
        if (!best || likeness > best.likeness) {
          best = { unit, target, likeness, second: best?.likeness ?? 0 };
        } else if (likeness > best.second) best.second = likeness;
      }
      if (best && best.likeness >= 0.5) pairs.push(best);
    }
    return pairs;
  }

  unitOfToken(): Int32Array {
    const units = new Int32Array(this.text.ids.length);
    for (let unit = 0; unit < this.count; unit += 1) {
      units.fill(unit, this.firstToken(unit), this.firstToken(unit + 1));
    }
    return units;
  }
}
