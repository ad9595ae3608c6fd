/**
 * The typed content of a seeded debate: what an author writes by hand, before it becomes rows.
 *
 * Vocabulary: a source has paragraphs, a paragraph has sentences; a claim cites sentences (or a stretch of one);
 * a relation runs from a claim to a claim, to the motion, or (undercut) to another relation.
 * Ids are stable: annotations and citations written against them outlive a rewording.
 */

export type Evidence = 'quoted' | 'reported' | 'asserted' | 'inferred' | 'beyond';
export type Layer = 'article' | 'beyond';
export type RelationKind = 'supports' | 'attacks' | 'undercuts';
export type NoteKind = 'comment' | 'question' | 'evidence' | 'concern';

export interface SentenceContent {
  /** Paragraph id, `.s`, place from 1: `p9.s2`. */
  id: string;
  text: string;
  /** Set when no claim rests on the sentence; it is there to be understood by. */
  context?: true;
}

export interface ParagraphContent {
  /** Stable: `p9`, `art-20-3`. */
  id: string;
  /** Shown above this paragraph; not part of the text. */
  heading?: string;
  sentences: readonly SentenceContent[];
}

export interface SourceContent {
  key: string;
  title: string;
  kind: 'digest' | 'treaty';
  /** What the text is, in our words: what it restates, and of which date. */
  attribution: string;
  language: 'en';
  paragraphs: readonly ParagraphContent[];
}

export interface CitationContent {
  sourceKey: string;
  sentenceId: string;
  /** An exact stretch of that sentence, when the claim rests on less than the whole of it. */
  quote?: string;
}

export interface ClaimContent {
  code: string;
  /** Null: the claim belongs to no side. */
  sideKey: string | null;
  /** One sentence, at most 90 characters, ending with a full stop, readable alone. */
  text: string;
  /** At most 48 characters, for axes and narrow places. */
  shortTitle: string;
  evidence: Evidence;
  layer: Layer;
  /** For quoted and reported claims: who says so, where the source names someone. */
  speaker?: string;
  /** The passage that carries the claim most comes first. */
  citations: readonly CitationContent[];
}

export interface RelationContent {
  /** `D1>M`; an undercut names the relation in brackets: `H5>(D1>M)`. */
  code: string;
  fromCode: string;
  kind: RelationKind;
  /** A claim's code, the motion's, or (undercuts) a relation's. */
  toCode: string;
}

export interface NoteContent {
  key: string;
  sourceKey: string;
  sentenceId: string;
  quote?: string;
  kind: NoteKind;
  /** Markdown, safe subset. */
  body: string;
}

/** A step of the guided tour: a claim or the motion, and what to say about it. */
export interface TourStepContent {
  claimCode: string;
  words: string;
}

export interface SideContent {
  key: string;
  name: string;
  speaks: 'for' | 'against';
  order: number;
}

export interface DebateContent {
  slug: string;
  title: string;
  question: string;
  summary: string;
  language: 'en';
  motion: { code: 'M'; text: string; shortTitle: string };
  sides: readonly SideContent[];
  sources: readonly SourceContent[];
  claims: readonly ClaimContent[];
  /** In the author's order, which is the outline's order. */
  relations: readonly RelationContent[];
  notes: readonly NoteContent[];
  tour: readonly TourStepContent[];
}
