import { z } from 'zod';
import { line } from '../../text/input';
import { LIMITS } from '../../text/limits';
import { REPORT_FILES } from './export';

/** What reports are asked for with. */

const motion = z.string().max(40);

export const reportQuery = z.strictObject({ motion: motion.optional() });
export const reportExportQuery = z.strictObject({ file: z.enum(REPORT_FILES), motion: motion.optional() });

/** Why names are taken out of a room; kept in its log. */
export const askForNamesInput = z.strictObject({ reason: line(LIMITS.reviewReason) });
export const namesLinkQuery = z.strictObject({
  until: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  signature: z.string().max(100),
});
