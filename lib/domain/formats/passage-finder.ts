import type { MapCitation, MapSource } from './map-document';
import { MAP_LENGTHS } from './map-document';

/** Finding cited words in a text whose offsets another program counted. */

/** Characters that may be looked through for one source; a file of false offsets must not cost more. */
const SEARCH_BUDGET = 200_000_000;

const ASTRAL = /[\ud800-\udbff]/;

export class PassageFinder {
  readonly source: MapSource;
  #budget = SEARCH_BUDGET;
  /** Unit offset of each code point; null when the two are the same. */
  #units: Uint32Array | null | undefined;

  constructor(source: MapSource) {
    this.source = source;
  }

  /**
   * A citation of `words` at `offset`. The offset may count UTF-16 units or, as programs in Python do, code points; if
   * neither fits, the words are looked for; if they do not stand in the text exactly once, the citation has no range.
   */
  citation(words: string, offset: number, length: number): MapCitation {
    const { key, text } = this.source;
    const quote = words.slice(0, MAP_LENGTHS.prose);
    if (Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length > 0 && text !== '') {
      const ranges = [[offset, offset + length] as const, this.#codePointRange(offset, offset + length)];
      for (const [start, end] of ranges) {
        const exact = text.slice(start, end);
        const fits = end <= text.length && exact !== '' && exact.length <= MAP_LENGTHS.prose;
        if (fits && (words === '' || exact === words)) return { source: key, start, end, exact };
      }
    }
    const place = this.#onlyPlace(quote);
    if (place >= 0) return { source: key, start: place, end: place + quote.length, exact: quote };
    return quote === '' ? { source: key } : { source: key, exact: quote };
  }

  #codePointRange(start: number, end: number): readonly [number, number] {
    const { text } = this.source;
    if (this.#units === undefined) {
      this.#units = null;
      if (ASTRAL.test(text)) {
        const units: number[] = [];
        for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units.push(at);
        this.#units = Uint32Array.from([...units, text.length]);
      }
    }
    return [this.#units?.[start] ?? start, this.#units?.[end] ?? end];
  }

  /** Start of the only place where the words stand, or -1. */
  #onlyPlace(words: string): number {
    const { text } = this.source;
    this.#budget -= text.length;
    if (words === '' || text === '' || this.#budget < 0) return -1;
    const first = text.indexOf(words);
    return first >= 0 && text.indexOf(words, first + 1) < 0 ? first : -1;
  }
}
