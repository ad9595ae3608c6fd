import { z } from 'zod';
import { prose, uuid } from '../text/input';
import { LIMITS } from '../text/limits';

/** Body of the tour route: all steps in their order; none takes the tour away. */

export const MOST_STEPS = 50;

export const writeTourInput = z.strictObject({
  steps: z.array(z.strictObject({ claimId: uuid, words: prose(LIMITS.tourWords) })).max(MOST_STEPS),
  /** The tour that the person changed; another one in the database is a conflict. 0 before the first. */
  revision: z.int().min(0).max(1_000_000),
});

export type WriteTour = z.infer<typeof writeTourInput>;
