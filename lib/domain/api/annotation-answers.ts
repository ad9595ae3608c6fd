import { z } from 'zod';
import { reviewMark, VISIBILITIES } from '../annotation/schema';
import type { AnnotationThread, AnnotationView } from '../annotation/view';
import type { RichBlock, RichInline } from '../text/rich-text';

/** What the annotation routes answer. */

type Schema<T> = z.ZodType<T>;

const count = z.int().min(0);
const annotationKind = z.enum(['comment', 'question', 'evidence', 'concern']);

const richInline: Schema<RichInline> = z
  .lazy(() =>
    z.union([
      z.object({ type: z.literal('text'), value: z.string() }),
      z.object({ type: z.enum(['emphasis', 'strong']), children: z.array(richInline) }),
      z.object({ type: z.literal('code'), value: z.string() }),
      z.object({ type: z.literal('break') }),
      z.object({ type: z.literal('link'), href: z.string(), children: z.array(richInline) }),
    ]),
  )
  .meta({ id: 'RichInline' });

const richBlock: Schema<RichBlock> = z
  .lazy(() =>
    z.union([
      z.object({ type: z.literal('paragraph'), children: z.array(richInline) }),
      z.object({ type: z.literal('quote'), children: z.array(richBlock) }),
      z.object({ type: z.literal('list'), isOrdered: z.boolean(), items: z.array(z.array(richBlock)) }),
    ]),
  )
  .meta({ id: 'RichBlock' });

export const annotationTarget = z.union([
  z.object({
    type: z.literal('passage'),
    sourceVersionId: z.uuid(),
    start: count,
    end: count,
    exact: z.string(),
  }),
  z.object({ type: z.literal('source'), sourceId: z.uuid() }),
  z.object({ type: z.literal('claim'), claimId: z.uuid() }),
  z.object({ type: z.literal('relation'), relationId: z.uuid() }),
]);

export const annotation = z
  .object({
    id: z.uuid(),
    target: annotationTarget,
    parentId: z.uuid().nullable(),
    kind: annotationKind,
    visibility: z.enum(VISIBILITIES),
    authorAlias: z.string().nullable(),
    isOwn: z.boolean(),
    isEditors: z.boolean(),
    revision: z.int().min(1),
    body: z.string(),
    content: z.array(richBlock),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    isRemoved: z.boolean(),
    status: z.enum(['waiting', 'published', 'hidden']),
    statusReason: z.string().nullable(),
    tags: z.array(z.string()),
    groupName: z.string().nullable(),
    helpfulCount: count,
    isHelpfulToMe: z.boolean(),
    mentions: z.array(z.string()),
    mark: reviewMark.nullable(),
    isResolved: z.boolean(),
    resolvedByAlias: z.string().nullable(),
    canResolve: z.boolean(),
    canEdit: z.boolean(),
    canRemove: z.boolean(),
    canReact: z.boolean(),
    hasReported: z.boolean(),
    canModerate: z.boolean(),
  })
  .meta({ id: 'Annotation' }) satisfies Schema<AnnotationView>;

export const thread: Schema<AnnotationThread> = z
  .lazy(() => z.object({ note: annotation, replies: z.array(thread) }))
  .meta({ id: 'AnnotationThread' });

export const annotationRevision = z.object({
  number: z.int(),
  body: z.string(),
  content: z.array(richBlock),
  createdAt: z.iso.datetime(),
});
