import type { AnnotationTarget } from '../annotation/view';
import type { ContributionStatus } from '../debate/view';

export interface ClaimHit {
  id: string;
  code: string;
  text: string;
  isMotion: boolean;
  status: ContributionStatus;
}

export interface PassageHit {
  sourceKey: string;
  sourceTitle: string;
  passageKey: string;
  passageLabel: string;
  /** Some words around what was found. */
  snippet: string;
}

export interface NoteHit {
  id: string;
  /** What its thread is about. */
  target: AnnotationTarget;
  snippet: string;
}

/** What a search found, best first, at most twenty of each. */
export interface SearchView {
  claims: ClaimHit[];
  passages: PassageHit[];
  notes: NoteHit[];
}

/** A claim that says much the same; `similarity` 0..1. */
export interface SimilarClaim extends ClaimHit {
  similarity: number;
}
