/**
 * From a written source to the text of its version, with passages as UTF-16 offsets.
 *
 * The text is the paragraphs joined by a blank line, each the sentences joined by one space. Headings are not part
 * of it: they travel beside it as metadata of the paragraph below them, so a reworded heading moves no offset.
 */
import type { CitationContent, ParagraphContent, SourceContent } from './types';

const SENTENCE_GAP = ' ';
const PARAGRAPH_GAP = '\n\n';
/** Context kept on each side of a citation, in UTF-16 units (W3C TextQuoteSelector prefix and suffix). */
export const QUOTE_CONTEXT = 32;

export interface ParagraphPassage {
  key: string;
  heading?: string;
  start: number;
  end: number;
}

export interface SentencePassage {
  id: string;
  paragraphKey: string;
  start: number;
  end: number;
  isContext: boolean;
}

export interface SourceText {
  text: string;
  paragraphs: ParagraphPassage[];
  sentences: SentencePassage[];
}

export interface CitationRange {
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/** What `citationRange` needs of a citation or of a note. */
export type PassageReference = Pick<CitationContent, 'sourceKey' | 'sentenceId' | 'quote'>;

/** The text of a source version and its passages; `start` is inclusive, `end` exclusive, both UTF-16 offsets. */
export function sourceText(source: SourceContent): SourceText {
  const paragraphs: ParagraphPassage[] = [];
  const sentences: SentencePassage[] = [];
  let text = '';
  for (const paragraph of source.paragraphs) {
    if (paragraphs.length > 0) text += PARAGRAPH_GAP;
    const start = text.length;
    text += appendSentences(paragraph, start, sentences);
    paragraphs.push({
      key: paragraph.id,
      ...(paragraph.heading === undefined ? {} : { heading: paragraph.heading }),
      start,
      end: text.length,
    });
  }
  return { text, paragraphs, sentences };
}

function appendSentences(paragraph: ParagraphContent, start: number, into: SentencePassage[]): string {
  let text = '';
  for (const [place, sentence] of paragraph.sentences.entries()) {
    if (place > 0) text += SENTENCE_GAP;
    const sentenceStart = start + text.length;
    text += sentence.text;
    into.push({
      id: sentence.id,
      paragraphKey: paragraph.id,
      start: sentenceStart,
      end: start + text.length,
      isContext: sentence.context === true,
    });
  }
  return text;
}

/**
 * Where a citation (or a note) stands in its source's text: the whole sentence, or its `quote` within it, with up
 * to `QUOTE_CONTEXT` units of text on each side.
 *
 * @throws when the source is another one, the sentence is not in it, or the quote is not in the sentence:
 *   `checkContent` reports all three in words, so content that passed it never throws here.
 */
export function citationRange(source: SourceContent, citation: PassageReference): CitationRange {
  if (citation.sourceKey !== source.key) {
    throw new Error(`The citation is of source ${citation.sourceKey}, not of ${source.key}.`);
  }
  const { text, sentences } = sourceText(source);
  const sentence = sentences.find(({ id }) => id === citation.sentenceId);
  if (!sentence) throw new Error(`Source ${source.key} has no sentence ${citation.sentenceId}.`);

  const whole = text.slice(sentence.start, sentence.end);
  const exact = citation.quote ?? whole;
  const offset = whole.indexOf(exact);
  if (exact === '' || offset < 0) {
    throw new Error(`The quote is not in sentence ${citation.sentenceId} of ${source.key}.`);
  }
  const start = sentence.start + offset;
  const end = start + exact.length;
  return { start, end, exact, prefix: textBefore(text, start), suffix: textAfter(text, end) };
}

// A cut through a surrogate pair would leave half a character, which no database stores: drop the half.
function textBefore(text: string, position: number): string {
  const start = Math.max(0, position - QUOTE_CONTEXT);
  return text.slice(isInsidePair(text, start) ? start + 1 : start, position);
}

function textAfter(text: string, position: number): string {
  const end = Math.min(text.length, position + QUOTE_CONTEXT);
  return text.slice(position, isInsidePair(text, end) ? end - 1 : end);
}

function isInsidePair(text: string, position: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(position - 1, position + 1));
}
