import { type EditAction, isEdit, type OutboxEntry } from './outbox-entry';

/** Two texts where one was expected: what this person wrote, and what somebody else had written by then. */
export interface OutboxConflict {
  mine: string;
  theirs: string;
  /** The same words as an edit of what stands there now; null when it takes no edits any more. */
  again: EditAction | null;
}

interface Newer {
  revision: number;
  text?: string;
  body?: string;
  isRemoved?: boolean;
}

/** The conflict that an entry met; null when it was refused for another reason, or not at all. */
export function conflictOf({ action, failure }: OutboxEntry): OutboxConflict | null {
  if (!isEdit(action) || failure?.code !== 'out-of-date') return null;
  const current = failure.current as { claim?: Newer; annotation?: Newer } | null;
  const newer = action.type === 'edit-claim' ? current?.claim : current?.annotation;
  if (!newer) return null;
  const { revision } = newer;
  const canAgain = newer.isRemoved !== true;
  return action.type === 'edit-claim'
    ? {
        mine: action.input.text,
        theirs: newer.text ?? '',
        again: canAgain ? { ...action, input: { ...action.input, revision } } : null,
      }
    : {
        mine: action.input.body,
        theirs: newer.body ?? '',
        again: canAgain ? { ...action, input: { ...action.input, revision } } : null,
      };
}
