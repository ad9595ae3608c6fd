import { compileGraph } from './compiled-graph';
import type { ArgumentGraph } from './graph';
import type { Label } from './labels';
import { LENSES, type Lens } from './lens';
import { solve } from './solve';

/** The middle of the scale: above it a claim rather holds, below it rather not. */
export const MIDDLE = 0.5;
/** How far beyond the middle a strength must be before it counts as being on a side. */
export const MARGIN = 0.05;

/** -1 below the middle, 1 above it, 0 within the margin. */
export const sideOfMiddle = (strength: number, margin = MARGIN): -1 | 0 | 1 =>
  strength > MIDDLE + margin ? 1 : strength < MIDDLE - margin ? -1 : 0;

export interface LensComparison {
  strengths: Readonly<Record<Lens, number>>;
  /** One lens puts the claim above the middle, another below it, both beyond the margin. */
  isDisputed: boolean;
}

/**
 * Every claim through all four lenses.
 * @param margin distance from the middle, 0..0.5
 * @throws when the graph is not sound; see `checkGraph`
 */
export function compareLenses(graph: ArgumentGraph, margin = MARGIN): ReadonlyMap<string, LensComparison> {
  const compiled = compileGraph(graph);
  const solutions = LENSES.map((lens) => [lens, solve(compiled, lens).strengths] as const);
  return new Map(
    compiled.claimIds.map((id, index) => {
      const strengths = Object.fromEntries(
        solutions.map(([lens, values]) => [lens, values[index] as number]),
      ) as Record<Lens, number>;
      const sides = LENSES.map((lens) => sideOfMiddle(strengths[lens], margin));
      return [id, { strengths, isDisputed: sides.includes(1) && sides.includes(-1) }];
    }),
  );
}

/** A claim of which the labelling without votes and the strength with them say different things. */
export interface LabelDispute {
  claimId: string;
  label: Label;
  strength: number;
  kind: 'undefeated-but-weak' | 'defeated-but-strong';
}

/** Undefeated claims that are weak, and defeated ones that are strong, the farthest from the middle first. */
export function labelDisputes(
  labels: ReadonlyMap<string, Label>,
  strengths: ReadonlyMap<string, number>,
  margin = MARGIN,
): LabelDispute[] {
  const disputes: LabelDispute[] = [];
  for (const [claimId, label] of labels) {
    const strength = strengths.get(claimId);
    if (strength === undefined) continue;
    const side = sideOfMiddle(strength, margin);
    if (label === 'in' && side < 0) disputes.push({ claimId, label, strength, kind: 'undefeated-but-weak' });
    if (label === 'out' && side > 0) disputes.push({ claimId, label, strength, kind: 'defeated-but-strong' });
  }
  return disputes.sort((a, b) => Math.abs(b.strength - MIDDLE) - Math.abs(a.strength - MIDDLE));
}
