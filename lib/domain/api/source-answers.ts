import { z } from 'zod';
import type {
  AddedSource,
  AddedVersion,
  AnchorQueue,
  DecidedAnchor,
  SourceHistory,
  SourceVersionView,
  VersionPreview,
} from '../source/view';

/** Answers of the routes of sources; `satisfies` keeps each schema equal to its type. */

type Schema<T> = z.ZodType<T>;

const count = z.int().min(0);
const share = z.number().min(0).max(1);

const sourceFacts = z.object({
  id: z.uuid(),
  key: z.string(),
  kind: z.enum(['digest', 'treaty', 'text']),
  title: z.string(),
  attribution: z.string(),
  url: z.string().nullable(),
  language: z.string(),
});

const versionEntry = z.object({
  id: z.uuid(),
  number: z.int().min(1),
  createdAt: z.iso.datetime(),
  authorAlias: z.string().nullable(),
  fromContent: z.boolean(),
  note: z.string(),
  isOriginal: z.boolean(),
  characters: count,
  passageCount: count,
});

const passage = z.object({
  key: z.string(),
  label: z.string(),
  heading: z.string().nullable(),
  start: count,
  end: count,
  sentences: z.array(z.object({ key: z.string(), start: count, end: count, isContext: z.boolean() })),
});

const anchorCounts = z.object({ same: count, shifted: count, moved: count, changed: count, orphan: count });
const versionName = z.object({ id: z.uuid(), number: z.int().min(1) });

export const sourceHistory = z
  .object({ source: sourceFacts, versions: z.array(versionEntry), canWrite: z.boolean() })
  .meta({ id: 'SourceHistory' }) satisfies Schema<SourceHistory>;

export const sourceVersion = z
  .object({
    source: sourceFacts,
    version: versionEntry.extend({ text: z.string() }),
    passages: z.array(passage),
    newestNumber: z.int().min(1),
  })
  .meta({ id: 'SourceVersion' }) satisfies Schema<SourceVersionView>;

export const addedSource = z.object({
  source: sourceFacts,
  version: versionName,
}) satisfies Schema<AddedSource>;

export const addedVersion = z.object({
  version: versionName,
  citations: anchorCounts,
  notes: anchorCounts,
}) satisfies Schema<AddedVersion>;

export const versionPreview = z.object({
  baseNumber: z.int().min(1),
  citations: anchorCounts,
  notes: anchorCounts,
  passages: z.array(
    z.object({
      key: z.string(),
      words: z.string(),
      previousKey: z.string().nullable(),
      previousWords: z.string().nullable(),
      similarity: share,
    }),
  ),
  dropped: z.array(z.object({ key: z.string(), words: z.string() })),
}) satisfies Schema<VersionPreview>;

const excerpt = z.object({
  start: count,
  end: count,
  before: z.string(),
  exact: z.string(),
  after: z.string(),
  passageLabel: z.string(),
});

export const anchorQueue = z
  .object({
    count,
    anchors: z.array(
      z.object({
        id: z.uuid(),
        subject: z.discriminatedUnion('type', [
          z.object({
            type: z.literal('citation'),
            claimId: z.uuid(),
            code: z.string(),
            side: z.enum(['a', 'b', 'n']),
            text: z.string(),
          }),
          z.object({ type: z.literal('note'), noteId: z.uuid(), isOwn: z.boolean(), body: z.string() }),
        ]),
        source: z.object({ id: z.uuid(), key: z.string(), title: z.string() }),
        from: versionName,
        to: versionName,
        status: z.enum(['moved', 'changed', 'orphan']),
        confidence: share,
        old: excerpt,
        found: excerpt.nullable(),
      }),
    ),
  })
  .meta({ id: 'AnchorQueue' }) satisfies Schema<AnchorQueue>;

export const decidedAnchor = z.object({
  id: z.uuid(),
  decision: z.enum(['confirmed', 'moved', 'lost']),
  waiting: count,
}) satisfies Schema<DecidedAnchor>;
