import { diffArrays } from 'diff';
import { alignStretches, Budget, type Stretch } from './anchor-align';
import { sameFigures } from './anchor-evidence';
import { heaviestRising } from './anchor-rising';
import type { TokenText } from './anchor-tokens';
import { UnitWords } from './anchor-unit-words';

/**
 * What became of each sentence of a text. First the sentences that stand in both texts once and unchanged, wherever they
 * went (Heckel 1978), and their equal neighbours; those in order stay, the others moved. What is left between them is
 * paired by the words in common, one sentence with up to three, and the words of each pair are aligned. A sentence
 * without a pair was deleted: its words are not looked for elsewhere.
 */
export interface Alignment {
  from: TokenText;
  to: TokenText;
  /** For each token of `from` its token in `to`, or -1. */
  tokens: Int32Array;
  /** Number of the sentence that each token of `from` is in. */
  unitOf: Int32Array;
  /** For each sentence of `from` the tokens of `to` that it was paired with; empty when it was deleted. */
  pairs: readonly (Stretch | undefined)[];
  /** Tokens of `from` that were looked at together with this sentence. */
  groups: readonly (Stretch | undefined)[];
  moved: Uint8Array;
  /** Tokens of `to` that come from nowhere in `from`, as 0. */
  used: Uint8Array;
}

const WORK = 60_000_000;
const PAIRING_WORK = 8_000_000;
const MOST_UNIT_EDITS = 200;
const LARGEST_GAP = 40_000;
/** Share of words in common from which a sentence counts as the edited form of another. */
const LEAST_LIKENESS = 0.4;
const LEAST_MOVED_LIKENESS = 0.8;
const LEAST_MOVED_WEIGHT = 14;
const LEAST_MOVED_WORDS = 3;
const LEAST_EDITED_MOVED_WEIGHT = 40;

/** Matches of whole sentences: for each of `from` its sentence in `to`, or -1. */
function equalUnits(from: Int32Array, to: Int32Array, kinds: number): Int32Array {
  const counts = [new Int32Array(kinds), new Int32Array(kinds)] as const;
  const placeInTo = new Int32Array(kinds);
  for (const id of from) counts[0][id] = (counts[0][id] as number) + 1;
  for (const [at, id] of to.entries()) {
    counts[1][id] = (counts[1][id] as number) + 1;
    placeInTo[id] = at;
  }
  const map = new Int32Array(from.length).fill(-1);
  const taken = new Uint8Array(to.length);
  const pair = (i: number, j: number): boolean => {
    const isFree = map[i] === -1 && taken[j] === 0 && from[i] !== undefined && from[i] === to[j];
    if (isFree) {
      map[i] = j;
      taken[j] = 1;
    }
    return isFree;
  };
  for (const [i, id] of from.entries()) {
    if (counts[0][id] === 1 && counts[1][id] === 1) pair(i, placeInTo[id] as number);
  }
  // From the beginning and from the end of both texts, and from every match, equal neighbours are matches too.
  for (let i = -1; i < from.length - 1; i += 1) {
    const j = i < 0 ? -1 : (map[i] as number);
    if (i < 0 || j >= 0) pair(i + 1, j + 1);
  }
  for (let i = from.length; i > 0; i -= 1) {
    const j = i === from.length ? to.length : (map[i] as number);
    if (j > 0) pair(i - 1, j - 1);
  }
  return map;
}

