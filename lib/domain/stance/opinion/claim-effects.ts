import type { VoteTally } from '../../debate/view';
import type { OpinionClaim, OpinionEffect, OpinionGroup, ShownOpinions } from './opinion-view';

/** What the opinion map says of each claim, for pages that show claims and not people: the map and the outline. */
export type EffectsView =
  /** The room has not shown what came of it. */
  | { state: 'hidden' }
  /** Fewer people than a distribution is drawn of have voted. */
  | { state: 'too-few'; people: number; fewest: number }
  /** The map is being drawn for the first time; ask again. */
  | { state: 'placing'; people: number; votes: number }
  | ShownEffects;

export interface ShownEffects {
  state: 'shown';
  /** As of the map. */
  isBehind: boolean;
  isWaiting: boolean;
  /** Of how much all of this speaks. */
  counts: ShownOpinions['counts'];
  /** Ordered by letter. */
  groups: Pick<OpinionGroup, 'letter' | 'people'>[];
  /** Of those claims that this reader may be told of. */
  claims: ClaimEffect[];
}

export interface ClaimEffect {
  claimId: string;
  /** Null where too few voted to say. */
  effect: OpinionEffect | null;
  /** All who voted on it; null where that is not told. */
  counts: VoteTally | null;
  /** As `counts`, by group in the order of `groups`. */
  byGroup: (VoteTally | null)[];
}

/**
 * @param tells whether counts of votes on a claim may be told to this reader; what is said here follows from them
 */
export const claimEffects = (
  claims: readonly OpinionClaim[],
  tells: (claimId: string) => boolean,
): ClaimEffect[] =>
  claims
    .filter(({ claimId }) => tells(claimId))
    .map(({ claimId, effect, counts, byGroup }) => ({ claimId, effect, counts, byGroup }));
