import { z } from 'zod';
import { uuid } from '../text/input';

/** Most paragraphs that one report names. */
export const MOST_READ_AT_ONCE = 200;

/** Paragraphs of one text that a person has had before their eyes for long enough. */
export const passagesReadInput = z.strictObject({
  sourceVersionId: uuid,
  /** Keys of paragraphs, e.g. `p9`. */
  keys: z.array(z.string().min(1).max(80)).min(1).max(MOST_READ_AT_ONCE),
});

export type PassagesRead = z.infer<typeof passagesReadInput>;
