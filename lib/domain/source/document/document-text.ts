import { cleanText } from '../../text/plain-text';
import { headingOf, type MarkedParagraph, markedParagraphs } from '../marked-text';
import { DOCUMENT_LIMITS, type DocumentKind, type ParsedDocument, type ReadDocument } from './document';
import { DocumentRefusedError } from './document-refusal';
import { Losses } from './losses';

const GAP = '\n\n';
const LONGEST_TITLE = 300;

/** Hyphens that are only seen at the end of a line, and spaces of no width. */
const INVISIBLE = /[\u00ad\u200b\u2060]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SPACES = /[^\S\n]+/g;
/** What `cleanText` takes out and a reader would miss: marks that turn the direction of letters, control characters. */
const MARKS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** What the parsers made, as the text that a source keeps. */
export function documentText(kind: DocumentKind, parsed: ParsedDocument, losses: Losses): ReadDocument {
  let length = 0;
  const marked = parsed.blocks.flatMap((block) => {
    const words = cleaned(block.text, losses);
    length += words.length;
    if (length > DOCUMENT_LIMITS.text)
      throw new DocumentRefusedError('text-too-long', { limit: DOCUMENT_LIMITS.text });
    if (words === '') return [];
    if (block.kind === 'heading') return [`## ${words.replace(/\n+/g, ' ')}`];
    // Words of a paragraph that only look like a heading stay words.
    const paragraph = words.replace(/\n{2,}/g, '\n');
    return [kind !== 'text' && headingOf(paragraph) !== null ? paragraph.replace(/^#+\s*/, '') : paragraph];
  });
  const title =
    parsed.title === null
      ? ''
      : cleaned(parsed.title, new Losses()).replace(/\s+/g, ' ').slice(0, LONGEST_TITLE);
  // The title stands above the source: as its first heading it would be there twice.
  const [first = ''] = marked;
  const isTitle = headingOf(first)?.toLowerCase() === title.toLowerCase();
  const { text, paragraphs } = placed(markedParagraphs((isTitle ? marked.slice(1) : marked).join(GAP)));
  if (!/[\p{L}\p{N}]/u.test(text)) throw new DocumentRefusedError('empty');
  return {
    kind,
    title: title === '' ? null : title,
    text,
    paragraphs,
    losses: losses.list(),
  };
}

function placed(marked: readonly MarkedParagraph[]): Pick<ReadDocument, 'text' | 'paragraphs'> {
  let end = -GAP.length;
  const paragraphs = marked.map(({ words, heading }) => {
    const start = end + GAP.length;
    end = start + words.length;
    return { heading, start, end };
  });
  return { text: marked.map(({ words }) => words).join(GAP), paragraphs };
}

function cleaned(text: string, losses: Losses): string {
  losses.add('marks-removed', text.match(MARKS)?.length ?? 0);
  losses.add('unreadable', text.match(LONE_SURROGATES)?.length ?? 0);
  return cleanText(text.replace(INVISIBLE, '').replace(LONE_SURROGATES, '\ufffd').replace(SPACES, ' '))
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}
