import { flowBandOf } from '../stance/flow';

/**
 * Dividing the people of a room: into groups, into two sides, into two circles. Pure: the same people and seed give the same
 * groups, so what a teacher is shown is what is made. Nothing in an answer says what anybody thinks: which group comes first
 * and who comes first in it is drawn.
 */

export const GROUPING_WAYS = ['random', 'opposing', 'alike'] as const;
/** `opposing`: each group as mixed as can be. `alike`: those who think alike are together. */
export type GroupingWay = (typeof GROUPING_WAYS)[number];

export interface GroupingPerson {
  id: string;
  /** Where they stand, -100 to 100; null for whoever has not said or is unsure. */
  stance: number | null;
}

/** Most groups of a room. */
export const MOST_GROUPS = 30;

/** Fewest people with a stance in each group of like stances, and on each side against what people think: of fewer one could be named. */
export const FEWEST_ALIKE = 5;

/**
 * The people in `count` groups whose sizes differ by at most one. By stance, those without one are spread as evenly. What they
 * stated is cut into the five bands of the report before anything else, so that no division tells more than a band; who comes
 * first within a band is drawn.
 * @param count from 1; no more groups are made than there are people. By stance fewer: each group has two who said where they
 * stand, of like stances five (`FEWEST_ALIKE`)
 * @param seed any whole number
 */
export function divide(
  people: readonly GroupingPerson[],
  count: number,
  way: GroupingWay,
  seed: number,
): string[][] {
  const random = randomFrom(seed);
  // The order in which people are handed in says nothing: it is drawn as well, and decides among equals.
  const drawn = inDrawnOrder(people, seed);
  const placed = way === 'random' ? [] : drawn.filter(hasStance).sort(byBand);
  const unplaced = way === 'random' ? drawn : drawn.filter((person) => !hasStance(person));
  const most = { random: people.length, opposing: placed.length / 2, alike: placed.length / FEWEST_ALIKE }[
    way
  ];
  const length = Math.min(count, people.length, Math.max(1, Math.floor(most)));
  const groups: string[][] = Array.from({ length }, () => []);
  if (groups.length === 0) return [];
  if (way === 'alike') cutInto(groups, placed, random);
  else dealRuns(groups, placed, random);
  // Dealt from the smaller groups on, so that both they and all together are spread.
  const fromSmallest = [...groups].sort((one, other) => one.length - other.length);
  for (const [index, { id }] of unplaced.entries()) fromSmallest[index % groups.length]?.push(id);
  return shuffled(
    groups.map((group) => shuffled(group, random)),
    random,
  );
}

export const SIDING_WAYS = ['random', 'opposite'] as const;
/** `opposite`: each argues the side that they do not hold, as far as two sides of one size allow. */
export type SidingWay = (typeof SIDING_WAYS)[number];

/**
 * The people on two sides whose sizes differ by at most one. Those without a stance fill up what is smaller. Stances count by
 * their band, as in `divide`; once ten people have one, each side has five of them.
 * @returns those who argue for the motion, then those who argue against it
 */
export function takeSides(
  people: readonly GroupingPerson[],
  way: SidingWay,
  seed: number,
): { for: string[]; against: string[] } {
  const random = randomFrom(seed);
  const drawn = inDrawnOrder(people, seed);
  if (way === 'random') {
    const [first = [], second = []] = divide(people, 2, 'random', seed);
    return { for: first, against: second };
  }
  const half = Math.floor(people.length / 2) + (people.length % 2 === 1 && random() < 0.5 ? 1 : 0);
  // From those who stand most against the motion, who argue for it, to those who stand most for it.
  const placed = drawn.filter(hasStance).sort(byBand);
  const sides: { for: string[]; against: string[] } = { for: [], against: [] };
  const doubters = placed.filter(({ stance }) => flowBandOf(stance) > BETWEEN).length;
  const fewest = placed.length >= 2 * FEWEST_ALIKE ? FEWEST_ALIKE : 0;
  const most = Math.min(half, placed.length - fewest);
  // As many on each side as hold the other, unless one side would then be too large or give them away.
  const least = Math.max(fewest, placed.length - (people.length - half));
  const cut = Math.min(most, Math.max(least, doubters));
  for (const [index, { id }] of placed.entries()) (index < cut ? sides.for : sides.against).push(id);
  for (const { id } of drawn.filter((person) => !hasStance(person)))
    (sides.for.length < half ? sides.for : sides.against).push(id);
  return { for: shuffled(sides.for, random), against: shuffled(sides.against, random) };
}

/** One half of the people, drawn; of an odd number the smaller one. */
export function half(ids: readonly string[], seed: number): string[] {
  const drawn = shuffled([...ids].sort(), randomFrom(seed));
  return drawn.slice(0, Math.floor(drawn.length / 2));
}

type Placed = GroupingPerson & { stance: number };

const hasStance = (person: GroupingPerson): person is Placed => person.stance !== null;

/** The middle one of the report's bands. */
const BETWEEN = 2;
/** From those against to those for; within a band they keep the order that was drawn. */
const byBand = (one: Placed, other: Placed): number => flowBandOf(other.stance) - flowBandOf(one.stance);

/**
 * People in an order that is drawn for each of them alone: whoever takes one out, or lets somebody in, does not get the others
 * drawn anew, which would tell of their bands when done often enough.
 */
function inDrawnOrder(people: readonly GroupingPerson[], seed: number): GroupingPerson[] {
  const keyed = people.map((person) => ({ person, key: randomFrom(seed ^ hashed(person.id))() }));
  return keyed
    .sort((one, other) => one.key - other.key || (one.person.id < other.person.id ? -1 : 1))
    .map(({ person }) => person);
}

/** FNV-1a over the units of a text, 32 bits. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

/** Of every run of neighbours each group gets one; which one is drawn, and of a short last run which groups get any. */
function dealRuns(groups: string[][], placed: readonly Placed[], random: () => number): void {
  for (let from = 0; from < placed.length; from += groups.length) {
    const run = placed.slice(from, from + groups.length);
    for (const [index, group] of shuffled(groups, random).entries()) {
      const person = run[index];
      if (person) group.push(person.id);
    }
  }
}

/** Neighbours together; which of the runs is the longer one is drawn. */
function cutInto(groups: string[][], placed: readonly Placed[], random: () => number): void {
  const sizes = shuffled(
    groups.map((_, index) => Math.floor((placed.length + groups.length - 1 - index) / groups.length)),
    random,
  );
  let from = 0;
  for (const [index, size] of sizes.entries()) {
    groups[index]?.push(...placed.slice(from, from + size).map(({ id }) => id));
    from += size;
  }
}

/** A copy in an order that is drawn (Fisher and Yates). */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

/** A copy in an order that this seed gives. */
export const shuffledBy = <T>(items: readonly T[], seed: number): T[] => shuffled(items, randomFrom(seed));

/** Numbers in [0, 1) from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
