import { z } from 'zod';
import { line } from '../../text/input';

/** What contributions are graded by: criteria with points, decided by those who teach. */

export const MOST_CRITERIA = 10;
export const MOST_POINTS = 100;

const criterion = z.strictObject({
  /** Names the criterion in what was given; it stays when its words change. */
  key: z.string().regex(/^[a-z0-9-]{1,24}$/),
  name: line(60),
  mostPoints: z.int().min(1).max(MOST_POINTS),
});

export type Criterion = z.infer<typeof criterion>;

export const rubricInput = z
  .array(criterion)
  .max(MOST_CRITERIA)
  .refine((criteria) => new Set(criteria.map(({ key }) => key)).size === criteria.length);

/** A rubric as it is kept; one that cannot be read asks for nothing. */
export function readRubric(kept: unknown): Criterion[] {
  const read = rubricInput.safeParse(kept);
  return read.success ? read.data : [];
}

/** Points by key of a criterion. */
export type Points = Readonly<Record<string, number>>;

/** Points as they are kept: those that are numbers. */
export const readPoints = (kept: unknown): Points => {
  const read = z.record(z.string(), z.number()).safeParse(kept);
  return read.success ? read.data : {};
};

/** Points that fit a rubric: of its criteria, none above its most. */
export const fitsRubric = (points: Points, rubric: readonly Criterion[]): boolean =>
  Object.entries(points).every(([key, given]) => {
    const most = rubric.find((one) => one.key === key)?.mostPoints;
    return most !== undefined && given >= 0 && given <= most;
  });

/** Points given and points to be had, of the criteria that have been given points. */
export function totalOf(points: Points, rubric: readonly Criterion[]): { given: number; most: number } {
  const rated = rubric.filter(({ key }) => points[key] !== undefined);
  return {
    given: rated.reduce((sum, { key }) => sum + (points[key] ?? 0), 0),
    most: rated.reduce((sum, { mostPoints }) => sum + mostPoints, 0),
  };
}
