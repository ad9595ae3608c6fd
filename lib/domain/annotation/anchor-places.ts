import { lowerBound } from './anchor-normal';
import type { TokenText } from './anchor-tokens';

/** Finds sequences of words in one text, each in time that does not depend on the length of the sequence. */
export class WordPlaces {
  readonly text: TokenText;
  /** Places of each word, all in one array: those of word `id` begin at `#first[id]`. */
  readonly #places: Int32Array;
  readonly #first: Int32Array;
  /** Hash of the words before each token; two of them, so that a match by chance is no concern. */
  readonly #hashes: readonly [Int32Array, Int32Array];
  readonly #powers: readonly [Int32Array, Int32Array];

  constructor(text: TokenText) {
    this.text = text;
    const { ids } = text;
    const words = ids.reduce((most, id) => Math.max(most, id + 1), 0);
    this.#first = new Int32Array(words + 1);
    for (const id of ids) this.#first[id + 1] = (this.#first[id + 1] as number) + 1;
    for (let id = 0; id < words; id += 1) {
      this.#first[id + 1] = (this.#first[id + 1] as number) + (this.#first[id] as number);
    }
    this.#places = new Int32Array(ids.length);
    const filled = this.#first.slice();
    for (const [token, id] of ids.entries()) {
      const at = filled[id] as number;
      this.#places[at] = token;
      filled[id] = at + 1;
    }
    const [one, two] = [hashesOf(ids, 1_000_003), hashesOf(ids, 92_821)];
    this.#hashes = [one.hashes, two.hashes];
    this.#powers = [one.powers, two.powers];
  }

  /** Tokens of the text that are this word, rising. */
  of(id: number): Int32Array {
    if (id + 1 >= this.#first.length) return new Int32Array(0);
    return this.#places.subarray(this.#first[id], this.#first[id + 1]);
  }

  countOf(id: number): number {
    return id + 1 < this.#first.length ? (this.#first[id + 1] as number) - (this.#first[id] as number) : 0;
  }

  #hash(which: 0 | 1, from: number, to: number): number {
    const hashes = this.#hashes[which];
    const power = this.#powers[which][to - from] as number;
    return ((hashes[to] as number) - Math.imul(hashes[from] as number, power)) | 0;
  }

  /**
   * Tokens at which a sequence of words begins.
   * @param near the token around which `most` places of the rarest word are looked at
   */
  find(ids: Int32Array, near: number, most: number): number[] {
    if (ids.length === 0 || ids.length > this.text.ids.length) return [];
    let rarest = 0;
    for (let at = 1; at < ids.length; at += 1) {
      if (this.countOf(ids[at] as number) < this.countOf(ids[rarest] as number)) rarest = at;
    }
    if (this.countOf(ids[rarest] as number) === 0) return [];
    let places = this.of(ids[rarest] as number);
    if (places.length > most) {
      const from = lowerBound(places, near) - (most >> 1);
      const start = Math.min(Math.max(0, from), places.length - most);
      places = places.subarray(start, start + most);
    }
    const wanted = [hashesOf(ids, 1_000_003).hashes, hashesOf(ids, 92_821).hashes] as const;
    const [one, two] = [wanted[0][ids.length] as number, wanted[1][ids.length] as number];
    const found: number[] = [];
    for (const place of places) {
      const from = place - rarest;
      const to = from + ids.length;
      if (from < 0 || to > this.text.ids.length) continue;
      if (this.#hash(0, from, to) === one && this.#hash(1, from, to) === two) found.push(from);
    }
    return found;
  }

  /** Whether the words really stand there: hashes can be made to agree by who writes the text. */
  isAt(ids: Int32Array, token: number): boolean {
    for (let at = 0; at < ids.length; at += 1) if (this.text.ids[token + at] !== ids[at]) return false;
    return true;
  }
}

function hashesOf(ids: Int32Array, base: number): { hashes: Int32Array; powers: Int32Array } {
  const hashes = new Int32Array(ids.length + 1);
  const powers = new Int32Array(ids.length + 1);
  powers[0] = 1;
  for (let at = 0; at < ids.length; at += 1) {
    // Numbers of words are small and dense; spread, they make better hashes.
    const spread = Math.imul((ids[at] as number) + 1, 0x9e3779b1) ^ ((ids[at] as number) >>> 7);
    hashes[at + 1] = (Math.imul(hashes[at] as number, base) + spread) | 0;
    powers[at + 1] = Math.imul(powers[at] as number, base);
  }
  return { hashes, powers };
}
