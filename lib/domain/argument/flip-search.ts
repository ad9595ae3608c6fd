/**
 * The smallest change that makes something true, over items of which up to `most` units each may be changed. Exact by
 * trying every combination, smallest first, while those are few. Beyond that greedy, or where no single step helps the
 * shortest run of the most promising items; then stripped of every unit that is not needed.
 */
export interface SearchSpace {
  /** Units that each item offers, at least 1; the items that promise most come first. */
  most: readonly number[];
  /** How far towards the goal a choice (units of each item) comes: the goal is reached at 0 and above. */
  reach: (choice: readonly Unit[]) => number;
  /** More units never lead away from the goal. */
  isMonotone: boolean;
  /** What has been spent so far, in any unit. */
  spent: () => number;
  /** What may be spent before the search makes do with what it has. */
  budget: number;
}

/** So many units of an item. */
export interface Unit {
  item: number;
  count: number;
}

export interface SearchResult {
  /** Null when nothing that was tried reaches the goal. */
  choice: Unit[] | null;
  /** Nothing smaller reaches the goal; or, without a choice, nothing at all does. */
  isExact: boolean;
  /** Each unit is needed: with one less the goal is not reached. */
  isMinimal: boolean;
}

/** Shares of the budget up to which every combination is tried, and up to which greedy steps are taken. */
const EXACT_SHARE = 0.4;
const GREEDY_SHARE = 0.8;
/** Candidates that each greedy step compares. */
const WIDTH = 48;
/** Parts in which a greedy step takes the units of an item that offers many. */
const CHUNKS = 16;

const sizeOf = (choice: readonly Unit[]): number => choice.reduce((sum, { count }) => sum + count, 0);

/** All choices of exactly `size` units, the first items first. */
function* choicesOf(most: readonly number[], size: number, first = 0): Generator<Unit[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let item = first; item < most.length; item += 1) {
    for (let count = Math.min(size, most[item] as number); count >= 1; count -= 1) {
      for (const rest of choicesOf(most, size - count, item + 1)) yield [{ item, count }, ...rest];
    }
  }
}

/** How many choices of `size` units there are, or more than `most` of them. */
function countChoices(offers: readonly number[], size: number, most: number): number {
  // ways[n]: choices of n units among the items so far.
  let ways = [1, ...Array<number>(size).fill(0)];
  for (const offer of offers) {
    ways = ways.map((_, n) => {
      let sum = 0;
      for (let count = 0; count <= Math.min(n, offer); count += 1) sum += ways[n - count] as number;
      return Math.min(sum, most + 1);
    });
  }
  return ways[size] as number;
}

/** Tries every choice, smallest first. `tried` is the size up to which none was missed. */
function smallest({ most, reach, spent, budget }: SearchSpace): { choice: Unit[] | null; tried: number } {
  const total = most.reduce((sum, offer) => sum + offer, 0);
  const from = spent();
  let trials = 0;
  for (let size = 1; size <= total; size += 1) {
    // Before the first trial one trial is taken to cost 1.
    const cost = trials === 0 ? 1 : (spent() - from) / trials;
    const left = EXACT_SHARE * budget - (spent() - from);
    const few = Math.floor(left / Math.max(cost, 1));
    if (few < 1 || countChoices(most, size, few) > few) return { choice: null, tried: size - 1 };
    for (const choice of choicesOf(most, size)) {
      trials += 1;
      if (reach(choice) >= 0) return { choice, tried: size - 1 };
      if (spent() - from > EXACT_SHARE * budget) return { choice: null, tried: size - 1 };
    }
  }
  return { choice: null, tried: total };
}

const withMore = (choice: readonly Unit[], item: number, count: number): Unit[] => {
  const before = choice.find((unit) => unit.item === item)?.count ?? 0;
  return [...choice.filter((unit) => unit.item !== item), { item, count: before + count }];
};

/** Adds whatever brings the goal nearer, step by step, until it is reached; null when nothing does or too much is spent. */
function greedy({ most, reach, spent, budget }: SearchSpace): Unit[] | null {
  let choice: Unit[] = [];
  let farthest = reach(choice);
  while (farthest < 0) {
    const room = (item: number) =>
      (most[item] as number) - (choice.find((unit) => unit.item === item)?.count ?? 0);
    const candidates = most.flatMap((_, item) => (room(item) > 0 ? [item] : [])).slice(0, WIDTH);
    let best: { choice: Unit[]; gain: number; reached: number } | null = null;
    for (const item of candidates) {
      if (spent() > GREEDY_SHARE * budget) return null;
      const count = Math.min(room(item), Math.ceil((most[item] as number) / CHUNKS));
      const next = withMore(choice, item, count);
      const reached = reach(next);
      const gain = (reached - farthest) / count;
      if (!best || gain > best.gain) best = { choice: next, gain, reached };
    }
    if (!best || best.gain <= 0) return null;
    choice = best.choice;
    farthest = best.reached;
  }
  return choice;
}

/** The shortest run of the first items, all their units, that reaches the goal; null when all together do not. */
function shortestRun({ most, reach }: SearchSpace): Unit[] | null {
  const run = (length: number): Unit[] => most.slice(0, length).map((count, item) => ({ item, count }));
  if (reach(run(most.length)) < 0) return null;
  let [fails, does] = [0, most.length];
  while (does - fails > 1) {
    const middle = Math.floor((fails + does) / 2);
    if (reach(run(middle)) >= 0) does = middle;
    else fails = middle;
  }
  return run(does);
}

/** Takes back every unit without which the goal is still reached, as far as the budget goes. */
function stripped(
  { reach, spent, budget }: SearchSpace,
  choice: readonly Unit[],
): { choice: Unit[]; isMinimal: boolean } {
  let kept = [...choice];
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    // The least promising ones first.
    for (const { item } of [...kept].sort((a, b) => b.item - a.item)) {
      if (spent() > budget) return { choice: kept, isMinimal: false };
      const others = kept.filter((unit) => unit.item !== item);
      const full = kept.find((unit) => unit.item === item)?.count ?? 0;
      const holds = (count: number) => reach(count === 0 ? others : [...others, { item, count }]) >= 0;
      // Bisection finds a count at which one less does not do.
      let [fails, does] = [-1, full];
      while (does - fails > 1) {
        const middle = Math.floor((fails + does) / 2);
        if (holds(middle)) does = middle;
        else fails = middle;
      }
      if (does < full) isChanged = true;
      kept = does === 0 ? others : [...others, { item, count: does }];
    }
  }
  return { choice: kept, isMinimal: true };
}

/** Searches for the smallest choice that reaches the goal. */
export function searchSmallest(space: SearchSpace): SearchResult {
  if (space.reach([]) >= 0) return { choice: [], isExact: true, isMinimal: true };
  const everything = space.most.map((count, item) => ({ item, count }));
  const nothing = { choice: null, isExact: true, isMinimal: true };
  if (space.isMonotone && space.reach(everything) < 0) return nothing;
  const { choice: found, tried } = smallest(space);
  if (found) return { choice: found, isExact: true, isMinimal: true };
  if (tried === sizeOf(everything)) return nothing;
  const rough = greedy(space) ?? shortestRun(space);
  if (!rough) return { choice: null, isExact: false, isMinimal: false };
  const { choice, isMinimal } = stripped(space, rough);
  // Exact after all when everything smaller was tried.
  return { choice, isExact: sizeOf(choice) === tried + 1, isMinimal };
}
