import type { OwnVote, VoteChoice } from '@/lib/domain/debate/view';

/** What a person did in the queue, so that they can take it back step by step. */
export type QueueStep =
  | { type: 'vote'; claimId: string; choice: VoteChoice; before: VoteChoice | null }
  | { type: 'later'; claimId: string };

export interface QueueState {
  /** The claim on the card: it stays there until it is answered, whatever else comes in. */
  shownId: string | null;
  /** Put off, the first one first. */
  later: readonly string[];
  past: readonly QueueStep[];
}

export const EMPTY_QUEUE: QueueState = { shownId: null, later: [], past: [] };

/** The claim to show: the one on the card while it is still to be asked, else the first one. */
export const shownClaim = <C extends { id: string }>(
  toAsk: readonly C[],
  { shownId }: QueueState,
): C | null => toAsk.find(({ id }) => id === shownId) ?? toAsk[0] ?? null;

const after = (toAsk: readonly { id: string }[], claimId: string): string | null =>
  toAsk.find(({ id }) => id !== claimId)?.id ?? null;

/** After an answer to the claim on the card. What stood before a changed wording is not what Undo would bring back. */
export function answered(
  state: QueueState,
  toAsk: readonly { id: string }[],
  claim: { id: string; ownVote: Pick<OwnVote, 'choice' | 'isStale'> },
  choice: VoteChoice,
): QueueState {
  const before = claim.ownVote.isStale ? null : claim.ownVote.choice;
  return {
    shownId: after(toAsk, claim.id),
    later: state.later.filter((id) => id !== claim.id),
    past: [...state.past, { type: 'vote', claimId: claim.id, choice, before }],
  };
}

/** After the claim on the card was put off: it comes again after those that were not. */
export function putOff(state: QueueState, toAsk: readonly { id: string }[], claimId: string): QueueState {
  return {
    shownId: after(toAsk, claimId),
    later: [...state.later.filter((id) => id !== claimId), claimId],
    past: [...state.past, { type: 'later', claimId }],
  };
}

/**
 * With what was put off when the page was open before, ahead of what was put off since. A claim that was taken up on this page
 * meanwhile stays where that left it.
 */
export function resumed(state: QueueState, kept: readonly string[]): QueueState {
  const known = new Set([...state.later, ...state.past.map(({ claimId }) => claimId)]);
  return { ...state, later: [...kept.filter((id) => !known.has(id)), ...state.later] };
}

/** One step back, and what has to be voted for that; null when there is nothing to take back. */
export function undone(
  state: QueueState,
): { state: QueueState; vote: { claimId: string; choice: VoteChoice | null } | null } | null {
  const last = state.past.at(-1);
  if (!last) return null;
  return {
    state: {
      shownId: last.claimId,
      later: last.type === 'later' ? state.later.filter((id) => id !== last.claimId) : state.later,
      past: state.past.slice(0, -1),
    },
    vote: last.type === 'vote' ? { claimId: last.claimId, choice: last.before } : null,
  };
}

/** The last answer that can still be taken back. */
export const lastVote = ({ past }: QueueState): Extract<QueueStep, { type: 'vote' }> | null => {
  const last = past.at(-1);
  return last?.type === 'vote' ? last : null;
};

/** Cells of the progress bar; beyond this one bar says it. */
export const MOST_CELLS = 60;
