import { votesOfOne } from '../opinion-map/contributions';
import { groupStanding } from '../opinion-map/group-reasons';
import type { VoteMatrix } from '../opinion-map/vote-matrix';
import type { DrawnMap } from './facts';

/** Who is in which group of a map, as it is told. */
export interface Standings {
  /** One group is nobody's camp: then nobody is in one. */
  hasGroups: boolean;
  /** Id of the group of each row; -1 for who is in none. */
  group: Int16Array;
  /** For each row the two groups (ids) that it stands between, the one that fits better first; null for everybody else. */
  between: (readonly [number, number] | null)[];
}

/** @param matrix that the map was drawn of */
export function standingsOf(matrix: VoteMatrix, { groups, group, basis }: DrawnMap): Standings {
  const hasGroups = groups.length > 1;
  if (!hasGroups) {
    return {
      hasGroups,
      group: new Int16Array(group.length).fill(-1),
      between: Array.from(group, () => null),
    };
  }
  const isOut = new Uint8Array(matrix.claims);
  const between = Array.from(group, (id, p) => {
    if (id >= 0 || !basis) return null;
    return groupStanding(basis, isOut, votesOfOne(matrix, p)).between;
  });
  return { hasGroups, group, between };
}
