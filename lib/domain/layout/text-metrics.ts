import type { WidthRows } from './text-widths';
import { SANS_STRONG, SERIF_REGULAR, SERIF_STRONG } from './text-widths';

const toMap = (rows: WidthRows): ReadonlyMap<string, number> =>
  new Map(
    rows.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)),
  );

const FONTS = {
  'serif-regular': toMap(SERIF_REGULAR),
  'serif-strong': toMap(SERIF_STRONG),
  'sans-strong': toMap(SANS_STRONG),
} as const;

export type Font = keyof typeof FONTS;

/** A character outside the tables counts as a full square, wider than nearly every letter. */
const UNKNOWN = 1000;
/** Marks that stand over the letter before, soft hyphens and joiners take no room. */
const ZERO_WIDTH = /[\p{M}\p{Cf}]/u;
/** Room for what the tables leave out: kerning that widens, rounding of each glyph. */
const SAFETY = 1.005;

/** Width of a text on one line, px; slightly more than a browser takes, never less. */
export function textWidthPx(text: string, font: Font, sizePx: number): number {
  const widths = FONTS[font];
  let sum = 0;
  for (const character of text.normalize('NFC')) {
    if (!ZERO_WIDTH.test(character)) sum += widths.get(character) ?? UNKNOWN;
  }
  return (sum / 1000) * sizePx * SAFETY;
}

/** Pieces between which a line may break: after spaces, after a hyphen inside a word, after a long dash. */
function breakable(text: string): string[] {
  return text.split(/(?<=[ \t\n\u2003])(?=\S)|(?<=\p{L}-)(?=\p{L})|(?<=[—–])(?=\p{L})/u);
}

/**
 * How many lines a text takes in a box of this width, filled greedily as browsers do (`text-wrap: pretty` and
 * `balance` keep the count). `indentPx` is taken from the first line. At least 1; errs towards more lines.
 */
export function countLines(text: string, font: Font, sizePx: number, widthPx: number, indentPx = 0): number {
  let lines = 1;
  let used = indentPx;
  for (const piece of breakable(text.trim().replace(/\s+/gu, ' '))) {
    const full = textWidthPx(piece, font, sizePx);
    // A space at the end of a line hangs over the edge.
    const needed = textWidthPx(piece.trimEnd(), font, sizePx);
    if (used > 0 && used + needed > widthPx) {
      lines++;
      used = 0;
    }
    if (needed > widthPx) {
      // A word longer than the line is broken anywhere.
      const more = Math.ceil(needed / widthPx) - 1;
      lines += more;
      used = Math.max(0, full - more * widthPx);
    } else {
      used += full;
    }
  }
  return lines;
}

/** Card measures: width without border and padding, type size, line height, and all that is not text. */
const CARDS = {
  inner: { widthPx: 204 - 24, sizePx: 14, linePx: 18, framePx: 7 + 6 + 2 + 4 + 16 },
  outer: { widthPx: 168 - 22, sizePx: 13, linePx: 17, framePx: 6 + 5 + 2 + 4 + 16 },
} as const;

const CODE_SIZE = 12;
const CODE_SPACING = 0.01;
const CODE_MARGIN = 5;

/** Height of a claim card on the map, px, borders and meta row included, without a flag row. */
export function cardHeightPx(text: string, code: string, ring: 'inner' | 'outer'): number {
  const { widthPx, sizePx, linePx, framePx } = CARDS[ring];
  const codePx = textWidthPx(code, 'sans-strong', CODE_SIZE) + code.length * CODE_SIZE * CODE_SPACING;
  const indent = code === '' ? 0 : codePx + CODE_MARGIN;
  return framePx + linePx * countLines(text, 'serif-regular', sizePx, widthPx, indent);
}

const MOTION = { widthPx: 150 - 26, sizePx: 16, linePx: 21, framePx: 24 + 2 + 18 + 14 + 10 } as const;
/** The stance strip, or two lines of notice, under its rule. */
const MOTION_STANCES = 68;

/** Height of the motion card, px, with the room's stance strip. */
export function motionHeightPx(text: string): number {
  const { widthPx, sizePx, linePx, framePx } = MOTION;
  return framePx + linePx * countLines(text, 'serif-strong', sizePx, widthPx) + MOTION_STANCES;
}
