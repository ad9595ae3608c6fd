import type { VoteTally } from '../debate/view';
import { textWidthPx } from '../layout/text-metrics';
import { HAIRLINE, INK, PAPER, round, svgDocument, TONES, type Tone, textLines } from './svg-parts';
import { xmlText } from './xml-text';

/**
 * Claims with how people answered them, as a picture that stands alone: what is asked, of which motion, what the bars mean, of
 * how many it speaks, by which method and when. On light paper, and with nobody's own mark.
 */
export interface ClaimsPicture {
  question: string;
  /** The motion and the room, in lines. */
  about: readonly string[];
  /** What the bars mean. */
  legend: readonly { bar: BarLook; name: string }[];
  sections: readonly PictureSection[];
  /** Of how many it speaks, the method and the day, in paragraphs. */
  notes: readonly string[];
  /** Of the claims. */
  language: string;
}

export interface PictureSection {
  title: string | null;
  /** Below the title. */
  lines: readonly string[];
  claims: readonly PictureClaim[];
}

export interface PictureClaim {
  code: string;
  tone: Tone;
  /** After the code: its side, and what else is said of it. */
  about: string;
  text: string;
  bars: readonly PictureBar[];
}

/** How a bar looks: the three answers, and agree and disagree of everybody else. */
export type BarLook = 'agree' | 'pass' | 'disagree' | 'others-agree' | 'others-disagree';

export type PictureBar = { name: string } & (
  | { votes: VoteTally }
  | { share: { count: number; of: number }; look: BarLook; words: string }
  | { words: string }
);

const WIDTH = 1040;
const EDGE = 32;
const INNER = WIDTH - 2 * EDGE;
const CLAIM_WIDTH = 430;
const BARS_X = EDGE + CLAIM_WIDTH + 32;
const NAME_WIDTH = 150;
const BAR_X = BARS_X + NAME_WIDTH + 12;
const BAR_WIDTH = 260;
const ROW = 24;
const MUTED = '#595a62';
const AGREE = '#3f4149';
const PALE = '#8b8b8c';
const TRACK = '#efede7';
const MOST_LINES = 40;

const SERIF = `font-family="'Source Serif 4 Variable','Source Serif 4',Georgia,serif"`;
const SANS = `font-family="'Source Sans 3 Variable','Source Sans 3',Arial,sans-serif"`;
const RIGHT_TO_LEFT = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufefc]/u;

interface Look {
  size: number;
  line: number;
  isSerif?: boolean;
  isStrong?: boolean;
  colour?: string;
  language?: string;
}

/** A place on the sheet that goes down as it is written on. */
class Sheet {
  readonly parts: string[] = [];
  y = EDGE;

  /** Text in lines that fit. @returns the y below it */
  write(
    text: string,
    x: number,
    width: number,
    y: number,
    { size, line, isSerif, isStrong, colour, language }: Look,
  ) {
    const font = isSerif ? (isStrong ? 'serif-strong' : 'serif-regular') : 'sans-strong';
    const lines = textLines(text, { font, sizePx: size, linePx: line }, width, MOST_LINES);
    const isRight = RIGHT_TO_LEFT.test(text);
    const at = isRight ? x + width : x;
    const spans = lines.map(
      (one, index) => `<tspan x="${at}" y="${round(y + size + index * line)}">${xmlText(one)}</tspan>`,
    );
    this.parts.push(
      `<text ${isSerif ? SERIF : SANS} font-size="${size}"${isStrong ? ' font-weight="600"' : ''} fill="${colour ?? INK}"${
        isRight ? ' direction="rtl"' : ''
      }${language ? ` xml:lang="${xmlText(language)}"` : ''}>${spans.join('')}</text>`,
    );
    return y + lines.length * line;
  }

  /** Text on the whole width, below what was written. */
  add(text: string, look: Look, gap = 0) {
    this.y = this.write(text, EDGE, INNER, this.y + gap, look);
  }
}

/** The picture as an SVG document. */
export function claimsPicture({ question, about, legend, sections, notes, language }: ClaimsPicture): string {
  const sheet = new Sheet();
  sheet.add(question, { size: 26, line: 33, isSerif: true, isStrong: true });
  for (const line of about) sheet.add(line, { size: 15, line: 21, colour: MUTED }, 4);
  writeLegend(sheet, legend);
  for (const section of sections) writeSection(sheet, section, language);
  sheet.y += 12;
  for (const note of notes) sheet.add(note, { size: 13, line: 18, colour: MUTED }, 6);
  return svgDocument(question, WIDTH, sheet.y + EDGE, sheet.parts);
}

function writeLegend(sheet: Sheet, legend: ClaimsPicture['legend']) {
  if (legend.length === 0) return;
  sheet.y += 16;
  let x = EDGE;
  for (const { bar, name } of legend) {
    const width = textWidthPx(name, 'sans-strong', 14);
    if (x > EDGE && x + 34 + width > WIDTH - EDGE) {
      x = EDGE;
      sheet.y += 22;
    }
    sheet.parts.push(barOf(bar, x, sheet.y + 4, 26));
    sheet.write(name, x + 34, width * 1.2, sheet.y, { size: 14, line: 18, colour: MUTED });
    x += 34 + width + 28;
  }
  sheet.y += 22;
}