/** Aligns two texts whose tokens come from one vocabulary. */
export function alignTexts(from: TokenText, to: TokenText): Alignment {
  const old = new UnitWords(from);
  const now = new UnitWords(to);
  const names = new Map<string, number>();
  const idsOf = (words: UnitWords): Int32Array =>
    Int32Array.from({ length: words.count }, (_, unit) => {
      const text = words.textOf(unit);
      const id = names.get(text) ?? names.size;
      names.set(text, id);
      return id;
    });
  const oldIds = idsOf(old);
  const newIds = idsOf(now);
  const map = equalUnits(oldIds, newIds, names.size);

  const builder = new AlignmentBuilder(old, now, map);
  builder.settleMoves();
  for (const [a, b, c, d] of builder.gaps()) {
    builder.matchRepeated(oldIds, newIds, a, b, c, d);
  }
  for (const [a, b, c, d] of builder.gaps()) builder.pairGap(a, b, c, d, true);
  builder.pairMoved();
  return builder.finished();
}

class AlignmentBuilder {
  readonly #old: UnitWords;
  readonly #now: UnitWords;
  /** Sentence of `to` for each of `from`; those that moved are in `#moved` too. */
  readonly #map: Int32Array;
  readonly #moved: Uint8Array;
  readonly #taken: Uint8Array;
  readonly #pairs: (Stretch | undefined)[] = [];
  readonly #groups: (Stretch | undefined)[] = [];
  readonly #tokens: Int32Array;
  readonly #work = new Budget(WORK);
  readonly #pairing = new Budget(PAIRING_WORK);

  constructor(old: UnitWords, now: UnitWords, map: Int32Array) {
    this.#old = old;
    this.#now = now;
    this.#map = map;
    this.#moved = new Uint8Array(old.count);
    this.#taken = new Uint8Array(now.count);
    this.#tokens = new Int32Array(old.text.ids.length).fill(-1);
  }

