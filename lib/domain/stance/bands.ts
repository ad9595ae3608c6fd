import type { StanceSummary } from '../debate/view';
import { FEWEST_FOR_DISTRIBUTION } from '../room/visibility';

export const BAND_COUNT = 7;

const BAND_WIDTH = 200 / BAND_COUNT;

/**
 * The band of a stance, 0 (wholly for, start of the page) to 6 (wholly against). Seven bands of equal width over
 * 100..-100, counted from the middle outward so that for and against are cut alike; 3 is "in between" (-14..14).
 */
export function bandOf(value: number): number {
  const stepsOut = Math.max(0, Math.ceil((Math.abs(value) - BAND_WIDTH / 2) / BAND_WIDTH));
  return 3 - Math.sign(value) * stepsOut;
}

/** Counts of a room's current stances; the bands are null while fewer than five people have answered. */
export function summarizeStances(answers: readonly { value: number | null }[]): StanceSummary {
  const placed = answers.flatMap(({ value }) => (value === null ? [] : [value]));
  const bands = Array<number>(BAND_COUNT).fill(0);
  for (const value of placed) {
    const band = bandOf(value);
    bands[band] = (bands[band] ?? 0) + 1;
  }
  return {
    count: answers.length,
    unsure: answers.length - placed.length,
    bands: answers.length < FEWEST_FOR_DISTRIBUTION ? null : bands,
  };
}
