import { z } from 'zod';
import { articleInput } from '../source/article';
import { line, prose, uuid } from '../text/input';
import { LIMITS } from '../text/limits';
import { MOST_MOTIONS, TEMPLATE_KEYS, TEMPLATES } from './templates';

/** Bodies of the routes that make, open and copy debates. */

/** BCP 47, as far as people write it: a language, perhaps a script and a region. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);

export const motionInput = z.strictObject({
  text: line(LIMITS.claimText),
  shortTitle: line(LIMITS.shortTitle).nullable().optional(),
});

/** Which motion to look at, by its code; the first one without it. */
export const debateQuery = z.strictObject({
  motion: z.string().max(12).optional(),
  /** Code of a claim that the answer must hold, however large the debate. */
  claim: z.string().max(40).optional(),
});

const sideInput = z.strictObject({ name: line(LIMITS.sideName) });

export const createDebateInput = z
  .strictObject({
    title: line(LIMITS.debateTitle),
    question: line(LIMITS.debateQuestion),
    summary: prose(LIMITS.debateSummary).nullable().optional(),
    language: languageTag,
    template: z.enum(TEMPLATE_KEYS),
    motions: z.array(motionInput).min(1).max(MOST_MOTIONS),
    /** The side for the motion, which stands at the start of the page, and the side against it. */
    sides: z.strictObject({ a: sideInput, b: sideInput }),
    /** The text that the debate rests on, for claims to be drawn out of its passages. */
    article: articleInput.nullable().optional(),
  })
  .refine(
    ({ template, motions }) => {
      const { least, most } = TEMPLATES[template].motions;
      return motions.length >= least && motions.length <= most;
    },
    { path: ['motions'] },
  );

export const setAccessInput = z.strictObject({ access: z.enum(['private', 'public']) });

/**
 * What a copy keeps: the frame alone (question, sides, motions, sources), with the claims that came with the debate or
 * from its maintainers, or with every published claim. Votes, stances and people's notes are never copied.
 */
export const copyDebateInput = z.strictObject({
  title: line(LIMITS.debateTitle),
  keep: z.enum(['frame', 'editors', 'all']),
});

/** Which part of a large map: what stands under a claim (without it: under the motion), or what is around a claim. */
export const pageQuery = z
  .strictObject({
    motion: z.string().max(12).optional(),
    under: uuid.optional(),
    /** The last claim of the page before. */
    after: uuid.optional(),
    /** Id or code. */
    claim: z.string().min(1).max(40).optional(),
  })
  .refine(({ claim, under, after }) => claim === undefined || (under === undefined && after === undefined), {
    path: ['claim'],
  });
export const mapQuery = z.strictObject({ motion: z.string().max(12).optional() });

export type PageQuery = z.infer<typeof pageQuery>;
export type MapQuery = z.infer<typeof mapQuery>;
export type MotionInput = z.infer<typeof motionInput>;
export type CreateDebate = z.infer<typeof createDebateInput>;
export type SetAccess = z.infer<typeof setAccessInput>;
export type CopyDebate = z.infer<typeof copyDebateInput>;
