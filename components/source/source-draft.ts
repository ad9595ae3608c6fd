import type { Loss } from '@/lib/domain/source/document/losses';

/** What was pasted to be read. */
export interface PastedText {
  words: string;
  isMarkdown: boolean;
}

/** A text on its way to be a source or a version of one, as it is kept on this device. */
export interface TextDraft {
  pasted: PastedText;
  /** The text as it is looked over and mended, with its headings marked; null before one was taken. */
  text: string | null;
  /** What reading it lost; null for a text that no document was read for. */
  losses: Loss[] | null;
}

export interface SourceDraft extends TextDraft {
  title: string;
  attribution: string;
  url: string;
  /** Empty for the language of the debate. */
  language: string;
  /** Names the attempt to save it, so that it makes one source after a reload too. */
  key: string;
}

export interface VersionDraft extends TextDraft {
  isOriginal: boolean;
  /** What the source is called from now on; null as long as nobody wrote anything else. */
  title: string | null;
  attribution: string | null;
  url: string | null;
  /** What the document that was read calls itself: offered for the title of an original. */
  foundTitle: string | null;
  /** Somebody has looked at these three. */
  hasLooked: boolean;
  /** What is different. */
  note: string;
}

const NO_TEXT: TextDraft = { pasted: { words: '', isMarkdown: false }, text: null, losses: null };

export const NO_SOURCE: SourceDraft = {
  ...NO_TEXT,
  title: '',
  attribution: '',
  url: '',
  language: '',
  key: '',
};

export const NO_VERSION: VersionDraft = {
  ...NO_TEXT,
  isOriginal: false,
  title: null,
  attribution: null,
  url: null,
  foundTitle: null,
  hasLooked: false,
  note: '',
};
