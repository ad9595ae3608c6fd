import type { OwnVote } from '@/lib/domain/debate/view';

/** No vote yet, or one given before the claim changed its meaning. */
export const needsVote = ({ choice, isStale }: OwnVote): boolean => choice === null || isStale;
