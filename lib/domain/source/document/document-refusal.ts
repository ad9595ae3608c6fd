/** A document that is not taken: a code with the English sentence. The interface translates by the code. */

type Values = Record<string, string | number>;

const SENTENCES = {
  empty: () => 'There is no text in it.',
  'too-large': (v) => `The file is larger than ${v.limit} bytes.`,
  'text-too-long': (v) => `The text has more than ${v.limit} characters.`,
  'too-many-pages': (v) => `The document has ${v.pages} pages; at most ${v.limit} are read.`,
  'kind-unknown': () => 'The file is no text, Markdown, HTML, Word (.docx) or PDF file.',
  'kind-differs': (v) => `The name of the file says ${v.said}, its content is ${v.found}.`,
  'old-word': () =>
    'This is a file of an old Word, or one with a password; save it as .docx without a password.',
  'other-office': (v) => `This is a file of another office program (${v.found}); save it as .docx or .pdf.`,
  encrypted: () => 'The file asks for a password.',
  scanned: () => 'There is no text in it: its pages are pictures.',
  'font-unreadable': () => 'Its fonts do not say which letters they draw, so that its text cannot be read.',
  broken: () => 'The file is broken.',
  'unpacks-too-large': () => 'The file unpacks to far more than its size allows.',
  'xml-entities': () => 'The file defines entities of its own, which no Word file does.',
  'too-deep': () => 'Its parts are nested too deeply.',
  'out-of-time': (v) =>
    `Reading was ended after ${v.seconds} seconds; the file asks for more work than its size allows.`,
  'out-of-memory': () => 'Reading was ended because it took too much memory.',
} satisfies Record<string, (values: Values) => string>;

export type DocumentRefusalCode = keyof typeof SENTENCES;

export const DOCUMENT_REFUSAL_CODES = Object.keys(SENTENCES) as DocumentRefusalCode[];

export interface DocumentRefusal {
  code: DocumentRefusalCode;
  /** One English sentence. */
  message: string;
  values: Values;
}

export const documentRefusal = (code: DocumentRefusalCode, values: Values = {}): DocumentRefusal => {
  const sentences: Record<DocumentRefusalCode, (values: Values) => string> = SENTENCES;
  return { code, message: sentences[code](values), values };
};

/** Ends the reading of a document. */
export class DocumentRefusedError extends Error {
  readonly refusal: DocumentRefusal;

  constructor(code: DocumentRefusalCode, values: Values = {}) {
    const refusal = documentRefusal(code, values);
    super(refusal.message);
    this.name = 'DocumentRefusedError';
    this.refusal = refusal;
  }
}
