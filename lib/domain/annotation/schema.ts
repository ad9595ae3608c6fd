import { z } from 'zod';
import type { AnnotationKind, Visibility } from '../debate/view';
import { MOST_NOTES_BEFORE_OTHERS } from '../room/visibility';
import { line, offset, prose, revision, uuid } from '../text/input';
import { LIMITS } from '../text/limits';
import { uniqueKey } from '../text/plain-text';
import { isOpenToOthers } from './visibility';

/** Bodies of the annotation routes. */

export const KINDS = [
  'comment',
  'question',
  'evidence',
  'concern',
] as const satisfies readonly AnnotationKind[];
const kind = z.enum(KINDS);
/** From the fewest readers to the most. */
export const VISIBILITIES = [
  'private',
  'teachers',
  'group',
  'room',
  'public',
] as const satisfies readonly Visibility[];
const visibility = z.enum(VISIBILITIES);
/** Case does not tell tags apart. */
const tags = z
  .array(line(LIMITS.tag))
  .max(LIMITS.tagsOfNote)
  .refine((all) => new Set(all.map(uniqueKey)).size === all.length);
const body = prose(LIMITS.annotationBody);

export const annotationTargetInput = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('passage'),
    sourceVersionId: uuid,
    start: offset,
    end: offset,
    exact: z.string().min(1).max(20_000),
  }),
  z.strictObject({ type: z.literal('source'), sourceId: uuid }),
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
    tags: tags.optional(),
    /** Asks for something to be done about a claim; for others to see. */
    mark: reviewMark.nullable().optional(),
  })
  .refine(
    ({ mark, target, visibility }) => !mark || (target.type === 'claim' && isOpenToOthers(visibility)),
    {
      path: ['mark'],
    },
  );

/** Whether what a mark asked for is done. */
export const resolveAnnotationInput = z.strictObject({ isResolved: z.boolean() });

export const editAnnotationInput = z.strictObject({
  body,
  kind,
  visibility,
  revision,
  tags: tags.optional(),
});

/** Which notes of a room to list: exactly one filter. */
export const annotationFilter = z.union([
  z.strictObject({ claimId: uuid }),
  z.strictObject({ relationId: uuid }),
  z.strictObject({ sourceVersionId: uuid }),
  z.strictObject({ sourceId: uuid }),
]);

/** Says that a note helped, or takes that back. The same again changes nothing. */
export const helpfulInput = z.strictObject({ isHelpful: z.boolean() });

export const reportReason = z.enum(['insult', 'personal_data', 'off_topic', 'spam', 'other']);
export const reportAnnotationInput = z.strictObject({
  reason: reportReason,
  words: prose(LIMITS.reviewReason).nullable().optional(),
});

/** What a maintainer decides about a note: it shows, or is hidden with a reason. */
export const moderateAnnotationInput = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('published') }),
  z.strictObject({ status: z.literal('hidden'), reason: prose(LIMITS.reviewReason) }),
]);

/** Aliases that begin like this. */
export const aliasQuery = z.strictObject({ starts: line(LIMITS.userName) });

/** The page of an audit log after this entry. */
export const auditQuery = z.strictObject({ before: uuid.optional() });

/** At least one of the settings. */
export const roomSettingsInput = z
  .strictObject({
    notesNeedApproval: z.boolean().optional(),
    notesBeforeOthers: z.int().min(0).max(MOST_NOTES_BEFORE_OTHERS).optional(),
  })
  .refine((given) => Object.values(given).some((one) => one !== undefined));

export type AliasQuery = z.infer<typeof aliasQuery>;
export type AuditQuery = z.infer<typeof auditQuery>;
export type RoomSettingsInput = z.infer<typeof roomSettingsInput>;
export type AnnotationTargetInput = z.infer<typeof annotationTargetInput>;
export type ResolveAnnotation = z.infer<typeof resolveAnnotationInput>;
export type Helpful = z.infer<typeof helpfulInput>;
export type ReportAnnotation = z.infer<typeof reportAnnotationInput>;
export type ModerateAnnotation = z.infer<typeof moderateAnnotationInput>;
export type AddAnnotation = z.infer<typeof addAnnotationInput>;
export type EditAnnotation = z.infer<typeof editAnnotationInput>;
