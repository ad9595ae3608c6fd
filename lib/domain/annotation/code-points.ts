import { lowerBound } from './anchor-normal';

/**
 * W3C selectors count code points, JavaScript counts UTF-16 units: the same but for characters outside the basic plane, such
 * as emoji. Half a character counts as none.
 */

/** Offsets of one text in both ways of counting; each answer takes the logarithm of the number of wide characters. */
export class CodePointOffsets {
  /** Unit offsets of the second halves of all surrogate pairs, rising. */
  readonly #seconds: Int32Array;
  /** The same as code point offsets of the characters themselves. */
  readonly #points: Int32Array;
  readonly #units: number;

  constructor(text: string) {
    const seconds: number[] = [];
    for (let at = 0; at < text.length - 1; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 0xd800 || code > 0xdbff) continue;
      const next = text.charCodeAt(at + 1);
      if (next < 0xdc00 || next > 0xdfff) continue;
      seconds.push(at + 1);
      at += 1;
    }
    this.#seconds = Int32Array.from(seconds);
    this.#points = this.#seconds.map((second, index) => second - 1 - index);
    this.#units = text.length;
  }

  /** @param utf16 0 to the length of the text; larger offsets count as its end, one within a character as its start */
  codePointOf(utf16: number): number {
    const unit = Math.min(Math.max(0, Math.trunc(utf16)), this.#units);
    const before = lowerBound(this.#seconds, unit);
    // A second half at `unit` itself: the offset is within the character.
    const isInside = this.#seconds[before] === unit;
    return unit - before - (isInside ? 1 : 0);
  }

  /** @param point 0 to the number of code points; larger offsets count as the end of the text */
  utf16Of(point: number): number {
    const wanted = Math.max(0, Math.trunc(point));
    return Math.min(wanted + lowerBound(this.#points, wanted), this.#units);
  }
}

/** The code point offset of a UTF-16 offset. For many offsets of one text, `CodePointOffsets` reads it once. */
export const codePointOffset = (text: string, utf16: number): number =>
  new CodePointOffsets(text.slice(0, Math.max(0, utf16) + 1)).codePointOf(utf16);

/** The UTF-16 offset of a code point offset. */
export const utf16Offset = (text: string, point: number): number =>
  new CodePointOffsets(text.slice(0, 2 * Math.max(0, point))).utf16Of(point);
