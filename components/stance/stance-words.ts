/** How a stance is said: never with a sign. -100..100 in; side for the motion is positive. */
export type StanceDirection = 'for' | 'against' | 'between';

export function stanceWords(value: number): { direction: StanceDirection; points: number } {
  if (value === 0) return { direction: 'between', points: 0 };
  return { direction: value > 0 ? 'for' : 'against', points: Math.abs(value) };
}

/** Stances are placed in steps of ten. */
export const STANCE_STEP = 10;

export const clampStance = (value: number): number =>
  Math.max(-100, Math.min(100, Math.round(value / STANCE_STEP) * STANCE_STEP));
