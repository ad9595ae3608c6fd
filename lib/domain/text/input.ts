import { z } from 'zod';
import { cleanLine, cleanText, isWellFormed } from './plain-text';

/** Zod pieces for texts and ids that the nouns' schemas share. Lengths are graphemes; see `LIMITS`. */

// A grapheme can be many code units; this bound keeps counting cheap before anything else looks at the text.
const MOST_UNITS_PER_GRAPHEME = 8;

const bounded = (longest: number) =>
  z
    .string()
    .max(longest * MOST_UNITS_PER_GRAPHEME)
    .refine(isWellFormed);

// Zero-width spaces alone are as empty as nothing.
const SOMETHING_TO_SEE = /[\p{L}\p{N}\p{P}\p{S}]/u;

// Graphemes are what a person counts; the database counts code points, of which a grapheme has one or more.
const isWithin = (longest: number) => (text: string) =>
  SOMETHING_TO_SEE.test(text) && [...text].length <= longest;

/** One line of text, cleaned, between 1 and `longest` characters. */
export const line = (longest: number) => bounded(longest).transform(cleanLine).refine(isWithin(longest));

/** Text with newlines, cleaned, between 1 and `longest` characters. */
export const prose = (longest: number) => bounded(longest).transform(cleanText).refine(isWithin(longest));

/** Lower case, so that one id has one spelling. */
export const uuid = z.uuid().toLowerCase();
/** Offset into a text, in UTF-16 code units. */
export const offset = z.int().min(0).max(1_000_000);
/** A version counter of a claim or note. */
export const revision = z.int().min(1).max(1_000_000);
/** Order of a person's own writes: milliseconds since 1970 or one more than the last, whichever is greater. */
export const seq = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
