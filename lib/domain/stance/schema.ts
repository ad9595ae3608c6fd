import { z } from 'zod';
import { prose, seq, uuid } from '../text/input';
import { LIMITS } from '../text/limits';

/** Body of the stance route. A value belongs to a placed stance and to no other. */
export const stateStanceInput = z
  .strictObject({
    answer: z.enum(['placed', 'unsure', 'withdrawn']),
    value: z.int().min(-100).max(100).nullable(),
    confidence: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
    reason: prose(LIMITS.stanceReason).nullable(),
    seq,
    eventId: uuid,
  })
  .refine((stance) => (stance.answer === 'placed') === (stance.value !== null), { path: ['value'] });

export type StateStance = z.infer<typeof stateStanceInput>;