  /** Parts the matches that keep the order from those that moved; a short sentence alone did not move, it is another. */
  settleMoves(): void {
    const matched = [...this.#map.keys()].filter((unit) => (this.#map[unit] as number) >= 0);
    const kept = new Set(
      heaviestRising(
        matched.map((unit) => this.#map[unit] as number),
        matched.map((unit) => this.#old.weightOf(unit) + 1),
      ).map((index) => matched[index] as number),
    );
    let block: number[] = [];
    const settle = (): void => {
      const weight = block.reduce((sum, unit) => sum + this.#old.weightOf(unit), 0);
      const words = block.reduce((sum, unit) => sum + this.#old.wordCount(unit), 0);
      const isSure = weight >= LEAST_MOVED_WEIGHT && words >= LEAST_MOVED_WORDS;
      for (const unit of block) {
        if (isSure) this.#moved[unit] = 1;
        else this.#map[unit] = -1;
      }
      block = [];
    };
    for (const unit of matched) {
      if (kept.has(unit)) continue;
      const last = block.at(-1);
      const follows =
        last !== undefined && last === unit - 1 && this.#map[last] === (this.#map[unit] as number) - 1;
      if (!follows) settle();
      block.push(unit);
    }
    settle();
    for (const unit of matched) {
      const target = this.#map[unit] as number;
      if (target >= 0) this.#join(unit, unit + 1, target, target + 1);
    }
  }

  /** Stretches between two neighbouring matches in order: sentences a to b of the old text, c to d of the new one. */
  *gaps(): Generator<[a: number, b: number, c: number, d: number]> {
    let a = 0;
    let c = 0;
    const fixed: number[] = [];
    for (let unit = 0; unit < this.#old.count; unit += 1) {
      if ((this.#map[unit] as number) >= 0 && this.#moved[unit] === 0) fixed.push(unit);
    }
    for (const unit of [...fixed, this.#old.count]) {
      const target = unit === this.#old.count ? this.#now.count : (this.#map[unit] as number);
      if (a < unit && c < target) yield [a, unit, c, target];
      a = unit + 1;
      c = Math.max(c, target + 1);
    }
  }

  #freeOld(a: number, b: number): number[] {
    const free: number[] = [];
    for (let unit = a; unit < b; unit += 1) if (this.#pairs[unit] === undefined) free.push(unit);
    return free;
  }

  #freeNew(c: number, d: number): number[] {
    const free: number[] = [];
    for (let unit = c; unit < d; unit += 1) if (this.#taken[unit] === 0) free.push(unit);
    return free;
  }

  /** In a gap too large to compare sentence by sentence, sentences that stand there several times are matched in order. */
  matchRepeated(oldIds: Int32Array, newIds: Int32Array, a: number, b: number, c: number, d: number): void {
    const olds = this.#freeOld(a, b);
    const news = this.#freeNew(c, d);
    if (olds.length * news.length <= LARGEST_GAP) return;
    if (!this.#pairing.take((olds.length + news.length) * 20)) return;
    const changes = diffArrays(
      olds.map((unit) => oldIds[unit] as number),
      news.map((unit) => newIds[unit] as number),
      { maxEditLength: MOST_UNIT_EDITS },
    );
    let i = 0;
    let j = 0;
    for (const { added, removed, count } of changes ?? []) {
      if (!added && !removed) {
        for (let step = 0; step < count; step += 1) {
          const unit = olds[i + step] as number;
          const target = news[j + step] as number;
          this.#map[unit] = target;
          this.#join(unit, unit + 1, target, target + 1);
        }
      }
      if (!added) i += count;
      if (!removed) j += count;
    }
  }

  /** Pairs what is left in a gap by its words. */
  pairGap(a: number, b: number, c: number, d: number, isFirst: boolean): void {
    const olds = this.#freeOld(a, b);
    const news = this.#freeNew(c, d);
    if (olds.length === 0 || news.length === 0) return;
    const cells = olds.length * news.length;
    if (cells <= LARGEST_GAP && this.#pairing.take(cells)) {
      for (const [i, iEnd, j, jEnd] of pairsInOrder(this.#old, olds, this.#now, news)) {
        this.#join(
          olds[i] as number,
          (olds[iEnd - 1] as number) + 1,
          news[j] as number,
          (news[jEnd - 1] as number) + 1,
        );
      }
      return;
    }
    if (!isFirst) return;
    // Sentences that share rare words part the gap into smaller ones.
    const likely = this.#now.likelyPairs(this.#old, olds, news, this.#pairing);
    const chain = heaviestRising(
      likely.map(({ target }) => target),
      likely.map(({ unit, likeness }) => this.#old.weightOf(unit) * likeness),
    );
    let from = a;
    let start = c;
    for (const index of [...chain, -1]) {
      const { unit, target } = likely[index] ?? { unit: b, target: d };
      if (from < unit && start < target) this.pairGap(from, unit, start, target, false);
      if (index >= 0) this.#join(unit, unit + 1, target, target + 1);
      from = unit + 1;
      start = target + 1;
    }
  }

  /** Long sentences that were carried elsewhere and mended on the way. */
  pairMoved(): void {
    const olds = this.#freeOld(0, this.#old.count).filter(
      (unit) => this.#old.weightOf(unit) >= LEAST_EDITED_MOVED_WEIGHT,
    );
    const news = this.#freeNew(0, this.#now.count);
    if (olds.length === 0 || news.length === 0) return;
    for (const { unit, target, likeness, second } of this.#now.likelyPairs(
      this.#old,
      olds,
      news,
      this.#pairing,
    )) {
      const isSure = likeness >= LEAST_MOVED_LIKENESS && second < likeness - 0.1 && this.#taken[target] === 0;
      if (!isSure) continue;
      if (!sameFigures(this.#old.wordsOf(unit), this.#now.wordsOf(target))) continue;
      this.#moved[unit] = 1;
      this.#join(unit, unit + 1, target, target + 1);
    }
  }

  /** Sentences i to iEnd became sentences j to jEnd. */
  #join(i: number, iEnd: number, j: number, jEnd: number): void {
    const group = { from: this.#old.firstToken(i), to: this.#old.firstToken(iEnd) };
    const stretch = { from: this.#now.firstToken(j), to: this.#now.firstToken(jEnd) };
    for (let unit = i; unit < iEnd; unit += 1) {
      this.#pairs[unit] = stretch;
      this.#groups[unit] = group;
    }
    this.#taken.fill(1, j, jEnd);
    alignStretches(this.#old.text, group, this.#now.text, stretch, this.#tokens, this.#work);
  }

  finished(): Alignment {
    const used = new Uint8Array(this.#now.text.ids.length);
    for (const token of this.#tokens) if (token >= 0) used[token] = 1;
    return {
      from: this.#old.text,
      to: this.#now.text,
      tokens: this.#tokens,
      unitOf: this.#old.unitOfToken(),
      pairs: this.#pairs,
      groups: this.#groups,
      moved: this.#moved,
      used,
    };
  }
}

/** Ways in which sentences become sentences: one to one, split in two or three, merged from two or three. */
const STEPS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const;

/**
 * The best pairing of two short lists of sentences that keeps their order.
 * @returns ranges of both lists, ends exclusive
 */
function pairsInOrder(
  old: UnitWords,
  olds: readonly number[],
  now: UnitWords,
  news: readonly number[],
): [i: number, iEnd: number, j: number, jEnd: number][] {
  const width = news.length;
  const common = new Float32Array(olds.length * width);
  for (const [i, unit] of olds.entries()) {
    for (const [j, target] of news.entries()) common[i * width + j] = old.common(unit, now, target);
  }
  const oldWeights = olds.map((unit) => old.weightOf(unit));
  const newWeights = news.map((unit) => now.weightOf(unit));
  const gain = (i: number, di: number, j: number, dj: number): number => {
    let shared = 0;
    let weight = 0;
    for (let x = i; x < i + di; x += 1) weight += oldWeights[x] as number;
    for (let y = j; y < j + dj; y += 1) weight += newWeights[y] as number;
    for (let x = i; x < i + di; x += 1) {
      // Only neighbours merge: what was taken away between them would be taken for part of the pair.
      if (x > i && olds[x] !== (olds[x - 1] as number) + 1) return 0;
      for (let y = j; y < j + dj; y += 1) {
        if (y > j && news[y] !== (news[y - 1] as number) + 1) return 0;
        const part = common[x * width + y] as number;
        if (di + dj > 2 && part < 0.5 * Math.min(oldWeights[x] as number, newWeights[y] as number)) return 0;
        shared += part;
      }
    }
    const likeness = weight > 0 ? Math.min(1, (2 * shared) / weight) : 0;
    return likeness >= LEAST_LIKENESS ? (likeness - LEAST_LIKENESS + 0.05) * weight : 0;
  };
  const best = new Float32Array((olds.length + 1) * (width + 1));
  const step = new Int8Array(best.length).fill(-1);
  for (let i = 0; i <= olds.length; i += 1) {
    for (let j = 0; j <= width; j += 1) {
      const at = i * (width + 1) + j;
      let score = Math.max(
        i > 0 ? (best[at - width - 1] as number) : 0,
        j > 0 ? (best[at - 1] as number) : 0,
      );
      for (const [index, [di, dj]] of STEPS.entries()) {
        if (di > i || dj > j) continue;
        const more = gain(i - di, di, j - dj, dj);
        const sum = more > 0 ? (best[at - di * (width + 1) - dj] as number) + more : 0;
        if (more > 0 && sum > score) {
          score = sum;
          step[at] = index;
        }
      }
      best[at] = score;
    }
  }
  const pairs: [number, number, number, number][] = [];
  for (let i = olds.length, j = width; i > 0 && j > 0; ) {
    const at = i * (width + 1) + j;
    const taken = STEPS[step[at] as number];
    if (taken) {
      pairs.push([i - taken[0], i, j - taken[1], j]);
      i -= taken[0];
      j -= taken[1];
    } else if (best[at] === best[at - width - 1]) i -= 1;
    else j -= 1;
  }
  return pairs.reverse();
}
