import type { Stretch } from './anchor-align';
import { firstUnitFrom, unitsBefore } from './anchor-normal';
import type { TokenText } from './anchor-tokens';

/** A quote in one text, and the words of that text in another. */

/** Where a quote lies in a text, in every unit that is needed. */
export interface QuotePlace {
  /** Raw offsets. */
  rawStart: number;
  rawEnd: number;
  /** Offsets in the normal form. */
  start: number;
  end: number;
  /** Tokens that the quote touches. */
  first: number;
  last: number;
}

/** Words of one text and where they are in another: of two whole texts, or of a quote with its context and a window. */
export interface WordMap {
  from: TokenText;
  to: TokenText;
  /** For each token of `from` its token in `to`, or -1. */
  tokens: Int32Array;
  /** What the token was compared with: the stretch of `from` that it is in, and that of `to`. */
  groupOf: (token: number) => Group | null;
}

export interface Group {
  group: Stretch;
  pair: Stretch;
  move: Move;
}

/** Whether a sentence stayed in its place, was carried elsewhere alone, or together with its neighbours. */
export type Move = 'none' | 'alone' | 'together';

/** The quote at raw offsets of a text; null when it touches no token. */
export function quotePlace(text: TokenText, rawStart: number, rawEnd: number): QuotePlace | null {
  const start = firstUnitFrom(text.normal, rawStart);
  const end = unitsBefore(text.normal, rawEnd);
  let first = upperBound(text.ends, start);
  const last = upperBound(text.starts, end - 1);
  if (first >= last) return null;
  first = Math.min(first, last - 1);
  return { rawStart, rawEnd, start, end, first, last };
}

/** Index of the first value above a limit, in values that rise. */
export function upperBound(values: Int32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const weigh = ({ weights }: TokenText, from: number, to: number): number => {
  let sum = 0;
  for (let token = from; token < to; token += 1) sum += weights[token] as number;
  return sum;
};
