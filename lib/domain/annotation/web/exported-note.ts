import type { NoteStatus, ReviewMark, Visibility } from '../../debate/view';
import type { PortableNote } from './notes';

/** A note as exports hold it: itself, and what a reader of a table or a text needs around it. */
export interface ExportedNote {
  id: string;
  /** The note that it answers. */
  parentId: string | null;
  note: PortableNote;
  visibility: Visibility;
  /** Others do not see one that waits or was hidden. */
  status: NoteStatus;
  mark: ReviewMark | null;
  /** Without words it was removed, or waits or is hidden and is not this reader's to read; replies keep its place. */
  hasWords: boolean;
  place: ExportedPlace;
}

/** What a thread of notes stands on. */
export interface ExportedPlace {
  kind: 'passage' | 'claim' | 'relation' | 'source';
  /** Equal for notes on the same thing. */
  key: string;
  /** Short name: `p9`, `D1d`, `D1d → D1`. */
  label: string;
  /** The words that are noted on: of a paragraph, a claim; empty when there are none. */
  words: string;
  /** Address in the app. */
  link: string;
}

export const EXPORT_FORMATS = ['jsonld', 'csv', 'md'] as const;
export type NoteExportFormat = (typeof EXPORT_FORMATS)[number];
