import { type NormalText, normalText } from './anchor-normal';

/** A text as words and as sentences: what the alignment of two texts compares. */

export interface TokenText {
  normal: NormalText;
  /** Offsets of each token in the normal form; white space belongs to none. */
  starts: Int32Array;
  ends: Int32Array;
  /** Number of each token's spelling in the vocabulary that the texts share. */
  ids: Int32Array;
  /** How much of the meaning a token carries: letters and digits count one each, other marks little. */
  weights: Float32Array;
  /** First token of each sentence, and the number of tokens at the end. */
  units: Int32Array;
}

/** Longer runs of letters are no word; they are cut, so that one word cannot be a whole text. */
const LONGEST_WORD = 64;
/** A sentence longer than this many tokens is cut where its words say so: an insertion moves none of the later cuts. */
const LONG_UNIT = 96;
const LONGEST_UNIT = 192;
const CUT_EVERY = 16;
const PUNCTUATION_WEIGHT = 0.25;

/** Words by number. Texts that are compared share one. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];

  idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#words.length;
    this.#ids.set(word, id);
    this.#words.push(word);
    return id;
  }

  word(id: number): string {
    return this.#words[id] ?? '';
  }

  get size(): number {
    return this.#words.length;
  }
}

const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
/** A script without spaces between words: each character is a token. */
const ALONE = 4;
const MARK = 5;

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const kinds = new Int8Array(0x10000);

function kindOf(char: string): number {
  if (char === ' ') return SPACE;
  if (WITHOUT_SPACES.test(char)) return ALONE;
  if (/[\p{L}\p{M}]/u.test(char)) return LETTER;
  return /\p{N}/u.test(char) ? DIGIT : MARK;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdbff) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? code));
  if (Number.isNaN(code)) return 0;
  if (kinds[code] === 0) kinds[code] = kindOf(String.fromCharCode(code));
  return kinds[code] as number;
}

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

const isWordKind = (kind: number): boolean => kind === LETTER || kind === DIGIT;

/** Whether a mark between two letters or two digits is part of the word: don't, 5,000,000. */
function joins(text: string, at: number, before: number): boolean {
  const mark = text[at];
  const after = kindAt(text, at + 1);
  if (mark === "'") return before === LETTER && after === LETTER;
  return (mark === ',' || mark === '.') && before === DIGIT && after === DIGIT;
}

function wordEnd(text: string, from: number): number {
  let kind = kindAt(text, from);
  let at = from + widthAt(text, from);
  while (at < text.length && at - from < LONGEST_WORD) {
    const next = kindAt(text, at);
    if (isWordKind(next)) kind = next;
    else if (!joins(text, at, kind)) break;
    at += widthAt(text, at);
  }
  return at;
}

function grown(values: Int32Array): Int32Array {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

/** The tokens of a normal form. */
export function tokensOf(normal: NormalText, vocabulary: Vocabulary): TokenText {
  const { text } = normal;
  let starts: Int32Array = new Int32Array(1024);
  let ends: Int32Array = new Int32Array(1024);
  let ids: Int32Array = new Int32Array(1024);
  let weights = new Float32Array(1024);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind === SPACE) {
      at += 1;
      continue;
    }
    const end = isWordKind(kind) ? wordEnd(text, at) : at + widthAt(text, at);
    if (count === starts.length) {
      starts = grown(starts);
      ends = grown(ends);
      ids = grown(ids);
      const larger = new Float32Array(count * 2);
      larger.set(weights);
      weights = larger;
    }
    starts[count] = at;
    ends[count] = end;
    ids[count] = vocabulary.idOf(text.slice(at, end));
    // An emoji says as much as a short word.
    weights[count] = kind === MARK ? (end - at > 1 ? 2 : PUNCTUATION_WEIGHT) : kind === ALONE ? 2 : end - at;
    count += 1;
    at = end;
  }
  const made = {
    normal,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    ids: ids.slice(0, count),
    weights: weights.slice(0, count),
  };
  return { ...made, units: unitsOf(made) };
}

export const tokenText = (raw: string, vocabulary: Vocabulary): TokenText =>
  tokensOf(normalText(raw), vocabulary);

const ENDS_SENTENCE = new Set(['.', '!', '?', '。', '！', '？', '।', '؟', '։']);
const CLOSES = new Set(['"', "'", ')', ']', '}', '」', '』']);

function unitsOf({ normal, starts, ends }: Omit<TokenText, 'units'>): Int32Array {
  const units: number[] = [];
  let isOver = true;
  let length = 0;
  for (let token = 0; token < starts.length; token += 1) {
    const start = starts[token] as number;
    const isApart = token === 0 || start > (ends[token - 1] as number);
    const word = normal.text.slice(start, Math.min(start + 8, ends[token] as number));
    const isCut = length >= LONG_UNIT && (length >= LONGEST_UNIT || isCutWord(word));
    // A paragraph may begin with the space before its first token.
    const isBreak = normal.breaks.has(start) || (isApart && normal.breaks.has(start - 1));
    const opens = (isOver && (isApart || normal.text[start - 1] === '。')) || isBreak || isCut;
    if (opens && (token > 0 || units.length === 0)) {
      units.push(token);
      length = 0;
      isOver = false;
    }
    length += 1;
    if (ENDS_SENTENCE.has(word)) isOver = true;
    else if (!CLOSES.has(word)) isOver = false;
  }
  return Int32Array.from([...units, starts.length]);
}

function isCutWord(word: string): boolean {
  let hash = 7;
  for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return ((hash >>> 3) ^ (hash >>> 13)) % CUT_EVERY === 0;
}
