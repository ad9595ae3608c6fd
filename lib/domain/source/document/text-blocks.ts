import type { Block, ParsedDocument } from './document';
import type { Losses } from './losses';

/** Longest line that may be a title. */
const TITLE_LENGTH = 120;
/** Lines that a program broke are about as long as one another; lines that a person broke are not. */
const SHORTEST_BROKEN_LINE = 45;

/** Longest line between paragraphs, in characters and words, that may be a heading. */
const HEADING_LENGTH = 80;
const HEADING_WORDS = 12;

/** Plain text in paragraphs: parted by blank lines, or one to a line where there is none. */
export function textBlocks(text: string, losses: Losses): ParsedDocument {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/\f/g, '\n\n');
  const parts = /\n[^\S\n]*\n/.test(lines) ? lines.split(/\n[^\S\n]*\n\s*/) : lines.split('\n');
  const paragraphs = parts
    .flatMap((part) => paragraphsIn(part, losses))
    .filter((paragraph) => paragraph.trim() !== '');
  const title = titleIn(paragraphs);
  const blocks = paragraphs.map((paragraph, index): Block => {
    const isTitle = index === 0 && title !== null && isHeading(paragraphs, 0, TITLE_LENGTH);
    const isGuessed = isTitle || isHeading(paragraphs, index, HEADING_LENGTH);
    if (isGuessed) losses.add(isTitle ? 'title-guessed' : 'headings-guessed');
    return { kind: isGuessed ? 'heading' : 'paragraph', text: paragraph };
  });
  return { title, blocks };
}

/** A short first line that ends like a title stands for one. */
function titleIn(paragraphs: readonly string[]): string | null {
  const first = paragraphs[0]?.trim() ?? '';
  const isTitle = first.length <= TITLE_LENGTH && !first.includes('\n') && !/[.,;:]$/.test(first);
  return isTitle && paragraphs.length > 1 ? first : null;
}

/** Words with which a line ends when it is a sentence, or leads into what follows; and those of a first title. */
const CLOSED = /[.,;:…?!][\p{Pe}\p{Pf}"']*$/u;
const CLOSED_TITLE = /[.,;:…][\p{Pe}\p{Pf}"']*$/u;

/** A line of a few words that may stand above what follows: no sentence, no item of a list, nothing said in quotes. */
function isLikeHeading(paragraph: string, most: number): boolean {
  const line = paragraph.trim();
  const closed = most > HEADING_LENGTH ? CLOSED_TITLE : CLOSED;
  return (
    line.length <= most &&
    !line.includes('\n') &&
    /^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Ps}\p{Pi}"'¿¡]/u.test(line) &&
    /\p{L}/u.test(line) &&
    !closed.test(line) &&
    !ITEM.test(line) &&
    line.split(/\s+/).length <= (most > HEADING_LENGTH ? 2 * HEADING_WORDS : HEADING_WORDS)
  );
}

/** A guess: a short line alone with a longer paragraph, that is no such line itself, below it or below the lines like it. */
function isHeading(paragraphs: readonly string[], index: number, most: number): boolean {
  const line = paragraphs[index] ?? '';
  if (!isLikeHeading(line, most)) return false;
  let next = index + 1;
  // Chapter and section: at most two above one another, so that a poem is no row of headings.
  if (isLikeHeading(paragraphs[next] ?? '', HEADING_LENGTH)) next += 1;
  const below = paragraphs[next] ?? '';
  return below.length > line.length && !isLikeHeading(below, HEADING_LENGTH);
}

const ITEM = /^(?:[-*•–]|\d+[.)])\s/;

/** Each item of a list is a paragraph: it can be cited by itself. */
function paragraphsIn(part: string, losses: Losses): string[] {
  const lines = part.split('\n').map((line) => line.trim());
  return lines.length > 1 && lines.every((line) => ITEM.test(line)) ? lines : [unbroken(lines, losses)];
}

/** Joins the lines of a paragraph that was broken at the edge of a page or a terminal. */
function unbroken(lines: readonly string[], losses: Losses): string {
  const before = lines.slice(0, -1);
  const isBroken = before.length > 0 && before.every((line) => line.length >= SHORTEST_BROKEN_LINE);
  if (!isBroken || lines.some((line) => ITEM.test(line))) return lines.join('\n');
  losses.add('lines-joined', before.length);
  return lines.join(' ');
}
