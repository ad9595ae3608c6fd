import type { PlannedPassage } from '../import/plan-sources';
import { paragraphsOf } from '../import/plan-sources';

/**
 * The text of a source as a person edits it: paragraphs parted by blank lines, and headings as in Markdown, a paragraph
 * of one line that begins with `#`. What is kept of it is a text without the headings, which travel beside it with the
 * paragraph below them, so that a reworded heading moves no offset.
 */

export interface KeptText {
  text: string;
  passages: PlannedPassage[];
}

const GAP = '\n\n';
const BEFORE_POINT = /\n(?=[^\S\n]*[•‣◦▪●][^\S\n])/;
const HEADING = /^(?:#{1,6}[^\S\n]+)+(\S[^\n]*)$/;
/** Of several headings above one another: chapter and section. */
const HEADING_GAP = ' · ';
const LONGEST_HEADING = 300;
/** A longer line is a paragraph, whatever it begins with. */
const LONGEST_HEADING_LINE = 1_000;

/** The words of a heading line, or null for an ordinary paragraph. */
export function headingOf(paragraph: string): string | null {
  if (paragraph.length > LONGEST_HEADING_LINE) return null;
  // Number signs that close a heading are none of its words, nor are number signs alone.
  const words = HEADING.exec(paragraph)?.[1]?.replace(/(?:(?:^|[^\S\n]+)#+)+$/, '');
  return words?.trim() || null;
}

/** A paragraph of an edited text, with the heading above it. */
export interface MarkedParagraph {
  words: string;
  heading: string | null;
}

/**
 * The paragraphs of an edited text, in order: what they will be when it is kept, without looking for their sentences. A
 * heading with no paragraph below it is a paragraph. A text without any blank line has a paragraph in each line.
 */
export function markedParagraphs(marked: string): MarkedParagraph[] {
  const lines = marked
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((one) => one.trimEnd())
    .join('\n')
    .trim();
  const paragraphs: MarkedParagraph[] = [];
  let above: string[] = [];
  const blocks = lines.split(/\n\n/.test(lines) ? /\n{2,}/ : /\n/);
  // Each point of a list is a paragraph of its own, as a reader takes it.
  for (const block of blocks.flatMap((one) => one.split(BEFORE_POINT))) {
    const words = block.trim();
    const heading = headingOf(words);
    if (heading !== null) above.push(heading);
    else if (words !== '') {
      paragraphs.push({ words, heading: above.length > 0 ? shortened(above.join(HEADING_GAP)) : null });
      above = [];
    }
  }
  for (const words of above) paragraphs.push({ words, heading: null });
  return paragraphs;
}

/** Takes the headings out of an edited text and parts the rest in paragraphs (p1, p2, ...) and sentences. */
export function keptText(marked: string, language: string): KeptText {
  const paragraphs = markedParagraphs(marked);
  const text = paragraphs.map(({ words }) => words).join(GAP);
  // Each one is one paragraph there too: they hold no blank line, and are parted by one.
  const passages = paragraphsOf(text, language).map((passage, index) => ({
    ...passage,
    heading: paragraphs[index]?.heading ?? null,
  }));
  return { text, passages };
}

/** The edited form of a kept text: what `keptText` makes the same text and headings of. */
export function markedText(
  text: string,
  passages: readonly { heading: string | null; start: number; end: number }[],
): string {
  return passages
    .map(({ heading, start, end }) => {
      const words = text.slice(start, end);
      return heading === null ? words : `## ${heading}${GAP}${words}`;
    })
    .join(GAP);
}

const shortened = (heading: string): string =>
  heading.length <= LONGEST_HEADING ? heading : `${heading.slice(0, LONGEST_HEADING - 1).trimEnd()}…`;
