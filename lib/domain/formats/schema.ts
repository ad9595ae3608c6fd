import { z } from 'zod';
import { FORMAT_NAMES } from './format-names';

/** Queries and bodies of the routes that read and write files of other tools. */

export const exportQuery = z.strictObject({
  format: z.enum(FORMAT_NAMES),
  /** Argdown for people instead of Argdown that keeps everything; other formats have one form. */
  pretty: z.enum(['true', 'false']).optional(),
});
