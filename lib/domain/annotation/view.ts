import type { AnnotationKind, ReviewMark, Visibility } from '../debate/view';
import type { RichText } from '../text/rich-text';

/** What a note is about. A reply names its parent and takes the parent's target. */
export type AnnotationTarget =
  | { type: 'passage'; sourceVersionId: string; start: number; end: number; exact: string }
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
  mark: ReviewMark | null;
  isResolved: boolean;
  /** Who resolved the mark; null when nobody has, or their account is gone. */
  resolvedByAlias: string | null;
  canResolve: boolean;
  canEdit: boolean;
  canRemove: boolean;
}

/** A note with its replies, oldest first. */
export interface AnnotationThread {
  note: AnnotationView;
  replies: AnnotationThread[];
}