function writeSection(sheet: Sheet, { title, lines, claims }: PictureSection, language: string) {
  sheet.y += 18;
  if (title !== null) sheet.add(title, { size: 18, line: 24, isStrong: true });
  for (const line of lines) sheet.add(line, { size: 14, line: 20, colour: MUTED }, 2);
  sheet.y += 6;
  for (const claim of claims) writeClaim(sheet, claim, language);
}

function writeClaim(sheet: Sheet, { code, tone, about, text, bars }: PictureClaim, language: string) {
  const top = sheet.y;
  sheet.parts.push(`<path d="M${EDGE} ${round(top)}H${WIDTH - EDGE}" stroke="${HAIRLINE}"/>`);
  const textEnd = sheet.write(text, EDGE, CLAIM_WIDTH, top + 10, {
    size: 17,
    line: 23,
    isSerif: true,
    language,
  });
  const codeWidth = Math.ceil(textWidthPx(code, 'sans-strong', 13)) + 8;
  sheet.write(code, EDGE, codeWidth * 1.3, textEnd + 2, {
    size: 13,
    line: 18,
    isStrong: true,
    colour: TONES[tone].text,
  });
  const end = sheet.write(about, EDGE + codeWidth, CLAIM_WIDTH - codeWidth, textEnd + 2, {
    size: 13,
    line: 18,
    colour: MUTED,
  });
  const below = bars.reduce((y, bar) => writeBar(sheet, bar, y), top + 11);
  sheet.y = Math.max(end, below) + 12;
}

function writeBar(sheet: Sheet, bar: PictureBar, y: number): number {
  const below = sheet.write(bar.name, BARS_X, NAME_WIDTH, y, { size: 13, line: 17, colour: MUTED });
  if ('votes' in bar) writeVotes(sheet, bar.votes, y);
  else if ('share' in bar) {
    const { count, of } = bar.share;
    sheet.parts.push(
      `<rect x="${BAR_X}" y="${round(y + 4)}" width="${BAR_WIDTH}" height="9" fill="${TRACK}"/>`,
    );
    if (count > 0 && of > 0) sheet.parts.push(barOf(bar.look, BAR_X, y + 4, (BAR_WIDTH * count) / of));
    sheet.write(bar.words, BAR_X + BAR_WIDTH + 12, 110, y, { size: 13, line: 17 });
  } else sheet.write(bar.words, BAR_X, BAR_WIDTH, y, { size: 13, line: 17, colour: MUTED });
  return Math.max(below + 3, y + ROW);
}

/** Agree to the left, pass over the middle line, disagree to the right, as shares of those who voted; numbers are votes. */
function writeVotes(sheet: Sheet, { agree, pass, disagree }: VoteTally, y: number) {
  const votes = agree + pass + disagree;
  const middle = BAR_X + BAR_WIDTH / 2;
  const unit = votes === 0 ? 0 : (BAR_WIDTH / 2 - 30) / votes;
  const half = (pass * unit) / 2;
  const [start, end] = [middle - half - agree * unit, middle + half + disagree * unit];
  sheet.parts.push(`<path d="M${middle} ${round(y)}V${round(y + 17)}" stroke="${HAIRLINE}"/>`);
  if (agree > 0) sheet.parts.push(barOf('agree', start, y + 4, agree * unit));
  if (pass > 0) sheet.parts.push(barOf('pass', middle - half, y + 4, pass * unit));
  if (disagree > 0) sheet.parts.push(barOf('disagree', middle + half, y + 4, disagree * unit));
  const number = (value: number, x: number, anchor: 'start' | 'end') =>
    `<text ${SANS} font-size="13" fill="${INK}" x="${round(x)}" y="${round(y + 13)}" text-anchor="${anchor}">${value}</text>`;
  sheet.parts.push(number(agree, start - 6, 'end'), number(disagree, end + 6, 'start'));
}

function barOf(look: BarLook, x: number, y: number, width: number): string {
  const [left, top, long] = [round(x), round(y), round(width)];
  if (look === 'pass')
    return `<path d="M${left} ${round(y + 4.5)}h${long}" stroke="${MUTED}" stroke-width="2" stroke-dasharray="1.5 2"/>`;
  const isPale = look === 'others-agree' || look === 'others-disagree';
  const line = isPale ? PALE : AGREE;
  if (look === 'agree' || look === 'others-agree')
    return `<rect x="${left}" y="${top}" width="${long}" height="9" fill="${line}"/>`;
  return `<rect x="${round(x + 0.75)}" y="${round(y + 0.75)}" width="${round(Math.max(1, width - 1.5))}" height="7.5" fill="${PAPER}" stroke="${line}" stroke-width="1.5"/>`;
}
