import { diffArrays } from 'diff';
import { alignStretches, Budget, type Stretch } from './anchor-align';
import { isMendedForm } from './anchor-evidence';
import { pairsInOrder } from './anchor-pairing';
import { heaviestRising } from './anchor-rising';
import type { TokenText } from './anchor-tokens';
import { UnitWords } from './anchor-unit-words';
import type { Move } from './anchor-word-map';

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
  moves: readonly (Move | undefined)[];
  /** Tokens of `to` that come from nowhere in `from`, as 0. */
  used: Uint8Array;
}

const WORK = 40_000_000;
const PAIRING_WORK = 5_000_000;
const MOST_UNIT_EDITS = 200;
const LARGEST_GAP = 40_000;
const LEAST_MOVED_LIKENESS = 0.65;
const LEAST_MOVED_WEIGHT = 14;
const LEAST_MOVED_WORDS = 3;
/** What stands in both texts only once, as a sentence of its own, is known by less. */
const LEAST_UNIQUE_WEIGHT = 6;
const LEAST_UNIQUE_WORDS = 2;
const MOST_MOVED_ALONG = 8;
const LEAST_EDITED_MOVED_WEIGHT = 28;

/** Matches of whole sentences: for each of `from` its sentence in `to`, or -1; and which of `from` stand once in both. */
function equalUnits(
  from: Int32Array,
  to: Int32Array,
  kinds: number,
): { map: Int32Array; isUnique: Uint8Array } {
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
  const isUnique = new Uint8Array(from.length);
  for (const [i, id] of from.entries()) {
    if (counts[0][id] !== 1 || counts[1][id] !== 1) continue;
    pair(i, placeInTo[id] as number);
    isUnique[i] = 1;
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
  return { map, isUnique };
}

/** Aligns two texts whose tokens come from one vocabulary. */
export function alignTexts(from: TokenText, to: TokenText): Alignment {
  const old = new UnitWords(from);
  const now = new UnitWords(to);
  const names = new Map<string, number>();
  const idsOf = (words: UnitWords): Int32Array =>
    Int32Array.from({ length: words.count }, (_, unit) => {
      const text = words.keyOf(unit);
      const id = names.get(text) ?? names.size;
      names.set(text, id);
      return id;
    });
  const oldIds = idsOf(old);
  const newIds = idsOf(now);
  const { map, isUnique } = equalUnits(oldIds, newIds, names.size);

  const builder = new AlignmentBuilder(old, now, map);
  builder.settleMoves(isUnique);
  for (const [a, b, c, d] of builder.gaps()) {
    builder.matchRepeated(oldIds, newIds, a, b, c, d);
  }
  for (const [a, b, c, d] of builder.gaps()) builder.pairGap(a, b, c, d, true);
  builder.pairNeighboursOfMoved();
  builder.pairMoved();
  return builder.finished();
}

class AlignmentBuilder {
  readonly #old: UnitWords;
  readonly #now: UnitWords;
  /** Sentence of `to` for each of `from`; those that moved are in `#moves` too. */
  readonly #map: Int32Array;
  readonly #moves: (Move | undefined)[] = [];
  readonly #taken: Uint8Array;
  readonly #pairs: (Stretch | undefined)[] = [];
  readonly #groups: (Stretch | undefined)[] = [];
  readonly #tokens: Int32Array;
  /** Sentences that moved and are long enough to take edited neighbours along. */
  readonly #leaders = new Set<number>();
  readonly #work = new Budget(WORK);
  readonly #pairing = new Budget(PAIRING_WORK);

  constructor(old: UnitWords, now: UnitWords, map: Int32Array) {
    this.#old = old;
    this.#now = now;
    this.#map = map;
    this.#taken = new Uint8Array(now.count);
    this.#tokens = new Int32Array(old.text.ids.length).fill(-1);
  }

  /** Parts the matches that keep the order from those that moved; what is as short as a nod did not move, it is another. */
  settleMoves(isUnique: Uint8Array): void {
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
      const isHeavy = weight >= LEAST_MOVED_WEIGHT && words >= LEAST_MOVED_WORDS;
      const isSure =
        isHeavy ||
        block.some(
          (unit) =>
            isUnique[unit] === 1 &&
            this.#old.weightOf(unit) >= LEAST_UNIQUE_WEIGHT &&
            this.#old.wordCount(unit) >= LEAST_UNIQUE_WORDS,
        );
      for (const unit of block) {
        if (isHeavy) this.#leaders.add(unit);
        if (isSure) this.#moves[unit] = 'alone';
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
      if ((this.#map[unit] as number) >= 0 && this.#moves[unit] === undefined) fixed.push(unit);
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
    // One sentence in the place of one is that one, rewritten, however much; what is left of it shows in its words.
    if (olds.length === 1 && news.length === 1 && b - a === 1 && d - c === 1) {
      this.#join(a, b, c, d);
      return;
    }
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

  /** Sentences next to one that was carried elsewhere, which went along and were edited: they stand next to it again. */
  pairNeighboursOfMoved(): void {
    for (let unit = 0; unit < this.#old.count; unit += 1) {
      if (!this.#leaders.has(unit)) continue;
      const target = this.#map[unit] as number;
      this.#pairRuns(
        this.#freeRun(this.#pairs, unit, 1, this.#old.count),
        this.#freeRun(this.#taken, target, 1, this.#now.count),
      );
      this.#pairRuns(
        this.#freeRun(this.#pairs, unit, -1, this.#old.count),
        this.#freeRun(this.#taken, target, -1, this.#now.count),
      );
    }
  }

  /** The sentences right beside one that nothing was found for, in reading order. */
  #freeRun(taken: { readonly [at: number]: unknown }, beside: number, step: 1 | -1, count: number): number[] {
    const run: number[] = [];
    for (
      let at = beside + step;
      at >= 0 && at < count && !taken[at] && run.length < MOST_MOVED_ALONG;
      at += step
    ) {
      run.push(at);
    }
    return step > 0 ? run : run.reverse();
  }

  #pairRuns(olds: readonly number[], news: readonly number[]): void {
    if (olds.length === 0 || news.length === 0 || !this.#pairing.take(olds.length * news.length)) return;
    for (const [i, iEnd, j, jEnd] of pairsInOrder(this.#old, olds, this.#now, news)) {
      for (let at = i; at < iEnd; at += 1) this.#moves[olds[at] as number] = 'together';
      this.#join(
        olds[i] as number,
        (olds[iEnd - 1] as number) + 1,
        news[j] as number,
        (news[jEnd - 1] as number) + 1,
      );
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
      if (!isMendedForm(this.#old.wordsOf(unit), this.#now.wordsOf(target))) continue;
      this.#moves[unit] = 'alone';
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
    if (iEnd === i + 1 && jEnd === j + 1 && this.#mapCore(i, j)) return;
    alignStretches(this.#old.text, group, this.#now.text, stretch, this.#tokens, this.#work);
  }

  /** Of one sentence that is the same but for the marks around it and the size of its letters; false when it is another. */
  #mapCore(i: number, j: number): boolean {
    if (this.#old.keyOf(i) !== this.#now.keyOf(j)) return false;
    const [one, other] = [this.#old.coreOf(i), this.#now.coreOf(j)];
    if (one.to - one.from !== other.to - other.from) return false;
    for (let step = 0; step < one.to - one.from; step += 1) this.#tokens[one.from + step] = other.from + step;
    const [from, to] = [this.#old.text.ids, this.#now.text.ids];
    for (let a = one.from - 1, b = other.from - 1; a >= this.#old.firstToken(i); a -= 1, b -= 1) {
      if (b < this.#now.firstToken(j) || from[a] !== to[b]) break;
      this.#tokens[a] = b;
    }
    for (let a = one.to, b = other.to; a < this.#old.firstToken(i + 1); a += 1, b += 1) {
      if (b >= this.#now.firstToken(j + 1) || from[a] !== to[b]) break;
      this.#tokens[a] = b;
    }
    return true;
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
      moves: this.#moves,
      used,
    };
  }
}
