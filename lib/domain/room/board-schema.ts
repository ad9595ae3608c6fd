import { z } from 'zod';
import { uuid } from '../text/input';

/** Most people that one request names. */
const MOST_PEOPLE = 1000;

/** Who is nudged: these people, or all who have not done what the step asks for, without naming them. */
export const nudgeInput = z.union([
  z.strictObject({ participantIds: z.array(uuid).min(1).max(MOST_PEOPLE) }),
  z.strictObject({ everybodyWaiting: z.literal(true) }),
]);
export type NudgeInput = z.infer<typeof nudgeInput>;

/** Whose help is over: somebody else's, for those who keep the room; without a name one's own. */
export const helpedInput = z.strictObject({ participantId: uuid.optional() });
export type HelpedInput = z.infer<typeof helpedInput>;

export const spotlightInput = z.strictObject({ claimId: uuid.nullable() });
export type SpotlightInput = z.infer<typeof spotlightInput>;

export const lockInput = z.strictObject({ isLocked: z.boolean() });
export type LockInput = z.infer<typeof lockInput>;
