import type { AnnotationTarget } from '../view';
import type { Unusable } from './notes';

/** What an import of notes does, or would do. */

/** How surely a note stands where it was put. */
export type AttachedHow = 'same' | 'shifted' | 'moved' | 'changed' | 'whole' | 'answer';

export interface AttachedNote {
  iri: string;
  how: AttachedHow;
  on: AnnotationTarget['type'] | 'note';
  /** The words that it now stands on; empty for one that is not on a passage. */
  exact: string;
  /** The words that it was on in the file. */
  quote: string;
  body: string;
}

export const LEFT_REASONS = [
  'orphan',
  'elsewhere',
  'known',
  'answers-nothing',
  'too-long',
  'no-words',
  'several-targets',
  'selector-unknown',
] as const;

/**
 * Why an annotation is left out. `orphan`: its passage is not in the text, or cannot be told from others. `elsewhere`: it is
 * about something that is not here. `known`: it is here already.
 */
export type LeftReason = (typeof LEFT_REASONS)[number];

// Whatever cannot be a note has a reason here.
export type EveryReason = Unusable extends LeftReason ? true : never;

export interface LeftNote {
  iri: string;
  reason: LeftReason;
  quote: string;
  body: string;
}

export interface NotesImport {
  attached: AttachedNote[];
  left: LeftNote[];
  /** What the model advises against, in English, one line each. */
  warnings: string[];
  /** Annotations that the file only names, and that were not fetched. */
  referenceCount: number;
}
