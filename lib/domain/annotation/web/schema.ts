import { z } from 'zod';
import { DEFAULT_LIMITS } from '../../formats/limits';
import { uuid } from '../../text/input';
import { EXPORT_FORMATS } from './exported-note';

/** Queries and bodies of the routes that take notes out and bring them in. */

export const exportNotesQuery = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  /** Only the asker's own, private ones among them. */
  mine: z.enum(['true', 'false']).optional(),
});

/** Which page of the container, from 0, and whether it names its annotations (1) or holds them (0). */
export const containerQuery = z.strictObject({
  page: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  iris: z.enum(['0', '1']).optional(),
});

/** A file of W3C Web Annotations, to become notes of the person who sends it. */
export const importNotesInput = z.strictObject({
  // Bytes are counted once the text is back to bytes; no text of so many bytes is longer than that in code units.
  text: z.string().max(DEFAULT_LIMITS.maxBytes),
  /** The text in which passages are looked for, unless they name another text of this debate. */
  sourceVersionId: uuid,
  visibility: z.enum(['private', 'room']),
});

export type ContainerQuery = z.infer<typeof containerQuery>;
export type ImportNotes = z.infer<typeof importNotesInput>;
