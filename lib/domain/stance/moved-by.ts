import { inRanks, type Rank } from '../room/report/ranks';
import { FEWEST_FOR_DISTRIBUTION } from '../room/visibility';
import { movedTowards, type ShiftDirection, type StancePair } from './shift';

/**
 * The claims that people named as what moved them: what they said when they were asked, not proof of cause. Told for each
 * direction apart.
 */

/** A person's answers and the claims that they named with the second one; each claim counts once. */
export interface PairWithReasons extends StancePair {
  /** Ids of claims. */
  reasons: readonly string[];
}

export interface NamedClaim {
  claimId: string;
  /** People of this direction who named it. */
  namedBy: number;
}

export interface MovedBy {
  direction: ShiftDirection;
  /** People who moved this way; 0 while fewer than five of the room answered twice. */
  movers: number;
  /** Most named first, claims named alike in one rank. Null for fewer than five movers: then there is only their number. */
  ranks: Rank<NamedClaim>[] | null;
  /** Claims that more than one person named and that a list of this length has no place for. */
  left: number;
  /** Claims named by one person: counted, not listed. */
  namedOnce: number;
}

/** Most claims of a list; a tie is never cut. */
const MOST_NAMED = 5;

/** What moved those who went this way. */
export function movedBy(people: readonly PairWithReasons[], direction: ShiftDirection): MovedBy {
  const pairs = people.filter(({ first, second }) => typeof first === 'number' && typeof second === 'number');
  const movers =
    pairs.length < FEWEST_FOR_DISTRIBUTION
      ? []
      : pairs.filter((person) => movedTowards(person) === direction);
  const alone: MovedBy = { direction, movers: movers.length, ranks: null, left: 0, namedOnce: 0 };
  if (movers.length < FEWEST_FOR_DISTRIBUTION) return alone;
  const counts = new Map<string, number>();
  for (const { reasons } of movers) {
    for (const claimId of new Set(reasons)) counts.set(claimId, (counts.get(claimId) ?? 0) + 1);
  }
  // Claims of one rank stand in the order of their ids: the same answers, the same list.
  const named = [...counts]
    .map(([claimId, namedBy]) => ({ claimId, namedBy }))
    .sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
  const several = named.filter(({ namedBy }) => namedBy > 1);
  const ranks = inRanks(several, (a, b) => b.namedBy - a.namedBy, MOST_NAMED);
  const listed = ranks.reduce((sum, { items }) => sum + items.length, 0);
  return { ...alone, ranks, left: several.length - listed, namedOnce: named.length - several.length };
}
