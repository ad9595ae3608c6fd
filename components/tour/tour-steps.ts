import type { SideRole } from '@/lib/domain/debate/view';
import type { TourPlace, TourView } from '@/lib/domain/tour/view';

/** A step as it is written: perhaps without a place or words yet. */
export interface StepDraft {
  /** Stays with the step while it moves. */
  key: string;
  claimId: string | null;
  words: string;
}

export const draftsOf = ({ steps }: TourView): StepDraft[] =>
  steps.map(({ id, claimId, words }) => ({ key: id, claimId, words }));

/** The step moved to another place; at either end it stays. */
export function moveStep(steps: readonly StepDraft[], from: number, to: number): StepDraft[] {
  const moved = [...steps];
  if (to < 0 || to >= steps.length) return moved;
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}

export const isSameTour = (a: readonly StepDraft[], b: readonly StepDraft[]): boolean =>
  a.length === b.length &&
  a.every(({ claimId, words }, index) => claimId === b[index]?.claimId && words === b[index]?.words);

/** How many steps stand at claims of each side; motions and claims of no side count as `n`. */
export function stepsBySide(
  steps: readonly StepDraft[],
  places: ReadonlyMap<string, TourPlace>,
): Record<SideRole, number> {
  const count = { a: 0, b: 0, n: 0 };
  for (const { claimId } of steps) {
    const place = claimId === null ? undefined : places.get(claimId);
    if (place) count[place.side] += 1;
  }
  return count;
}
