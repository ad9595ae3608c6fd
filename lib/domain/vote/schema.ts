import { z } from 'zod';
import { ROOM_VOICES } from '../room/plan';
import { revision, seq, uuid } from '../text/input';

/** The voice in which the person saw the room: an answer that arrives after the room went on is not counted in another. */
const voice = z.enum(ROOM_VOICES).optional();

/** Bodies of the vote and impact routes. `null` takes the answer back. */

export const castVoteInput = z.strictObject({
  choice: z.enum(['agree', 'disagree', 'pass']).nullable(),
  /** The wording that was voted on. */
  revision,
  seq,
  /** One id for one press of the button, whatever is sent again. */
  eventId: uuid,
  voice,
});

export const rateImpactInput = z.strictObject({
  weight: z.int().min(0).max(4).nullable(),
  /** The relation as the person saw it; one that was moved since is not what they rated. */
  revision: revision.optional(),
  seq,
  eventId: uuid,
  voice,
});

export type CastVote = z.infer<typeof castVoteInput>;
export type RateImpact = z.infer<typeof rateImpactInput>;
