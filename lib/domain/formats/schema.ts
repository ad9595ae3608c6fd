import { z } from 'zod';
import { FORMAT_NAMES, READABLE_FORMATS } from './format-names';
import { DEFAULT_LIMITS } from './limits';

/** Queries and bodies of the routes that read and write files of other tools. */

export const exportQuery = z.strictObject({
  format: z.enum(FORMAT_NAMES),
  /** Argdown for people instead of Argdown that keeps everything; other formats have one form. */
  pretty: z.enum(['true', 'false']).optional(),
});

// Bytes are counted once the text is back to bytes; no text of so many bytes is longer than that in code units.
const fileText = z.string().max(DEFAULT_LIMITS.maxBytes);

/** A file of another tool, as text. */
export const readFileInput = z.strictObject({
  /** Helps to tell the format, and stands in for a title. */
  fileName: z.string().max(255),
  text: fileText,
  /** The second table of a CSV pair. */
  relations: fileText.optional(),
  /** Told from the content when left out. */
  from: z.enum(READABLE_FORMATS).optional(),
});

export type ReadFile = z.infer<typeof readFileInput>;
