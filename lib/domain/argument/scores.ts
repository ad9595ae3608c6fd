/**
 * From what people say to the numbers of the graph. Both are the mean of a Beta distribution: k votes of prior, so that
 * few votes move little and nobody reaches 0 or 1. Votes as base scores follow social abstract argumentation (Leite and
 * Martins 2011).
 */

/** How many votes the prior counts for. */
export const PRIOR_VOTES = 4;

/** What a claim without votes is worth: nothing is known either way. */
export const NEUTRAL_BASE = 0.5;

/** A relation that nobody rated counts in full, and falls only when people call it irrelevant. */
export const UNRATED_WEIGHT = 1;

/** The highest impact on the scale 0..4. */
export const MOST_IMPACT = 4;

/** Base score of a claim, 0..1 without its ends. Passing is no vote. */
export function baseScore({ agree, disagree }: { agree: number; disagree: number }): number {
  return (agree + PRIOR_VOTES * NEUTRAL_BASE) / (agree + disagree + PRIOR_VOTES);
}

/** Weight of a relation, 0..1, from the mean of its impacts (0..4) and how many people gave one; without any there is no mean. */
export function relationWeight({ mean, count }: { mean: number; count: number }): number {
  if (count === 0) return UNRATED_WEIGHT;
  return ((mean / MOST_IMPACT) * count + PRIOR_VOTES * UNRATED_WEIGHT) / (count + PRIOR_VOTES);
}
