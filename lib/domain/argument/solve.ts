import type { CompiledGraph } from './compiled-graph';
import { aggregateOf, influence, type Lens, steepest } from './lens';
import { ATTACKS } from './link-kind';

/** Damped iteration ends when no claim is further than this from what its reasons make of it. */
export const TOLERANCE = 1e-9;
export const MOST_ITERATIONS = 2000;
/** This near to rest, whole steps are tried. */
const NEAR = 1e-3;
/** Shares of the way to the new value that a step takes; the next is tried when one does not settle. */
export const STEPS = [0.5, 0.25, 0.125] as const;
/** How far the fallback stays within the bound under which a circle must settle. */
const SAFETY = 1.01;
// Within that bound an undamped step shrinks the distance by 1.01 at least: from 1 to 1e-9 in fewer than this.
const MOST_SAFE_ITERATIONS = 2100;

/** What to compute with instead of the graph's own numbers. Arrays are read, never changed. */
export interface SolveOptions {
  /** Base score of each claim. */
  base?: Float64Array;
  /** Weight of each link; 0 takes the link away. */
  weight?: Float64Array;
  /** 1 for each claim that is switched off: its strength is 0 and no reason with it counts. */
  off?: Uint8Array;
}

/** The work space of a computation; `solvePart` fills the strengths of one part after the other. */
export interface Workspace {
  graph: CompiledGraph;
  lens: Lens;
  base: Float64Array;
  /** Weight of each link, negative for attacks: a force comes with the sign with which it counts. */
  weight: Float64Array;
  off: Uint8Array | null;
  strengths: Float64Array;
  /** The same after undercuts. */
  effective: Float64Array;
  /** New values of one step. */
  step: Float64Array;
}

export interface PartOutcome {
  converged: boolean;
  iterations: number;
  isDamped: boolean;
}

export interface Solution {
  /** Strength of each claim, 0..1. */
  strengths: Float64Array;
  /** Weight of each link after its undercuts, 0..1. */
  effective: Float64Array;
  converged: boolean;
  /** Most passes that any part needed; 1 when nothing depends on itself. */
  iterations: number;
  /** Claims in circles that settle only with their feedback damped; see `conservativeness`. */
  damped: number[];
}

export function workspaceOf(graph: CompiledGraph, lens: Lens, options: SolveOptions = {}): Workspace {
  const weight = (options.weight ?? graph.weight).slice();
  for (let link = 0; link < weight.length; link += 1) {
    if (graph.kind[link] === ATTACKS) weight[link] = -(weight[link] as number);
  }
  return {
    graph,
    lens,
    base: options.base ?? graph.base,
    weight,
    off: options.off ?? null,
    strengths: new Float64Array(graph.claimIds.length),
    // Where no undercut meets a claim's links, a pass takes these as they are.
    effective: weight.slice(),
    step: new Float64Array(graph.claimIds.length),
  };
}

/** Gives a link of the work space another weight, 0..1. */
export function setWeight({ graph, weight, effective }: Workspace, link: number, value: number): void {
  weight[link] = graph.kind[link] === ATTACKS ? -value : value;
  effective[link] = weight[link] as number;
}

/** Strength of a link's weakest premise. */
function weakest(strengths: Float64Array, { premises, premiseStart }: CompiledGraph, link: number): number {
  const end = premiseStart[link + 1] as number;
  let at = premiseStart[link] as number;
  let least = strengths[premises[at] as number] as number;
  for (at += 1; at < end; at += 1) {
    const strength = strengths[premises[at] as number] as number;
    if (strength < least) least = strength;
  }
  return least;
}

/**
 * One pass over the claims partClaims[start..end): puts into `step` what its reasons make of each, and gives how far the
 * farthest is from its present strength. A claim becomes influence(base, energy / damping). Undercuts gate what they
 * meet, deepest first: effective(r) = weight(r) * product over its undercuts u of (1 - effective(u) * strength(u)).
 * Linked premises are as strong as the weakest.
 */
function sweep(space: Workspace, start: number, end: number, damping: number): number {
  const { graph, lens, base, weight, off, strengths, effective, step } = space;
  const { partClaims, linkStart, directStart, supportStart, target, premises, hasGroups } = graph;
  const isSum = aggregateOf(lens) === 'sum';
  const relief = 1 / damping;
  let largest = 0;
  for (let place = start; place < end; place += 1) {
    const claim = partClaims[place] as number;
    const first = linkStart[claim] as number;
    const direct = directStart[claim] as number;
    const support = supportStart[claim] as number;
    const last = linkStart[claim + 1] as number;
    if (first < direct) {
      for (let link = first; link < last; link += 1) effective[link] = weight[link] as number;
      for (let link = first; link < direct; link += 1) {
        const met = target[link] as number;
        const force = (effective[link] as number) * weakest(strengths, graph, link);
        effective[met] = (effective[met] as number) * (1 - force);
      }
    }
    let sum = 0;
    let doubtAgainst = 1;
    let doubtFor = 1;
    for (let link = direct; link < last; link += 1) {
      const strength = hasGroups
        ? weakest(strengths, graph, link)
        : (strengths[premises[link] as number] as number);
      const force = (effective[link] as number) * strength;
      if (isSum) sum += force;
      else if (link < support) doubtAgainst *= 1 + force;
      else doubtFor *= 1 - force;
    }
    const energy = (isSum ? sum : doubtAgainst - doubtFor) * relief;
    const value = off !== null && off[claim] === 1 ? 0 : influence(lens, base[claim] as number, energy);
    const move = Math.abs(value - (strengths[claim] as number));
    if (move > largest) largest = move;
    step[claim] = value;
  }
  return largest;
}

