import type { Point } from '@/lib/domain/stance/opinion/outline';
import { type AnswerPart, wrapParts } from './answer-parts';
import type { Box, Size } from './picture-layout';
import { ENDS, type MapEnd } from './use-map-words';

/** What lies at each end of the map; null where nothing pulls there. */
export type EndWords = Readonly<Record<MapEnd, readonly AnswerPart[] | null>>;

export const LINE = 17;
const CHARACTER = 6.5;
const SIDE_CHARACTERS = 20;
const SIDE_LINES = 7;
/** How far words go aside at a time where people stand in their way. */
const ASIDE = 12;
const EDGE = 12;

export interface PlacedWords {
  end: MapEnd;
  lines: AnswerPart[][];
  x: number;
  /** Of the name of the end; the lines follow. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  /** What they cover. */
  box: Box;
}

const lengthOf = (line: readonly AnswerPart[]): number =>
  line.reduce((sum, { text }) => sum + text.length, 0);

function wordsAt(end: MapEnd, lines: AnswerPart[][], x: number, y: number): PlacedWords {
  const anchor = end === 'left' ? 'start' : end === 'right' ? 'end' : 'middle';
  const width = Math.max(14, ...lines.map(lengthOf)) * CHARACTER;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const box = { left, right: left + width, top: y - 14, bottom: y + LINE * lines.length + 4 };
  return { end, lines, x, y, anchor, box };
}

/**
 * Words at the ends of a picture, at the middle of each edge or as near to it as they cover nobody.
 * @param people in places on the screen
 * @param reach of what is drawn around each of them
 */
export function placedWords(
  ends: EndWords,
  { width, height }: Size,
  people: readonly Point[],
  reach: number,
): PlacedWords[] {
  const kept: PlacedWords[] = [];
  const cost = ({ left, right, top, bottom }: Box): number => {
    const covered = people.filter(
      ({ x, y }) => x > left - reach && x < right + reach && y > top - reach && y < bottom + reach,
    ).length;
    const meets = kept.some(
      ({ box }) => left < box.right && box.left < right && top < box.bottom && box.top < bottom,
    );
    return covered + (meets ? people.length + 1 : 0);
  };
  for (const end of ENDS) {
    const text = ends[end];
    if (text === null) continue;
    const isSide = end === 'left' || end === 'right';
    const lines = isSide
      ? wrapParts(text, SIDE_CHARACTERS, SIDE_LINES)
      : wrapParts(text, Math.floor((width * 0.62) / CHARACTER), 2);
    const tall = LINE * lines.length;
    const at = (aside: number): PlacedWords =>
      isSide
        ? wordsAt(end, lines, end === 'left' ? 14 : width - 14, height / 2 - tall / 2 + aside)
        : wordsAt(end, lines, width / 2 + aside, end === 'up' ? 22 : height - EDGE - tall);
    const isInside = ({ left, right, top, bottom }: Box) =>
      left >= 0 && right <= width && top >= 0 && bottom <= height;
    const most = Math.ceil((isSide ? height : width) / 2 / ASIDE);
    const places = Array.from({ length: most }, (_, step) => step).flatMap((step) =>
      (step === 0 ? [0] : [-step, step]).map((by) => at(by * ASIDE)),
    );
    const [best] = places
      .filter(({ box }, index) => index === 0 || isInside(box))
      .map((words) => ({ words, cost: cost(words.box) }))
      .sort((a, b) => a.cost - b.cost);
    if (best) kept.push(best.words);
  }
  return kept;
}
