import type { AnnotationKind, NoteStatus, ReviewMark, Visibility } from '../debate/view';
import { uniqueKey } from '../text/plain-text';
import type { RichText } from '../text/rich-text';
import type { ExportedPlace } from './web/exported-note';

/** A person's own notes in a debate, as the page of study notes shows them. */

export interface OwnNote {
  id: string;
  kind: AnnotationKind;
  visibility: Visibility;
  status: NoteStatus;
  mark: ReviewMark | null;
  tags: readonly string[];
  body: string;
  content: RichText;
  /** The words of a passage that it is on; empty for another one. */
  quote: string;
  /** It answers another note. */
  isAnswer: boolean;
  createdAt: string;
  editedAt: string | null;
}

/** Notes on one thing: a paragraph, a claim, a relation, a text. */
export interface OwnNotesAt {
  place: ExportedPlace;
  notes: readonly OwnNote[];
}

export interface OwnNotesFilter {
  /** Words that all have to be there, in any order. */
  words: string;
  kind: AnnotationKind | null;
  visibility: Visibility | null;
  tag: string | null;
}

/** Words without regard to case and to how characters are encoded. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The notes that pass, with the places that still have some. Words are looked for in the note, its quote and its place. */
export function filteredNotes(places: readonly OwnNotesAt[], filter: OwnNotesFilter): OwnNotesAt[] {
  const words = folded(filter.words).split(/\s+/u).filter(Boolean);
  const tag = filter.tag === null ? null : uniqueKey(filter.tag);
  return places.flatMap(({ place, notes }) => {
    const kept = notes.filter((note) => {
      if (filter.kind !== null && note.kind !== filter.kind) return false;
      if (filter.visibility !== null && note.visibility !== filter.visibility) return false;
      if (tag !== null && !note.tags.some((one) => uniqueKey(one) === tag)) return false;
      const said = folded([note.body, note.quote, ...note.tags, place.label, place.words].join('\n'));
      return words.every((word) => said.includes(word));
    });
    return kept.length === 0 ? [] : [{ place, notes: kept }];
  });
}

/** Every tag once, as it was first written, in the order of the alphabet. */
export function tagsOf(places: readonly OwnNotesAt[], locale: string): string[] {
  const tags = new Map<string, string>();
  for (const { notes } of places) {
    for (const tag of notes.flatMap((note) => note.tags)) {
      if (!tags.has(uniqueKey(tag))) tags.set(uniqueKey(tag), tag);
    }
  }
  return [...tags.values()].sort((one, other) => one.localeCompare(other, locale));
}

export const countOf = (places: readonly OwnNotesAt[]): number =>
  places.reduce((sum, { notes }) => sum + notes.length, 0);
