import type { ClaimView } from '@/lib/domain/debate/view';

/** What a card says about itself in a row of its own; the first that holds is shown. */
export type CardFlag = 'failed' | 'archived' | 'declined' | 'suggested' | 'evidence' | 'reworded';

/** State of what this tab has done and not yet got an answer for. */
export type PendingState = 'waiting' | 'sending' | 'failed';

export function cardFlag(claim: ClaimView, pending: PendingState | undefined): CardFlag | null {
  if (pending === 'failed') return 'failed';
  if (claim.status === 'archived') return 'archived';
  if (claim.status === 'declined') return 'declined';
  if (claim.status === 'suggested') return 'suggested';
  if (claim.hasChangedEvidence) return 'evidence';
  if (claim.ownVote.isStale && claim.ownVote.choice !== null) return 'reworded';
  return null;
}
