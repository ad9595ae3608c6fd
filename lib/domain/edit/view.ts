import type { ContributionStatus } from '../debate/view';
import type { EditKind } from './changes';

/** One of a person's own edits of a map, for their list of what they can take back. */
export interface EditView {
  id: string;
  kind: EditKind;
  /** The claim or relation that it is about. */
  subjectId: string;
  /** Code of that claim, or of the claim that the relation comes from. */
  code: string | null;
  /** Of a decision: the status that it gave; null for other edits. */
  decided: ContributionStatus | null;
  at: string;
  isUndone: boolean;
  /** The last one that is not undone: the one that an undo takes back. */
  isNext: boolean;
}
