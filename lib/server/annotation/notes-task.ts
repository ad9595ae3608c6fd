import {
  type FoundPassage,
  findPassages,
  type SearchedText,
  type SoughtPassage,
} from '../../domain/annotation/web/find-passages';
import { type ReadNotes, readNotes } from '../../domain/annotation/web/read-notes';
import type { Refusal } from '../../domain/formats/refusal';
import type { Result } from '../../domain/result';

/** What an import of notes has reckoned elsewhere; run by the thread too, so imports are relative. */

/** Passages to look for in one text. */
export interface PassageSearch {
  in: SearchedText;
  sought: readonly SoughtPassage[];
}

export interface ReadTask {
  type: 'read';
  text: string;
  most: number;
}

export interface FindTask {
  type: 'find';
  searches: readonly PassageSearch[];
}

export const doRead = ({ text, most }: ReadTask): Result<ReadNotes, Refusal> => readNotes(text, most);

/** For each search, for each of its passages. */
export const doFind = ({ searches }: FindTask): (FoundPassage | null)[][] =>
  searches.map((search) => findPassages(search.in, search.sought));
