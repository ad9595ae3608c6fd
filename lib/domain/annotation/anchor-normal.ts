/**
 * The normal form that texts are compared in, with the way back to the text itself. Two spellings of the same words have one
 * normal form: curly and straight quotes, any dash, any run of white space, composed and decomposed letters, ligatures, soft
 * hyphens, zero-width marks and the stars of Markdown make no difference. Case does.
 */

export interface NormalText {
  raw: string;
  text: string;
  /** For each unit of `text`, where its source in `raw` begins and ends. */
  starts: Int32Array;
  ends: Int32Array;
  /** Offsets in `text` at which a paragraph, a list item or a heading begins. */
  breaks: ReadonlySet<number>;
}

/** Marks longer than this are not one character of any script; they are looked at in pieces. */
const LONGEST_CLUSTER = 32;

const EXTENDS = /[\p{M}\p{Emoji_Modifier}\u1160-\u11ff]/u;
const DROPPED =
  /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff*`]|[\ufe00-\ufe0f]/gu;
const DOUBLE_QUOTES = /[“”„‟«»″〝〞＂]/g;
const SINGLE_QUOTES = /[‘’‚‛‹›ʼʹ′´＇]/g;
const DASHES = /[‐‑‒–—―−⁃﹘﹣－]/g;
const SPACE = /\s/;
const WORD = /[\p{L}\p{N}]/u;

/** White space that parts more than words: a blank line, or a line that begins a list item or a heading. */
const PARTS = /\n[^\S\n]*\n|\r[^\S\r\n]*\r|\n\r\n|\u2029/;
const LIST_ITEM = /^(?:[-*+•‣◦]|#{1,6}|\d{1,3}[.)])\s/;

const single = (unit: string): string =>
  unit
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DROPPED, '');

const knownUnits: (string | undefined)[] = [];
const knownExtenders = new Int8Array(0x10000);

/** Normal form of one UTF-16 unit that stands alone. */
function normalUnit(code: number): string {
  const known = knownUnits[code];
  if (known !== undefined) return known;
  const made = single(String.fromCharCode(code));
  knownUnits[code] = made;
  return made;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Whether what stands at `at` belongs to the character before it. */
function extendsAt(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at);
  if (!(code >= 0x300)) return false;
  if (isHigh(code)) return EXTENDS.test(String.fromCodePoint(raw.codePointAt(at) ?? code));
  if (knownExtenders[code] === 0) knownExtenders[code] = EXTENDS.test(String.fromCharCode(code)) ? 1 : -1;
  return knownExtenders[code] === 1;
}

/** End of the character that begins at `at`, with its accents. */
function clusterEnd(raw: string, at: number): number {
  const most = Math.min(raw.length, at + LONGEST_CLUSTER);
  let end = at + (isHigh(raw.charCodeAt(at)) && isLow(raw.charCodeAt(at + 1)) ? 2 : 1);
  while (end < most && extendsAt(raw, end)) end += isHigh(raw.charCodeAt(end)) ? 2 : 1;
  return end;
}

/** An underscore marks emphasis at the edge of a word, and is part of a name inside one. */
const isEmphasis = (raw: string, at: number): boolean =>
  !(WORD.test(raw[at - 1] ?? ' ') && WORD.test(raw[at + 1] ?? ' '));

/** Grows by doubling; offsets of a long text without an array of boxed numbers. */
class Offsets {
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  length = 0;

  push(start: number, end: number): void {
    if (this.length === this.starts.length) {
      const [starts, ends] = [new Int32Array(this.length * 2), new Int32Array(this.length * 2)];
      starts.set(this.starts);
      ends.set(this.ends);
      this.starts = starts;
      this.ends = ends;
    }
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }
}

/** The normal form of a text, in time that grows with its length. */
export function normalText(raw: string): NormalText {
  const offsets = new Offsets();
  const breaks = new Set<number>([0]);
  const pieces: string[] = [];
  let last = '';
  for (let at = 0; at < raw.length; ) {
    const code = raw.charCodeAt(at);
    if (code === 0x20 || (code < 0x80 ? code >= 9 && code <= 13 : SPACE.test(raw[at] ?? ''))) {
      let end = at + 1;
      while (end < raw.length && SPACE.test(raw[end] ?? '')) end += 1;
      if (last !== ' ') {
        pieces.push(' ');
        offsets.push(at, end);
        last = ' ';
      } else {
        offsets.ends[offsets.length - 1] = end;
      }
      const isLineEnd = code !== 0x20 || end - at > 1;
      if (isLineEnd && partsText(raw, at, end)) breaks.add(offsets.length);
      at = end;
      continue;
    }
    const end = code < 0x80 && !(raw.charCodeAt(at + 1) >= 0x300) ? at + 1 : clusterEnd(raw, at);
    const isMark = code === 0x5f && isEmphasis(raw, at);
    let normal = isMark ? '' : end === at + 1 ? normalUnit(code) : single(raw.slice(at, end));
    // Two hyphens are a dash, however many there are.
    if (normal === '-' && last === '-') {
      offsets.ends[offsets.length - 1] = end;
      normal = '';
    }
    for (let unit = 0; unit < normal.length; unit += 1) offsets.push(at, end);
    if (normal !== '') {
      pieces.push(normal);
      last = normal;
    }
    at = end;
  }
  return {
    raw,
    text: pieces.join(''),
    starts: offsets.starts.subarray(0, offsets.length),
    ends: offsets.ends.subarray(0, offsets.length),
    breaks,
  };
}

function partsText(raw: string, start: number, end: number): boolean {
  const space = raw.slice(start, Math.min(end, start + 64));
  if (PARTS.test(space)) return true;
  return /[\n\r]/.test(space) && LIST_ITEM.test(raw.slice(end, end + 8));
}

/** First unit of the normal form whose source ends behind a raw offset. */
export function firstUnitFrom({ ends }: NormalText, rawOffset: number): number {
  return lowerBound(ends, rawOffset + 1);
}

/** End (exclusive) of the units whose source begins before a raw offset. */
export function unitsBefore({ starts }: NormalText, rawOffset: number): number {
  return lowerBound(starts, rawOffset);
}

/** Index of the first value that is at least `wanted`, in values that do not fall. */
export function lowerBound(values: Int32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
