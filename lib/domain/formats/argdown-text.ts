/** Writing text and data so that the Argdown parser gives back what was meant. */

// Each of these begins some markup somewhere: an address would be cut at //, .A. becomes another letter, === a block.
const MARKUP = /[\\[\]<>#{}@*_:./=]/g;
// At the start of a text these are arrows, numbers and list marks.
const LEADING = /^[-+('"]/;

/** A text on one line in which nothing is markup. */
export const argdownText = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replace(MARKUP, '\\$&').replace(LEADING, '\\$&');

// Braces end a data block wherever they stand, a title goes on to the last >: of its line, === ends the front matter, and
// the parser's patterns stop at line separators; YAML refuses what is not printable.
const UNSAFE_IN_DATA = /[{}<>=\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g;

const escapedUnit = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as JSON that is YAML too, with only those braces that are its own. */
export function argdownData(value: unknown): string {
  // Strings of JSON hold no bare quote, so each is found whole.
  return JSON.stringify(value).replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, (string) =>
    string.replace(UNSAFE_IN_DATA, escapedUnit),
  );
}

/** A title that needs no escaping: letters, digits and hyphens. */
export const argdownTitle = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    // The cut may fall inside a letter of two units.
    .replace(/[-\ud800-\udbff]+$/, '');
