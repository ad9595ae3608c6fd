import type { Block, ParsedDocument } from './document';
import type { Losses } from './losses';

/** Longest line that may be a title. */
const TITLE_LENGTH = 120;
/** Lines that a program broke are about as long as one another; lines that a person broke are not. */
const SHORTEST_BROKEN_LINE = 45;

/** Plain text in paragraphs: parted by blank lines, or one to a line where there is none. */
export function textBlocks(text: string, losses: Losses): ParsedDocument {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/\f/g, '\n\n');
  const parts = /\n[^\S\n]*\n/.test(lines) ? lines.split(/\n[^\S\n]*\n\s*/) : lines.split('\n');
  const blocks = parts
    .flatMap((part) => paragraphsIn(part, losses))
    .map((text): Block => ({ kind: 'paragraph', text }))
    .filter((block) => block.text.trim() !== '');
  return { title: titleIn(blocks), blocks };
}

/** A short first line that ends like a title stands for one; it stays in the text. */
function titleIn(blocks: readonly Block[]): string | null {
  const first = blocks[0]?.text.trim() ?? '';
  const isTitle = first.length <= TITLE_LENGTH && !first.includes('\n') && !/[.,;:]$/.test(first);
  return isTitle && blocks.length > 1 ? first : null;
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
