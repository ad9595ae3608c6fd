import { BEARS_AGAINST, BEARS_FOR, bearingOn } from './bearing';
import type { CompiledGraph } from './compiled-graph';
import { searchSmallest, type Unit } from './flip-search';
import { MIDDLE } from './lens-comparison';
import { type Probe, probeOf, type Trial } from './probe';
import { baseScore } from './scores';
import type { EvaluatedGraph } from './strength';

/** A change that is part of a flip set. */
export type FlipChange =
  /** The claim is switched off, as in "what if". */
  | { kind: 'claim-off'; claimId: string }
  /** So many votes on the claim are turned from the other choice to this one. */
  | { kind: 'votes-turned'; claimId: string; to: 'agree' | 'disagree'; count: number };

/** The fewest changes that take a motion across the middle. */
export interface FlipSet {
  /** Where the motion is taken: below the middle when it is above now. */
  toward: 'above' | 'below';
  /** Strength of the motion now, and after the changes (null when none were found). */
  strength: number;
  after: number | null;
  /** Null when no changes of this kind were found that do it. */
  changes: readonly FlipChange[] | null;
  /** Claims switched off, or votes turned. */
  size: number;
  /** Proven: nothing smaller does it; without changes, nothing does. */
  isExact: boolean;
  /** Tried: with any one of the changes left out the motion stays where it is. */
  isMinimal: boolean;
}

export interface Tally {
  agree: number;
  disagree: number;
}

/** How far beyond the middle a motion must come; more than computation in circles can be off. */
const CROSSED = 1e-6;

/** Steps of computation that one search may take: a few tenths of a second at the most. */
export const FLIP_BUDGET = 8_000_000;
/** Candidates are ranked by trying each one only while that takes no more than this share of it. */
const RANKING_SHARE = 0.2;

/** One way in which something may be changed, in whole units. */
interface Item {
  claim: number;
  most: number;
  trial: (count: number) => { off: boolean; agrees: number };
  change: (count: number) => FlipChange;
}

/** Claims that bear on the target, nearest first; within a distance those with the greater force. */
function nearestFirst({ graph, solution }: EvaluatedGraph, target: number): number[] {
  const distance = new Map([[target, 0]]);
  const force = new Map<number, number>();
  for (const [claim, steps] of distance) {
    for (
      let link = graph.linkStart[claim] as number;
      link < (graph.linkStart[claim + 1] as number);
      link += 1
    ) {
      for (let p = graph.premiseStart[link] as number; p < (graph.premiseStart[link + 1] as number); p += 1) {
        const premise = graph.premises[p] as number;
        // The map grows while it is walked, one distance after the other.
        if (!distance.has(premise)) distance.set(premise, steps + 1);
        const own = (solution.effective[link] as number) * (solution.strengths[premise] as number);
        force.set(premise, Math.max(force.get(premise) ?? 0, own));
      }
    }
  }
  distance.delete(target);
  return [...distance]
    .sort(([a, near], [b, far]) => near - far || (force.get(b) ?? 0) - (force.get(a) ?? 0) || a - b)
    .map(([claim]) => claim);
}

/** Which way a claim's strength would have to go to help, given how it bears on the motion. */
function helpful(bearing: number, toward: 'above' | 'below'): { lower: boolean; raise: boolean } {
  const bearsFor = (bearing & BEARS_FOR) !== 0;
  const bearsAgainst = (bearing & BEARS_AGAINST) !== 0;
  return toward === 'below'
    ? { lower: bearsFor, raise: bearsAgainst }
    : { lower: bearsAgainst, raise: bearsFor };
}

const switches = (claimIds: readonly string[], claim: number): Item => ({
  claim,
  most: 1,
  trial: () => ({ off: true, agrees: 0 }),
  change: () => ({ kind: 'claim-off', claimId: claimIds[claim] as string }),
});

const turns = (claimIds: readonly string[], claim: number, to: 'agree' | 'disagree', most: number): Item => ({
  claim,
  most,
  trial: (count) => ({ off: false, agrees: to === 'agree' ? count : -count }),
  change: (count) => ({ kind: 'votes-turned', claimId: claimIds[claim] as string, to, count }),
});

/** The trial that a choice of items makes together. */
function trialOf(
  items: readonly Item[],
  choice: readonly Unit[],
  tallies: ReadonlyMap<number, Tally>,
): Trial {
  const off: number[] = [];
  const moved = new Map<number, number>();
  for (const { item, count } of choice) {
    const { claim, trial } = items[item] as Item;
    const { off: isOff, agrees } = trial(count);
    if (isOff) off.push(claim);
    else moved.set(claim, (moved.get(claim) ?? 0) + agrees);
  }
  const bases = [...moved].map(([claim, agrees]): [number, number] => {
    const { agree, disagree } = tallies.get(claim) ?? { agree: 0, disagree: 0 };
    return [claim, baseScore({ agree: agree + agrees, disagree: disagree - agrees })];
  });
  return { off, bases };
}

