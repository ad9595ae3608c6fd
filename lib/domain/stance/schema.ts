import { z } from 'zod';
import { prose, seq, uuid } from '../text/input';
import { LIMITS } from '../text/limits';

/** Most claims that a person can name as what moved them. */
export const MOST_MOVED_BY = 3;

/** Body of the stance route. A value belongs to a placed stance and to no other. */
export const stateStanceInput = z
  .strictObject({
    answer: z.enum(['placed', 'unsure', 'withdrawn']),
    value: z.int().min(-100).max(100).nullable(),
    confidence: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
    reason: prose(LIMITS.stanceReason).nullable(),
    /** The round that the person was asked about: refused when it is another one by now. */
    round: z.union([z.literal(1), z.literal(2)]).optional(),
    /** Ids of the claims that moved the person, the most important first; of a second stance alone. Left out: as named before. */
    movedBy: z
      .array(uuid)
      .max(MOST_MOVED_BY)
      .refine((ids) => new Set(ids).size === ids.length)
      .optional(),
    seq,
    eventId: uuid,
  })
  .refine((stance) => (stance.answer === 'placed') === (stance.value !== null), { path: ['value'] });

export type StateStance = z.infer<typeof stateStanceInput>;
