/**
 * The safe subset of Markdown as data: paragraphs, lists, quotes, emphasis, code and links. Pages turn it into elements
 * one by one, so there is no HTML anywhere between a person's words and the screen.
 */
export type RichInline =
  | { type: 'text'; value: string }
  | { type: 'emphasis' | 'strong'; children: RichInline[] }
  | { type: 'code'; value: string }
  | { type: 'break' }
  | { type: 'link'; href: string; children: RichInline[] };

export type RichBlock =
  | { type: 'paragraph'; children: RichInline[] }
  | { type: 'quote'; children: RichBlock[] }
  | { type: 'list'; isOrdered: boolean; items: RichBlock[][] };

export type RichText = RichBlock[];
