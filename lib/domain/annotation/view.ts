import type { AnnotationKind, NoteStatus, ReviewMark, Visibility } from '../debate/view';
import type { RichText } from '../text/rich-text';

/** What a note is about. A reply names its parent and takes the parent's target. */
export type AnnotationTarget =
  | { type: 'passage'; sourceVersionId: string; start: number; end: number; exact: string }
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
  /** To hide it with a reason, to show it again, to let it through. */
  canModerate: boolean;
}

/** A note with its replies, oldest first. */
export interface AnnotationThread {
  note: AnnotationView;
  replies: AnnotationThread[];
}
