import { z } from 'zod';
import { reportReason, reviewMark, VISIBILITIES } from '../annotation/schema';
import type {
  AnnotationList,
  AnnotationRevisionView,
  AnnotationThread,
  AnnotationView,
  AuditView,
  HeldBack,
  MentionView,
  ModeratedNote,
  ModerationView,
  NotePlace,
  NoteSettings,
  PlacedThread,
  TagCount,
} from '../annotation/view';
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

export const richBlock: Schema<RichBlock> = z
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
    isLost: z.boolean(),
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
    isLocked: z.boolean(),
  })
  .meta({ id: 'Annotation' }) satisfies Schema<AnnotationView>;

export const thread: Schema<AnnotationThread> = z
  .lazy(() => z.object({ note: annotation, replies: z.array(thread) }))
  .meta({ id: 'AnnotationThread' });

export const heldBack = z.object({ required: count, posted: count }) satisfies Schema<HeldBack>;

export const annotationList = z.object({
  threads: z.array(thread),
  hiddenUntilPosted: heldBack.nullable(),
}) satisfies Schema<AnnotationList>;

export const notePlace = z
  .union([
    z.object({
      type: z.literal('passage'),
      sourceKey: z.string(),
      sourceTitle: z.string(),
      version: z.int().min(1),
      passageKey: z.string().nullable(),
      passageLabel: z.string().nullable(),
    }),
    z.object({ type: z.literal('source'), sourceKey: z.string(), sourceTitle: z.string() }),
    z.object({ type: z.literal('claim'), code: z.string(), text: z.string() }),
    z.object({ type: z.literal('relation'), fromCode: z.string(), toCode: z.string().nullable() }),
  ])
  .meta({ id: 'NotePlace' }) satisfies Schema<NotePlace>;

const place = notePlace.nullable();
export const placedThread = z.object({ place, thread }) satisfies Schema<PlacedThread>;
export const mention = z.object({ place, note: annotation }) satisfies Schema<MentionView>;
export const tagCount = z.object({ tag: z.string(), count }) satisfies Schema<TagCount>;

const moderatedNote = z
  .object({
    place,
    note: annotation,
    reports: z.array(
      z.object({
        reason: reportReason,
        words: z.string(),
        createdAt: z.iso.datetime(),
        reporterAlias: z.string(),
      }),
    ),
  })
  .meta({ id: 'ModeratedNote' }) satisfies Schema<ModeratedNote>;

export const moderation = z.object({
  waiting: z.array(moderatedNote),
  reported: z.array(moderatedNote),
  hidden: z.array(moderatedNote),
}) satisfies Schema<ModerationView>;

export const auditEntry = z.object({
  id: z.uuid(),
  action: z.string(),
  byAlias: z.string().nullable(),
  subjectId: z.uuid().nullable(),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
}) satisfies Schema<AuditView>;

export const noteSettings = z.object({
  notesNeedApproval: z.boolean(),
  notesBeforeOthers: count,
}) satisfies Schema<NoteSettings>;

export const annotationRevision = z.object({
  number: z.int(),
  body: z.string(),
  content: z.array(richBlock),
  visibility: z.enum(VISIBILITIES),
  createdAt: z.iso.datetime(),
}) satisfies Schema<AnnotationRevisionView>;
