import type { ClaimView, VoteChoice } from '@/lib/domain/debate/view';

/**
 * What a press on an answer makes of the own vote: the own answer pressed again takes it back. One that was given before
 * the claim changed is not taken back but given again, for the claim as it stands now.
 */
export const nextVote = (
  { choice, isStale }: Pick<ClaimView['ownVote'], 'choice' | 'isStale'>,
  pressed: VoteChoice,
): VoteChoice | null => (choice === pressed && !isStale ? null : pressed);
