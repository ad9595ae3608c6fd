import { z } from 'zod';
import { offset, prose, revision, uuid } from '../text/input';
import { LIMITS } from '../text/limits';

/** Bodies of the annotation routes. */

const kind = z.enum(['comment', 'question', 'evidence', 'concern']);
const visibility = z.enum(['private', 'room']);
const body = prose(LIMITS.annotationBody);

export const annotationTargetInput = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('passage'),
    sourceVersionId: uuid,
    start: offset,
    end: offset,
    exact: z.string().min(1).max(20_000),
  }),
  z.strictObject({ type: z.literal('claim'), claimId: uuid }),
  z.strictObject({ type: z.literal('relation'), relationId: uuid }),
  z.strictObject({ type: z.literal('annotation'), annotationId: uuid }),
]);

export const reviewMark = z.enum([
  'unsupported',
  'unclear',
  'duplicate',
  'off_topic',
  'several_claims',
  'not_a_claim',
  'needs_source',
  'one_sided',
]);

export const addAnnotationInput = z
  .strictObject({
    target: annotationTargetInput,
    kind,
    visibility,
    body,
    /** Asks for something to be done about a claim; for the room to see. */
    mark: reviewMark.nullable().optional(),
  })
  .refine(({ mark, target, visibility }) => !mark || (target.type === 'claim' && visibility === 'room'), {
    path: ['mark'],
  });

/** Whether what a mark asked for is done. */
export const resolveAnnotationInput = z.strictObject({ isResolved: z.boolean() });

export const editAnnotationInput = z.strictObject({ body, kind, visibility, revision });

/** Which notes of a room to list: exactly one filter. */
export const annotationFilter = z.union([
  z.strictObject({ claimId: uuid }),
  z.strictObject({ relationId: uuid }),
  z.strictObject({ sourceVersionId: uuid }),
]);

export type AnnotationTargetInput = z.infer<typeof annotationTargetInput>;
export type ResolveAnnotation = z.infer<typeof resolveAnnotationInput>;
export type AddAnnotation = z.infer<typeof addAnnotationInput>;
export type EditAnnotation = z.infer<typeof editAnnotationInput>;
