import type { AnchorStatus } from '../annotation/anchor-types';
import type { PassageView, SideRole } from '../debate/view';

/** Sources and their versions, and what became of the places tied to them, as the interface and the API read them. */

export type AnchorDecision = 'confirmed' | 'moved' | 'lost';

/** A version in the history of a source. */
export interface VersionEntry {
  id: string;
  number: number;
  createdAt: string;
  /** Null for a text that came with the debate, and when the author's account is gone. */
  authorAlias: string | null;
  fromContent: boolean;
  /** What is different, in the words of the person who added it; may be empty. */
  note: string;
  /** The original text, of which the versions before it are a digest. */
  isOriginal: boolean;
  /** Code points. */
  characters: number;
  passageCount: number;
}

export interface SourceFacts {
  id: string;
  key: string;
  kind: 'digest' | 'treaty' | 'text';
  title: string;
  attribution: string;
  url: string | null;
  language: string;
}

export interface SourceHistory {
  source: SourceFacts;
  /** Newest first. */
  versions: VersionEntry[];
  /** This reader may add a version. */
  canWrite: boolean;
}

/** One version in full, for reading it beside another. */
export interface SourceVersionView {
  source: SourceFacts;
  version: VersionEntry & { text: string };
  passages: PassageView[];
  newestNumber: number;
}

/** How many places there are of each kind. */
export type AnchorCounts = Record<AnchorStatus, number>;

/** A paragraph of a new version and the one before that it follows; both null where there is none. */
export interface FollowedPassage {
  /** Key in the new version. */
  key: string;
  /** Its first words. */
  words: string;
  /** Key of the paragraph of the version before. */
  previousKey: string | null;
  previousWords: string | null;
  /** 0..1: how alike the two are. */
  similarity: number;
}

/** What a new version would do, before it is saved. */
export interface VersionPreview {
  baseNumber: number;
  /** Of citations of claims, and of the notes that this reader sees. */
  citations: AnchorCounts;
  notes: AnchorCounts;
  passages: FollowedPassage[];
  /** Paragraphs of the version before that nothing follows. */
  dropped: { key: string; words: string }[];
}

export interface AddedSource {
  source: SourceFacts;
  version: { id: string; number: number };
}

export interface AddedVersion {
  version: { id: string; number: number };
  citations: AnchorCounts;
  notes: AnchorCounts;
}

/** A quote with what stands around it in its text. */
export interface Excerpt {
  start: number;
  end: number;
  before: string;
  exact: string;
  after: string;
  /** How people name the paragraph; empty when it is in none. */
  passageLabel: string;
}

export type AnchorSubject =
  | { type: 'citation'; claimId: string; code: string; side: SideRole; text: string }
  | { type: 'note'; noteId: string; isOwn: boolean; body: string };

/** A place that waits for somebody to say whether it is right. */
export interface WaitingAnchor {
  id: string;
  subject: AnchorSubject;
  source: { id: string; key: string; title: string };
  from: { id: string; number: number };
  to: { id: string; number: number };
  status: 'moved' | 'changed' | 'orphan';
  /** 0..1 */
  confidence: number;
  old: Excerpt;
  /** Null for an orphan. */
  found: Excerpt | null;
}

export interface AnchorQueue {
  /** All that wait for this reader; `anchors` holds the first of them. */
  count: number;
  anchors: WaitingAnchor[];
}

/** After a decision: what still waits for this reader. */
export interface DecidedAnchor {
  id: string;
  decision: AnchorDecision;
  waiting: number;
}

export const NO_ANCHORS: AnchorCounts = { same: 0, shifted: 0, moved: 0, changed: 0, orphan: 0 };
