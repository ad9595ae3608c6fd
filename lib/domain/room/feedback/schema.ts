import { z } from 'zod';
import { line, prose, uuid } from '../../text/input';
import { LIMITS } from '../../text/limits';
import { MOST_POINTS, rubricInput } from './rubric';

/** Bodies of the routes of feedback. */

export const giveFeedbackInput = z.strictObject({
  participantId: uuid,
  /** The claim or note that it is about; null for the work as a whole. */
  contributionId: uuid.nullable(),
  words: prose(LIMITS.feedback),
  grade: line(LIMITS.grade).nullable(),
  points: z.record(z.string().max(24), z.number().min(0).max(MOST_POINTS)),
  /** What the writer saw; 0 for the first words on it. */
  revision: z.int().min(0).max(1_000_000),
});
export type GiveFeedback = z.infer<typeof giveFeedbackInput>;

/** Which feedback to release; all that is held unless it is named. */
export const releaseFeedbackInput = z.strictObject({
  feedbackIds: z.array(uuid).min(1).max(1000).nullable(),
});
export type ReleaseFeedback = z.infer<typeof releaseFeedbackInput>;

export const setRubricInput = z.strictObject({ rubric: rubricInput });
export type SetRubric = z.infer<typeof setRubricInput>;
