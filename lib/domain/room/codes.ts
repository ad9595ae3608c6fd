/**
 * Codes that people read from a board and type on a phone. Of signs that are taken for each other one is in the alphabet and
 * the others are read as it: O is 0, I and L are 1, S is 5, Z is 2, B is 8. So are the letters of a Cyrillic keyboard that
 * look the same. A join code opens a room to guests; a seat code gives one person their seat back.
 */

/** 30 signs, none of which is taken for another. */
export const CODE_ALPHABET = '0123456789ACDEFGHJKMNPQRTUVWXY';

/** 30^8 is 6.6e11: what that means for somebody who guesses is in lib/domain/room/join-limits.ts. */
export const JOIN_CODE_LENGTH = 8;
export const SEAT_CODE_LENGTH = 10;

/** Longest text that can be meant as a code or as the link with one. */
export const LONGEST_TYPED_CODE = 400;

/** Bytes from here on would make the first signs of the alphabet likelier than the others. */
const FAIR_BYTES = 256 - (256 % CODE_ALPHABET.length);

/**
 * A code, every sign equally likely.
 * @param randomBytes gives so many bytes from a source that nobody can foretell
 */
export function makeCode(length: number, randomBytes: (count: number) => Uint8Array): string {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < FAIR_BYTES && code.length < length) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
    }
  }
  return code;
}

const READ_AS: Record<string, string> = {
  O: '0',
  I: '1',
  L: '1',
  S: '5',
  Z: '2',
  B: '8',
  // Cyrillic, by shape.
  А: 'A',
  В: '8',
  Е: 'E',
  Ё: 'E',
  І: '1',
  Ї: '1',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: '0',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  Ѕ: '5',
  Ј: 'J',
};

/** The code at the end of a pasted address, e.g. https://debates.example/j/KTNM4R7P, or the text itself. */
const withoutAddress = (typed: string): string => {
  const path = typed.trim().split(/[?#]/)[0] ?? '';
  return path.includes('/') ? (path.replace(/\/+$/, '').split('/').at(-1) ?? '') : path;
};

/**
 * What somebody typed or pasted, as the signs of a code: without spaces, dashes and dots, in capitals, look-alikes read as
 * what they stand for. Signs that are in no code stay, so that a fault can be told. At most as long as what was typed.
 */
export function cleanCode(typed: string): string {
  const plain = withoutAddress(typed.slice(0, LONGEST_TYPED_CODE)).normalize('NFKC').toUpperCase();
  return [...plain.replace(/[\s\p{Pd}\p{Cf}._·:,]/gu, '')].map((sign) => READ_AS[sign] ?? sign).join('');
}

const isCode = (text: string, length: number): boolean =>
  text.length === length && [...text].every((sign) => CODE_ALPHABET.includes(sign));

/** The code that is meant, or null when it cannot be one of this length. */
function parse(typed: string, length: number): string | null {
  const code = cleanCode(typed);
  return isCode(code, length) ? code : null;
}

/** The join code that is meant, or null when it cannot be one. */
export const parseJoinCode = (typed: string): string | null => parse(typed, JOIN_CODE_LENGTH);

/** The seat code that is meant, or null when it cannot be one. */
export const parseSeatCode = (typed: string): string | null => parse(typed, SEAT_CODE_LENGTH);

/** A code in two halves, as it is shown and said: KTNM 4R7P. */
export function formatCode(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}

/** The path that a link or QR code to a room leads to. */
export const joinPath = (code: string): string => `/j/${code}`;
