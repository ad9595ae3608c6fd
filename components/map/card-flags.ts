import type { ClaimView } from '@/lib/domain/debate/view';

/** What a card has to say about itself besides its claim; the first that holds is shown. */
export type CardFlag = 'failed' | 'unsent' | 'archived' | 'declined' | 'suggested' | 'reworded';

/** State of what this tab has done and not yet got an answer for. */
export type PendingState = 'waiting' | 'sending' | 'failed';

export function cardFlag(claim: ClaimView, pending: PendingState | undefined): CardFlag | null {
  if (pending === 'failed') return 'failed';
  if (pending === 'waiting') return 'unsent';
  if (claim.status === 'archived') return 'archived';
  if (claim.status === 'declined') return 'declined';
  if (claim.status === 'suggested') return 'suggested';
  if (claim.ownVote.isStale && claim.ownVote.choice !== null) return 'reworded';
  return null;
}
