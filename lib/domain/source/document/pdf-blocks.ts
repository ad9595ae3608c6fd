import type { Block } from './document';
import type { Losses } from './losses';
import type { PdfLine } from './pdf-lines';

/** Lines of a PDF as headings and paragraphs: what repeats on every page is left out, what a line's end cut is joined. */

/** How many lines at the head and foot of a page may be the same on others. */
const EDGE_LINES = 3;
const HEADING_SIZE = 1.12;
/** Lines further apart than this are not of one paragraph, even where all are. */
const MOST_SPACING = 1.9;
const LONGEST_HEADING = 160;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/** @param lines of all pages, in reading order */
export function pdfBlocks(lines: readonly PdfLine[], losses: Losses): Block[] {
  const body = withoutPageFurniture(lines, losses);
  const bodySize = sizeOfMostLetters(body);
  const spacing = usualSpacing(body, bodySize);
  const wordsWithHyphen = hyphenatedWords(body);
  const blocks: Block[] = [];
  let last: PdfLine | null = null;
  for (const line of body) {
    const kind = isHeading(line, bodySize) ? 'heading' : 'paragraph';
    const block = blocks.at(-1);
    if (block && last && block.kind === kind && isContinued(last, line, spacing, kind))
      block.text = joined(block.text, line.text, wordsWithHyphen, losses);
    else blocks.push({ kind, text: line.text });
    last = line;
  }
  return blocks.map((block) =>
    block.kind === 'heading' && block.text.length > LONGEST_HEADING ? { ...block, kind: 'paragraph' } : block,
  );
}

const isHeading = ({ size, text }: PdfLine, bodySize: number): boolean =>
  size > bodySize * HEADING_SIZE && /\p{L}/u.test(text) && text.length <= LONGEST_HEADING;

/** The size in which most of the text is set, to half a point. */
function sizeOfMostLetters(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

const isBelow = (above: PdfLine, line: PdfLine): boolean =>
  above.page === line.page && above.column === line.column && above.y > line.y;

function usualSpacing(lines: readonly PdfLine[], bodySize: number): number {
  const gaps: number[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (above && isBelow(above, line) && line.size <= bodySize * HEADING_SIZE) gaps.push(above.y - line.y);
  }
  // The lower quarter: in a text of short paragraphs most gaps are between them.
  const lower = [...gaps].sort((one, other) => one - other);
  return Math.min(lower[Math.floor(lower.length / 4)] ?? bodySize * 1.2, bodySize * MOST_SPACING);
}

const endsSentence = (text: string): boolean => /[.!?…:;]["'”’»)\]\d]{0,4}$/.test(text);
const startsSmall = (text: string): boolean => /^[\p{Ll}\d(,;–—-]/u.test(text);

/** Whether a line goes on with the paragraph of the line before it. */
function isContinued(last: PdfLine, line: PdfLine, spacing: number, kind: Block['kind']): boolean {
  if (Math.abs(last.size - line.size) > Math.max(last.size, line.size) * 0.15) return false;
  const width = last.edge - last.left;
  const isShort = last.right < last.edge - width * 0.15;
  // The next column or page: a sentence that has not ended goes on there.
  if (!isBelow(last, line))
    return kind === 'paragraph' && !isShort && (!endsSentence(last.text) || startsSmall(line.text));
  if (last.y - line.y > spacing * 1.32) return false;
  if (kind === 'heading') return true;
  if (/^(?:[•▪◦–—*-]|\(?\d{1,3}[.)]|[a-zа-яіїєґ]\))\s/u.test(line.text)) return false;
  const indent = line.x - line.left;
  const isIndented = indent > line.size * 0.8 && indent < width * 0.3 && last.x - last.left < line.size * 0.5;
  if (isIndented && endsSentence(last.text)) return false;
  return !(isShort && endsSentence(last.text) && !startsSmall(line.text));
}

const BROKEN_WORD = /(\p{L}+)[-\u00ad\u2010]$/u;

/** Puts two lines together; a word that the line's end cut becomes whole, unless it has its hyphen elsewhere too. */
function joined(above: string, below: string, wordsWithHyphen: ReadonlySet<string>, losses: Losses): string {
  const start = BROKEN_WORD.exec(above)?.[1];
  const rest = /^(\p{Ll}[\p{L}’']*)/u.exec(below)?.[1];
  if (start === undefined || rest === undefined) return `${above} ${below}`;
  if (wordsWithHyphen.has(`${start}-${rest}`.toLowerCase())) return above + below;
  losses.add('hyphens-joined');
  return above.slice(0, -1) + below;
}

function hyphenatedWords(lines: readonly PdfLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text.matchAll(/\p{L}+[-\u2010]\p{L}+/gu))
      words.add(word.toLowerCase().replace('\u2010', '-'));
  return words;
}

const PAGE_NUMBER =
  /^(?:[-–—|[(\s]*(?:(?:page|p\.|стор(?:інка|\.)?|с\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|з|із)\s*\d{1,4})?[-–—|\])\s]*)$/iu;

/** Leaves out page numbers, and lines at the head and foot that stand at the same place on other pages too. */
function withoutPageFurniture(lines: readonly PdfLine[], losses: Losses): PdfLine[] {
  const pages = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page) page.push(line);
    else pages.set(line.page, [line]);
  }
  if (pages.size < 2) return [...lines];
  const edges = [...pages.values()].map((page) => {
    const down = [...page].sort((one, other) => other.y - one.y);
    return new Set([...down.slice(0, EDGE_LINES), ...down.slice(-EDGE_LINES)]);
  });
  const places = new Map<string, { pages: Set<number>; ys: number[] }>();
  for (const edge of edges)
    for (const line of edge) {
      const place = places.get(patternOf(line)) ?? { pages: new Set(), ys: [] };
      place.pages.add(line.page);
      place.ys.push(line.y);
      places.set(patternOf(line), place);
    }
  const least = Math.max(2, Math.min(4, Math.ceil(pages.size * 0.3)));
  const isFurniture = (line: PdfLine): boolean => {
    const place = places.get(patternOf(line));
    return (
      place !== undefined &&
      place.pages.size >= least &&
      Math.abs(line.y - median(place.ys)) <= Math.max(6, line.size)
    );
  };
  const inEdge = new Set(edges.flatMap((edge) => [...edge]));
  return lines.filter((line) => {
    if (!inEdge.has(line)) return true;
    if (PAGE_NUMBER.test(line.text)) {
      losses.add('page-numbers');
      return false;
    }
    if (!isFurniture(line)) return true;
    losses.add('headers-footers');
    return false;
  });
}

/** The words of a line with its numbers as one sign: `Chapter 3` repeats `Chapter 2`. */
const patternOf = ({ text }: PdfLine): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
