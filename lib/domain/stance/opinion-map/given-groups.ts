import { groupsOf, noticesOf, uniformVoters, unsettledByDistance } from './group-facts';
import type { OpinionMap, OpinionMode } from './opinion-map';
import { explainedBy, principalComponents } from './pca';
import { peoplePositions } from './projection';
import type { VoteMatrix } from './vote-matrix';

/**
 * The map around groups that somebody gives: positions are computed, groups are not.
 * @param group id of each person's group, -1 for none
 * @param mode whose positions
 */
export function mapOfGroups(
  mode: OpinionMode,
  matrix: VoteMatrix,
  isOut: Uint8Array,
  group: Int16Array,
): OpinionMap {
  const components = principalComponents(matrix, isOut);
  const positions = peoplePositions(matrix, components, isOut);
  const groups = groupsOf(group, positions);
  return {
    mode,
    ...positions,
    group,
    groups,
    unsettled: unsettledByDistance(group, groups, positions),
    explained: explainedBy(components),
    components,
    isUniform: uniformVoters(matrix, isOut),
    counts: [],
    notices: noticesOf(groups, components.totalVariance),
  };
}
