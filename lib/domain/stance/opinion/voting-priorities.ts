import { claimPriorities } from '../opinion-map/priorities';
import { claimPositions, extremities } from '../opinion-map/projection';
import { groupTallies } from '../opinion-map/statistics';
import type { OpinionFacts } from './facts';
import type { OpinionReading } from './opinion-reading';

/**
 * How much sooner each claim is to be asked than another, by claim id, above 0: claims far from the middle of the map, that few
 * pass on, and that few have answered yet come first (Small et al. 2021). The votes of everybody count, also of who is in no
 * group.
 */
export function votingPriorities(
  { matrix, claims }: OpinionFacts,
  { map }: OpinionReading,
): ReadonlyMap<string, number> {
  const none = new Uint8Array(claims.length);
  const everybody = groupTallies(matrix, new Int16Array(matrix.people));
  const reach = extremities(claimPositions(map.components, none));
  const priorities = claimPriorities(everybody, reach, none);
  return new Map(claims.map(({ claimId }, c) => [claimId, priorities[c] as number]));
}
