import { z } from 'zod';
import { line, offset, prose, uuid } from '../text/input';
import { LIMITS } from '../text/limits';
import { webAddress } from './article';

/** Bodies of the routes that write sources and their versions. */

const about = {
  title: line(LIMITS.sourceTitle),
  /** Who wrote it, where and when it appeared, as the person says it. */
  attribution: line(LIMITS.sourceAttribution).nullable().optional(),
  url: webAddress.nullable().optional(),
  /** BCP 47; the debate's language when it is left out. */
  language: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)
    .optional(),
};

/** Paragraphs are parted by blank lines; where there is none, each line is one. */
const text = prose(LIMITS.sourceText);

export const addSourceInput = z.strictObject({ ...about, text });

/** Key of a passage of the version before, for each paragraph of the new one in order; null for a new paragraph. */
const passageKeys = z.array(z.string().min(1).max(80).nullable()).max(3000);

export const addVersionInput = z.strictObject({
  /** The newest version that the person had before them. */
  baseNumber: z.int().min(1),
  text,
  /** What is different, for the history. */
  note: line(LIMITS.versionNote).nullable().optional(),
  /** The original of which the versions so far are a digest: citations follow the paragraphs, not the words. */
  isOriginal: z.boolean().optional(),
  /** What the source is called from now on; as before where left out. Null takes an attribution or an address away. */
  title: about.title.optional(),
  attribution: about.attribution,
  url: about.url,
  /** A hand correction of which paragraph follows which; found by likeness when left out. */
  passageKeys: passageKeys.optional(),
});

/** What would become of what is tied to the text, before it is saved. The same body as saving. */
export const previewVersionInput = addVersionInput;

/** About a place found in a new version: it is right, it is there, or it is gone. */
export const decideAnchorInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('confirmed') }),
  z.strictObject({
    decision: z.literal('moved'),
    sourceVersionId: uuid,
    start: offset,
    end: offset,
    exact: z.string().min(1).max(20_000),
  }),
  z.strictObject({ decision: z.literal('lost') }),
]);

export type AddSource = z.infer<typeof addSourceInput>;
export type AddVersion = z.infer<typeof addVersionInput>;
export type DecideAnchor = z.infer<typeof decideAnchorInput>;