/**
 * Steps from the base scores towards the new values until nothing moves; null when the cap comes first. Near the end,
 * whole steps are taken as long as they bring everything nearer quicker than shares did: the same end in fewer passes.
 */
function iterate(
  space: Workspace,
  start: number,
  end: number,
  share: number,
  damping: number,
  most: number,
): number | null {
  const { base, off, strengths, step, graph } = space;
  const { partClaims } = graph;
  for (let at = start; at < end; at += 1) {
    const claim = partClaims[at] as number;
    strengths[claim] = off !== null && off[claim] === 1 ? 0 : (base[claim] as number);
  }
  let taken = share;
  let before = Number.POSITIVE_INFINITY;
  // How much a step by shares brought things nearer, before whole steps were tried; 0 when they are not to be tried again.
  let shrink = Number.POSITIVE_INFINITY;
  for (let count = 1; count <= most; count += 1) {
    const largest = sweep(space, start, end, damping);
    if (taken === 1 && largest >= shrink * before) {
      taken = share;
      shrink = 0;
    } else if (taken < 1 && shrink > 0 && largest < NEAR) {
      shrink = largest / before;
      taken = 1;
    }
    before = largest;
    for (let at = start; at < end; at += 1) {
      const claim = partClaims[at] as number;
      const present = strengths[claim] as number;
      strengths[claim] = present + taken * ((step[claim] as number) - present);
    }
    if (largest < TOLERANCE) return count;
  }
  return null;
}

/**
 * The number K that the aggregates of a part are divided by when nothing else settles it: 1.01 times the largest of
 * slope * W over its claims, at least 1.01. W is the total weight with which the part bears on the claim; an undercut
 * weighs as much as it, times all that it leads through. Divided by K, a step is a contraction: one answer, reached from anywhere.
 */
export function conservativeness(space: Workspace, part: number): number {
  const { graph, lens, base, weight } = space;
  const { partStart, partClaims, partOf, linkStart, target, premiseStart, premises } = graph;
  let largest = 1;
  for (let at = partStart[part] as number; at < (partStart[part + 1] as number); at += 1) {
    const claim = partClaims[at] as number;
    let total = 0;
    for (let link = linkStart[claim] as number; link < (linkStart[claim + 1] as number); link += 1) {
      let isInside = false;
      for (let p = premiseStart[link] as number; p < (premiseStart[link + 1] as number); p += 1) {
        if (partOf[premises[p] as number] === part) isInside = true;
      }
      if (!isInside) continue;
      let share = 1;
      for (let way = link; way >= 0; way = target[way] as number) share *= Math.abs(weight[way] as number);
      total += share;
    }
    largest = Math.max(largest, steepest(lens, base[claim] as number) * total);
  }
  return SAFETY * largest;
}

/** Computes one part, all parts that it depends on being done. */
export function solvePart(space: Workspace, part: number): PartOutcome {
  const { graph } = space;
  const start = graph.partStart[part] as number;
  const end = graph.partStart[part + 1] as number;
  if (graph.isCyclic[part] === 0) {
    const claim = graph.partClaims[start] as number;
    sweep(space, start, end, 1);
    space.strengths[claim] = space.step[claim] as number;
    return { converged: true, iterations: 1, isDamped: false };
  }
  let spent = 0;
  for (const share of STEPS) {
    const count = iterate(space, start, end, share, 1, MOST_ITERATIONS);
    if (count !== null) return { converged: true, iterations: spent + count, isDamped: false };
    spent += MOST_ITERATIONS;
  }
  const damping = conservativeness(space, part);
  const count = iterate(space, start, end, 1, damping, MOST_SAFE_ITERATIONS);
  return {
    converged: count !== null,
    iterations: spent + (count ?? MOST_SAFE_ITERATIONS),
    isDamped: true,
  };
}

/** What a claim's reasons make of it, all other strengths being as they are in the work space. */
export function revalued(space: Workspace, claim: number): number {
  const { partOf, partStart, partClaims } = space.graph;
  let place = partStart[partOf[claim] as number] as number;
  while (partClaims[place] !== claim) place += 1;
  sweep(space, place, place + 1, 1);
  return space.step[claim] as number;
}

/** Strength of every claim: exact where nothing depends on itself, damped iteration in circles. Deterministic. */
export function solve(graph: CompiledGraph, lens: Lens, options: SolveOptions = {}): Solution {
  const space = workspaceOf(graph, lens, options);
  const damped: number[] = [];
  let converged = true;
  let iterations = graph.claimIds.length === 0 ? 0 : 1;
  for (let part = 0; part < graph.isCyclic.length; part += 1) {
    const outcome = solvePart(space, part);
    if (!outcome.converged) converged = false;
    if (outcome.iterations > iterations) iterations = outcome.iterations;
    if (outcome.isDamped) {
      damped.push(...graph.partClaims.subarray(graph.partStart[part], graph.partStart[part + 1]));
    }
  }
  const { effective } = space;
  for (let link = 0; link < effective.length; link += 1)
    effective[link] = Math.abs(effective[link] as number);
  return { strengths: space.strengths, effective, converged, iterations, damped };
}
