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

export const addAnnotationInput = z.strictObject({ target: annotationTargetInput, kind, visibility, body });

export const editAnnotationInput = z.strictObject({ body, kind, visibility, revision });

/** Which notes of a room to list: exactly one filter. */
export const annotationFilter = z.union([
  z.strictObject({ claimId: uuid }),
  z.strictObject({ relationId: uuid }),
  z.strictObject({ sourceVersionId: uuid }),
]);

export type AnnotationTargetInput = z.infer<typeof annotationTargetInput>;
export type AddAnnotation = z.infer<typeof addAnnotationInput>;
export type EditAnnotation = z.infer<typeof editAnnotationInput>;
