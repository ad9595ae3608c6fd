import type { Loss } from './losses';

/** A document of a stranger on its way to the text of a source. */

export const DOCUMENT_KINDS = ['text', 'markdown', 'html', 'docx', 'pdf'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_LIMITS = {
  /** Of the file. */
  bytes: 5_000_000,
  /** Of the text that comes out, in UTF-16 code units. */
  text: 1_000_000,
  /** More pages than any text within the limit has. */
  pages: 1_500,
  /** Nesting of elements in HTML and in the XML of a Word file. */
  depth: 512,
} as const;

/** What every parser makes: headings and paragraphs in reading order. A paragraph may have several lines. */
export interface Block {
  kind: 'heading' | 'paragraph';
  text: string;
}

export interface ParsedDocument {
  /** What the document calls itself, or null. */
  title: string | null;
  blocks: Block[];
}

/** A document as text. Offsets are UTF-16 code units into `text`, which has no headings in it. */
export interface ReadDocument {
  kind: DocumentKind;
  title: string | null;
  text: string;
  /** As they will be numbered; the heading is the one above the paragraph. */
  paragraphs: { heading: string | null; start: number; end: number }[];
  /** What the document had and the text has not. */
  losses: Loss[];
}
