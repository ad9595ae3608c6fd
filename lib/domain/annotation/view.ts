import type { AnnotationKind, NoteStatus, ReportReason, ReviewMark, Visibility } from '../debate/view';
import type { RichText } from '../text/rich-text';

/** What a note is about. A reply names its parent and takes the parent's target. */
export type AnnotationTarget =
  | {
      type: 'passage';
      sourceVersionId: string;
      start: number;
      end: number;
      exact: string;
      /** The passage stands in an older version of its source, and in no newer one. */
      isLost: boolean;
    }
  | { type: 'source'; sourceId: string }
  | { type: 'claim'; claimId: string }
  | { type: 'relation'; relationId: string };

export interface AnnotationView {
  id: string;
  target: AnnotationTarget;
  parentId: string | null;
  kind: AnnotationKind;
  visibility: Visibility;
  /** Null when the author's account is gone. */
  authorAlias: string | null;
  isOwn: boolean;
  isEditors: boolean;
  revision: number;
  /** Markdown as written; empty when removed. */
  body: string;
  content: RichText;
  createdAt: string;
  editedAt: string | null;
  isRemoved: boolean;
  /** Hidden: to others it is a stub without words, kept for its replies. */
  status: NoteStatus;
  /** Why it was hidden; for its author and those who maintain the room. */
  statusReason: string | null;
  tags: string[];
  /** The breakout group that it is open to, for those in it. */
  groupName: string | null;
  /** How many people it helped. */
  helpfulCount: number;
  isHelpfulToMe: boolean;
  /** Aliases that the words name with an @ and that belong to somebody who may read it. */
  mentions: string[];
  mark: ReviewMark | null;
  isResolved: boolean;
  /** Who resolved the mark; null when nobody has, or their account is gone. */
  resolvedByAlias: string | null;
  canResolve: boolean;
  canEdit: boolean;
  canRemove: boolean;
  /** To say that it helped, and to report it: not one's own. */
  canReact: boolean;
  hasReported: boolean;
  /** To hide it with a reason, to show it again, to let it through; to close its conversation. */
  canModerate: boolean;
  /** Those who maintain the room have closed its conversation: only they answer in it. */
  isLocked: boolean;
}

/** A note with its replies, oldest first. */
export interface AnnotationThread {
  note: AnnotationView;
  replies: AnnotationThread[];
}

/** What a reader has to do before the notes of others show; null when nothing is held back from them. */
export interface HeldBack {
  /** Notes that the room asks for. */
  required: number;
  /** Notes that this reader has posted there: neither private nor removed. */
  posted: number;
}

export interface AnnotationList {
  threads: AnnotationThread[];
  hiddenUntilPosted: HeldBack | null;
}

/** Where a thread hangs, in words that a list can show; the target of its notes says it in ids. */
export type NotePlace =
  | {
      type: 'passage';
      sourceKey: string;
      sourceTitle: string;
      /** Number of the version that the passage stands in. */
      version: number;
      passageKey: string | null;
      passageLabel: string | null;
    }
  | { type: 'source'; sourceKey: string; sourceTitle: string }
  | { type: 'claim'; code: string; text: string }
  | { type: 'relation'; fromCode: string; toCode: string | null };

/** A thread with its place; null when the place is not this reader's to see any more. */
export interface PlacedThread {
  place: NotePlace | null;
  thread: AnnotationThread;
}

/** A note that names the reader. */
export interface MentionView {
  place: NotePlace | null;
  note: AnnotationView;
}

/** A tag in use, as it is written most often, with how many notes carry it. */
export interface TagCount {
  tag: string;
  count: number;
}

export interface ReportView {
  reason: ReportReason;
  words: string;
  createdAt: string;
  reporterAlias: string;
}

/** A note that asks a maintainer for a decision, or that one has hidden. */
export interface ModeratedNote {
  place: NotePlace | null;
  note: AnnotationView;
  /** Those that no maintainer has decided on, oldest first. */
  reports: ReportView[];
}

/** What maintainers of a room decide about; newest last, at most 200 of each. */
export interface ModerationView {
  waiting: ModeratedNote[];
  reported: ModeratedNote[];
  hidden: ModeratedNote[];
}

/** One use of a right over others in a room. */
export interface AuditView {
  id: string;
  action: string;
  /** Null for an administrator without a seat, and for those whose account is gone. */
  byAlias: string | null;
  subjectId: string | null;
  reason: string | null;
  at: string;
}

/** One wording of a note, as its history shows it. */
export interface AnnotationRevisionView {
  number: number;
  body: string;
  content: RichText;
  /** Who could read the note while these were its words. */
  visibility: Visibility;
  createdAt: string;
}

/** What maintainers set for the notes of a room. */
export interface NoteSettings {
  notesNeedApproval: boolean;
  notesBeforeOthers: number;
}
