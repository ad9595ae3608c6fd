import { z } from 'zod';

/** What an opinion map is asked for with. */

const motion = z.string().max(40);

export const opinionQuery = z.strictObject({ motion: motion.optional() });
/** Names the map that is meant. */
const version = z.string().max(400);

export const opinionLensQuery = z.strictObject({ claim: z.uuid(), version, motion: motion.optional() });
export const opinionTimelineQuery = z.strictObject({ version, motion: motion.optional() });
