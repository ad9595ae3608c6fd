import type { HiddenUntilReveal } from './until-reveal';

/** Why the reader was given no count: it comes with the reveal, it is of too few answers, or it takes an answer of their own. */
export type Untold = 'reveal' | 'few' | 'answer';

/** Of a count that the server kept back. @param own the reader's answer to the same thing */
export function whyUntold(
  hides: HiddenUntilReveal,
  own: { choice?: string | null; weight?: number | null; isStale: boolean },
): Untold {
  if (hides.counts) return 'reveal';
  const hasAnswered = !own.isStale && (own.choice ?? own.weight ?? null) !== null;
  return hides.hidesFew && (!hides.stances || hasAnswered) ? 'few' : 'answer';
}
