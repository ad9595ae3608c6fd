import { type GroupTallies, summed } from './statistics';

/** Which claim to ask next: what is new, divides, and is not passed over (Small et al. 2021). */

/** Priority of a claim about the conversation itself. */
const META = 49;

/**
 * Priority of every claim, above 0; a claim is drawn in proportion to it.
 * @param extremity how far each claim stands from the middle of the map
 * @param isMeta not 0 for claims about the conversation itself
 */
export function claimPriorities(
  tallies: GroupTallies,
  extremity: Float64Array,
  isMeta: Uint8Array,
): Float64Array {
  const { agrees, disagrees, votes } = summed(tallies);
  return extremity.map((reach, c) => {
    if (isMeta[c] !== 0) return META;
    const [a, d, s] = [agrees[c] as number, disagrees[c] as number, votes[c] as number];
    const passes = s - a - d;
    const importance = (1 - (passes + 1) / (s + 2)) * (reach + 1) * ((a + 1) / (s + 2));
    return (importance * (1 + 8 * 2 ** (-s / 5))) ** 2;
  });
}
