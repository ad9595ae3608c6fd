import { type CompiledGraph, compileGraph } from './compiled-graph';
import { completeLabellings } from './complete-labellings';
import type { ArgumentGraph } from './graph';
import { groundedLabelling, IN, type Label, labelName, OUT } from './labels';
import { type UndecidedPart, undecidedParts } from './undecided-parts';

/** The positions that can be held in a part of the map that the grounded labelling leaves undecided. */
export interface OpenPart {
  claimIds: readonly string[];
  /** Every preferred labelling: as much decided as can be without contradiction. Null when the part is too large. */
  positions: readonly ReadonlyMap<string, Label>[] | null;
  /**
   * Claims that are in whichever position one takes (sceptical), and in at least one (credulous). Empty when the
   * positions are not known.
   */
  inAll: readonly string[];
  inSome: readonly string[];
}

/** Positions can double with every claim: beyond this many a part is left as it is. */
export const MOST_UNDECIDED = 20;
const MOST_STEPS = 100_000;
const MOST_POSITIONS = 2_000;

interface Position {
  labels: Uint8Array;
  inBits: number;
  outBits: number;
}

const bitsOf = (labels: Uint8Array, label: number): number =>
  labels.reduce((bits, own, index) => (own === label ? bits | (1 << index) : bits), 0);

const holds = (more: Position, less: Position): boolean =>
  (less.inBits & ~more.inBits) === 0 && (less.outBits & ~more.outBits) === 0;

/** The complete labellings that no other one extends; null when they are too many to find. */
function preferredOf(part: UndecidedPart): Uint8Array[] | null {
  if (part.claims.length > MOST_UNDECIDED) return null;
  let found: Position[] = [];
  const all = completeLabellings(part, MOST_STEPS);
  let next = all.next();
  for (; !next.done; next = all.next()) {
    const labels = next.value;
    const position = { labels, inBits: bitsOf(labels, IN), outBits: bitsOf(labels, OUT) };
    if (found.some((other) => holds(other, position))) continue;
    found = [...found.filter((other) => !holds(position, other)), position];
    if (found.length > MOST_POSITIONS) return null;
  }
  return next.value ? found.map(({ labels }) => labels) : null;
}

/**
 * What is left open by the grounded labelling, part by part; parts do not bear on each other, so the positions of the
 * whole map are all combinations of theirs.
 * @throws when the graph is not sound; see `checkGraph`
 */
export function openParts(graph: ArgumentGraph): OpenPart[] {
  const compiled = compileGraph(graph);
  return undecidedParts(compiled, groundedLabelling(compiled)).map((part) => openPart(compiled, part));
}

function openPart(compiled: CompiledGraph, part: UndecidedPart): OpenPart {
  const ids = part.claims.map((claim) => compiled.claimIds[claim] as string);
  const preferred = preferredOf(part);
  const isIn = (labels: Uint8Array, node: number) => labels[node] === IN;
  return {
    claimIds: ids,
    positions:
      preferred?.map((labels) => new Map(ids.map((id, node) => [id, labelName(labels[node])]))) ?? null,
    inAll: ids.filter((_, node) => preferred?.every((labels) => isIn(labels, node))),
    inSome: ids.filter((_, node) => preferred?.some((labels) => isIn(labels, node))),
  };
}

/** In how many of the preferred labellings of its part a contested claim is in. */
export interface OpenStanding {
  stands: number;
  positions: number;
}

/**
 * How a claim that the grounded labelling leaves undecided stands in the positions of its part, other parts left alone.
 * @returns null for a claim that is decided, and for a part too large to list its positions
 * @throws when the graph is not sound; see `checkGraph`
 */
export function openStanding(graph: ArgumentGraph, claimId: string): OpenStanding | null {
  const compiled = compileGraph(graph);
  const index = compiled.claimIds.indexOf(claimId);
  const part = undecidedParts(compiled, groundedLabelling(compiled)).find(({ claims }) =>
    claims.includes(index),
  );
  const positions = part ? openPart(compiled, part).positions : null;
  if (positions === null) return null;
  return {
    stands: positions.filter((labels) => labels.get(claimId) === 'in').length,
    positions: positions.length,
  };
}
