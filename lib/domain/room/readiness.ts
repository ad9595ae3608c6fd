import type { PlanStep } from './plan';
import type { PersonProgress } from './progress';

/**
 * What a step needs of the people before anybody can do what it asks for: a side to argue, or somebody in the circle that
 * speaks. Without it the room refuses everybody, and only those who keep it can mend that.
 */
export interface Unready {
  lacks: 'sides' | 'circle';
  /** How many cannot write because of it. */
  people: number;
}

/** Two sides and two circles take two people. */
const FEWEST = 2;

/** What is missing for this step; null when nothing is, or too few people are there for it to matter yet. */
export function unreadyFor(
  { voice, speakers }: Pick<PlanStep, 'voice' | 'speakers'>,
  people: readonly Pick<PersonProgress, 'isHere' | 'isInside' | 'hasSide'>[],
): Unready | null {
  const here = people.filter(({ isHere }) => isHere);
  const without = here.filter(({ hasSide }) => !hasSide).length;
  if (voice !== 'own' && without > 0) return { lacks: 'sides', people: without };
  if (speakers === 'all' || here.length < FEWEST) return null;
  const speaks = here.some(({ isInside }) => isInside === (speakers === 'inside'));
  return speaks ? null : { lacks: 'circle', people: here.length };
}

/**
 * A side for each of those who have none: the one with fewer people so far, the first of those that have as many.
 * @param drawn who has which side, in the order in which sides are given
 * @param sides their ids, in the order in which they are taken when they have as many
 */
export function sidesForTheRest(
  drawn: readonly { id: string; sideId: string | null }[],
  sides: readonly string[],
): Map<string, string[]> {
  const sizes = new Map(sides.map((side) => [side, drawn.filter(({ sideId }) => sideId === side).length]));
  const given = new Map<string, string[]>(sides.map((side) => [side, []]));
  for (const { id, sideId } of drawn) {
    if (sideId !== null) continue;
    const [smallest] = [...sizes].sort(([, one], [, other]) => one - other);
    if (!smallest) break;
    sizes.set(smallest[0], smallest[1] + 1);
    given.get(smallest[0])?.push(id);
  }
  return given;
}