/** Items in the order of what each one does by itself, while trying that is cheap; otherwise as they come. */
function ranked(items: readonly Item[], reach: (item: Item) => number, probe: Probe): Item[] {
  const found: [item: Item, reached: number][] = [];
  for (const item of items) {
    if (probe.work() > RANKING_SHARE * FLIP_BUDGET) break;
    found.push([item, reach(item)]);
  }
  const rest = items.slice(found.length);
  return [...found.sort(([, a], [, b]) => b - a).map(([item]) => item), ...rest];
}

interface Search {
  evaluated: EvaluatedGraph;
  motion: number;
  tallies: ReadonlyMap<number, Tally>;
}

function flipSet(
  { evaluated, motion, tallies }: Search,
  itemsOf: (claim: number, help: { lower: boolean; raise: boolean }) => Item[],
): FlipSet {
  const { graph } = evaluated;
  const probe = probeOf(evaluated, motion);
  const toward = probe.present > MIDDLE ? 'below' : 'above';
  const reachOf = (trial: Trial): number => {
    const strength = probe.strengthAfter(trial);
    return (toward === 'below' ? MIDDLE - strength : strength - MIDDLE) - CROSSED;
  };
  const bearing = bearingOn(graph, motion);
  const candidates = nearestFirst(evaluated, motion).flatMap((claim) =>
    itemsOf(claim, helpful(bearing[claim] as number, toward)),
  );
  const items = ranked(
    candidates,
    (item) => reachOf(trialOf([item], [{ item: 0, count: item.most }], tallies)),
    probe,
  );
  const { choice, isExact, isMinimal } = searchSmallest({
    most: items.map(({ most }) => most),
    reach: (units) => reachOf(trialOf(items, units, tallies)),
    isMonotone: candidates.every(({ claim }) => bearing[claim] !== (BEARS_FOR | BEARS_AGAINST)),
    spent: probe.work,
    budget: FLIP_BUDGET,
  });
  return {
    toward,
    strength: probe.present,
    after: choice && probe.strengthAfter(trialOf(items, choice, tallies)),
    changes: choice?.map(({ item, count }) => (items[item] as Item).change(count)) ?? null,
    size: choice?.reduce((sum, { count }) => sum + count, 0) ?? 0,
    // What bears one way only was taken to move the motion that way only: so it is in circles that settle by themselves.
    isExact: isExact && probe.isUndamped(),
    isMinimal,
  };
}

const motionOf = (graph: CompiledGraph, motionId: string): number => {
  const motion = graph.indexOf.get(motionId);
  if (motion === undefined) throw new Error(`The argument graph has no motion "${motionId}".`);
  return motion;
};

/**
 * The fewest claims that, switched off, take the motion across the middle.
 * @param allowed claims that may be switched off, e.g. those of one side; all but the motion when left out
 */
export function fewestClaims(
  evaluated: EvaluatedGraph,
  motionId: string,
  allowed?: ReadonlySet<string>,
): FlipSet {
  const { graph } = evaluated;
  const motion = motionOf(graph, motionId);
  return flipSet({ evaluated, motion, tallies: new Map() }, (claim, { lower }) =>
    lower && (allowed?.has(graph.claimIds[claim] as string) ?? true) ? [switches(graph.claimIds, claim)] : [],
  );
}

/**
 * The fewest votes that, turned from agree to disagree or back, take the motion across the middle. The base scores of
 * the claims must come from these tallies.
 * @param tallies votes by claim; only claims in it can change
 */
export function fewestVotes(
  evaluated: EvaluatedGraph,
  motionId: string,
  tallies: ReadonlyMap<string, Tally>,
): FlipSet {
  const { graph } = evaluated;
  const { claimIds } = graph;
  const byClaim = new Map<number, Tally>();
  for (const [id, tally] of tallies) {
    const claim = graph.indexOf.get(id);
    if (claim !== undefined) byClaim.set(claim, tally);
  }
  const motion = motionOf(graph, motionId);
  return flipSet({ evaluated, motion, tallies: byClaim }, (claim, { lower, raise }) => {
    const { agree, disagree } = byClaim.get(claim) ?? { agree: 0, disagree: 0 };
    return [
      ...(lower && agree > 0 ? [turns(claimIds, claim, 'disagree', agree)] : []),
      ...(raise && disagree > 0 ? [turns(claimIds, claim, 'agree', disagree)] : []),
    ];
  });
}
