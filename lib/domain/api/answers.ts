import { z } from 'zod';
import { MAIL_DIGESTS } from '../account/schema';
import { reviewMark } from '../annotation/schema';
import { QUESTION_KEYS, SCHEME_KEYS } from '../argument/schemes';
import type { Skeleton } from '../debate/skeleton';
import type {
  ClaimView,
  DebateView,
  MapPage,
  MotionChoice,
  MotionView,
  RelationView,
  SourceView,
} from '../debate/view';
import { editKind } from '../edit/changes';
import type { EditView } from '../edit/view';
import { mapDocumentShape } from '../formats/map-document';

import { IMPORT_REASONS, type ImportReport } from '../import/report';
import { ROOM_ACTS, ROOM_VOICES } from '../room/plan';

/**
 * What the API answers, as schemas for the OpenAPI document. The types of `view.ts` are the source; `satisfies` keeps
 * each schema equal to its type.
 */

type Schema<T> = z.ZodType<T>;

const count = z.int().min(0);
const contributionStatus = z.enum(['suggested', 'published', 'declined', 'archived']);
const access = z.enum(['private', 'public']);
const evidence = z.enum(['quoted', 'reported', 'asserted', 'inferred', 'beyond']);
const layer = z.enum(['article', 'beyond']);
const role = z.enum(['owner', 'teacher', 'assistant', 'participant', 'observer']);

export const voteTally = z.object({ agree: count, disagree: count, pass: count });
export const ownVote = z.object({
  choice: z.enum(['agree', 'disagree', 'pass']).nullable(),
  seq: count,
  isStale: z.boolean(),
});
export const impactTally = z.object({ mean: z.number().min(0).max(4), count });
export const ownImpact = z.object({
  weight: z.int().min(0).max(4).nullable(),
  seq: count,
  isStale: z.boolean(),
});
export const ownStance = z.object({
  answer: z.enum(['placed', 'unsure', 'withdrawn']),
  value: z.int().min(-100).max(100).nullable(),
  confidence: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  reason: z.string().nullable(),
  movedBy: z.array(z.uuid()).max(3),
  seq: count,
});
export const stanceSummary = z.object({ count, unsure: count, bands: z.array(count).length(7).nullable() });

const citation = z.object({
  id: z.uuid(),
  sourceKey: z.string(),
  sourceVersionId: z.uuid(),
  versionNumber: z.int().min(1),
  standing: z.enum(['here', 'changed', 'lost']),
  isUndecided: z.boolean(),
  passageKey: z.string(),
  passageLabel: z.string(),
  start: count,
  end: count,
  exact: z.string(),
});

export const claim = z
  .object({
    id: z.uuid(),
    code: z.string(),
    side: z.enum(['a', 'b', 'n']),
    layer,
    status: contributionStatus,
    statusReason: z.string().nullable(),
    revision: z.int().min(1),
    text: z.string(),
    shortTitle: z.string().nullable(),
    evidence,
    speaker: z.string().nullable(),
    citations: z.array(citation),
    hasChangedEvidence: z.boolean(),
    authorAlias: z.string().nullable(),
    isOwn: z.boolean(),
    tally: voteTally.nullable(),
    ownVote,
    noteCount: count,
    canEdit: z.boolean(),
    canReview: z.boolean(),
    openMarks: z.array(z.object({ mark: reviewMark, count })),
    mergedInto: z.string().nullable(),
    splitInto: z.array(z.string()),
    madeFrom: z.array(z.string()),
  })
  .meta({ id: 'Claim' }) satisfies Schema<ClaimView>;

export const relation = z
  .object({
    id: z.uuid(),
    kind: z.enum(['supports', 'attacks', 'undercuts']),
    fromClaimId: z.uuid(),
    toClaimId: z.uuid().nullable(),
    toRelationId: z.uuid().nullable(),
    status: contributionStatus,
    statusReason: z.string().nullable(),
    closing: z.enum(['alone', 'repeated', 'itself', 'opposed']).nullable(),
    revision: z.int().min(1),
    group: z.uuid().nullable(),
    scheme: z.enum(SCHEME_KEYS).nullable(),
    questionKey: z.enum(QUESTION_KEYS).nullable(),
    layer,
    tally: impactTally.nullable(),
    ownImpact,
    noteCount: count,
    authorAlias: z.string().nullable(),
    isOwn: z.boolean(),
    canEdit: z.boolean(),
    canReview: z.boolean(),
  })
  .meta({ id: 'Relation' }) satisfies Schema<RelationView>;

const placeInWhole = z.object({
  order: z.int().min(-1),
  number: z.string().nullable(),
  position: z.int().min(1),
  setSize: z.int().min(1),
  children: count,
  below: count,
});
const partFacts = z.object({
  claimCount: count,
  hash: z.string(),
  places: z.record(z.string(), placeInWhole),
  relationOrder: z.record(z.string(), count),
});
export const mapPage = z
  .object({
    part: partFacts,
    claims: z.array(claim),
    relations: z.array(relation),
    next: z.uuid().nullable(),
  })
  .meta({ id: 'MapPage' }) satisfies Schema<MapPage>;
const whole = z.array(z.int());
export const skeleton = z
  .object({
    hash: z.string(),
    motionId: z.uuid(),
    claims: z.object({
      ids: z.array(z.uuid()),
      codes: z.array(z.string()),
      sides: z.string(),
      statuses: z.string(),
      parents: whole,
      votes: whole,
      own: z.string(),
    }),
    relations: z.object({
      ids: z.array(z.uuid()),
      kinds: z.string(),
      statuses: z.string(),
      from: whole,
      to: whole,
      groups: whole,
      impacts: z.array(z.number()),
      own: whole,
    }),
  })
  .meta({ id: 'MapSkeleton' }) satisfies Schema<Skeleton>;

const motion = z.object({
  id: z.uuid(),
  code: z.string(),
  text: z.string(),
  shortTitle: z.string().nullable(),
  noteCount: count,
  stances: stanceSummary.nullable(),
  ownStance: ownStance.nullable(),
  firstStance: ownStance.nullable(),
  hasStated: z.boolean(),
  asks: z.object({ round: z.union([z.literal(1), z.literal(2)]), isLate: z.boolean() }).nullable(),
  showsCheck: z.boolean(),
}) satisfies Schema<MotionView>;

const motionChoice = z.object({
  id: z.uuid(),
  code: z.string(),
  text: z.string(),
  shortTitle: z.string().nullable(),
}) satisfies Schema<MotionChoice>;

export const addedMotion = z.object({ motion: motionChoice });
/** Where a debate that was just made is. */
export const madeDebate = z.object({ slug: z.string(), roomId: z.uuid() });
const importEntries = <L extends keyof typeof IMPORT_REASONS>(list: L) =>
  z.array(
    z.object({
      place: z.string(),
      reason: z.enum(IMPORT_REASONS[list]),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  );
const importReport = z
  .object({
    dropped: importEntries('dropped'),
    guessed: importEntries('guessed'),
    merged: importEntries('merged'),
  })
  .meta({ id: 'ImportReport' }) as Schema<ImportReport>;

const plannedSide = z.object({ key: z.string(), name: z.string(), speaks: z.enum(['for', 'against']) });
const conversionEntry = z.object({
  place: z.string(),
  reason: z.string(),
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  step: z.enum(['read', 'write']),
});
const conversionReport = z.object({
  from: z.string(),
  to: z.string().optional(),
  found: z.record(z.string(), count),
  dropped: z.array(conversionEntry),
  guessed: z.array(conversionEntry),
  merged: z.array(conversionEntry),
});
export const exportedMap = z.object({
  files: z.array(z.object({ name: z.string(), mediaType: z.string(), text: z.string() })),
  report: conversionReport,
});
export const readMap = z.object({
  map: mapDocumentShape,
  from: z.string(),
  report: conversionReport,
});
export const importPreview = z.object({
  title: z.string(),
  question: z.string(),
  language: z.string(),
  sides: z.tuple([plannedSide, plannedSide]),
  motions: z.array(z.string()),
  counts: z.object({ claims: count, relations: count, sources: count, citations: count }),
  report: importReport,
});
export const importedDebate = z.object({ slug: z.string(), roomId: z.uuid(), report: importReport });
export const importedMap = z.object({ report: importReport });
export const debateAccess = z.object({ access });

const side = z.object({
  key: z.string(),
  name: z.string(),
  role: z.enum(['a', 'b']),
  speaks: z.enum(['for', 'against']),
});

export const debate = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    question: z.string(),
    summary: z.string(),
    language: z.string(),
    access,
    room: z.object({
      id: z.uuid(),
      kind: z.enum(['commons', 'class', 'breakout']),
      name: z.string(),
      stage: z.enum(['read', 'first_stance', 'explore', 'vote', 'second_stance', 'reveal', 'closed']),
      round: z.int(),
      step: z.int(),
      stageEndsAt: z.iso.datetime().nullable(),
      acts: z.array(z.enum(ROOM_ACTS)),
      isRevealed: z.boolean(),
      voice: z.enum(ROOM_VOICES),
      commonsId: z.uuid(),
      notesNeedApproval: z.boolean(),
      hiddenUntilPosted: z.object({ required: count, posted: count }).nullable(),
      groupName: z.string().nullable(),
      answersIn: z.object({ slug: z.string(), name: z.string() }).nullable(),
    }),
    sides: z.tuple([side, side]),
    motions: z.array(motionChoice),
    motion,
    claims: z.array(claim),
    relations: z.array(relation),
    part: partFacts.extend({ dangling: z.array(relation) }).nullable(),
    successors: z.record(z.string(), z.array(z.string())),
    viewer: z
      .object({
        alias: z.string(),
        role,
        isMaintainer: z.boolean(),
        isAdministrator: z.boolean(),
        canPublish: z.boolean(),
      })
      .nullable(),
    sources: z.array(z.object({ key: z.string(), title: z.string() })),
    isOpen: z.boolean(),
  })
  .meta({ id: 'Debate' }) satisfies Schema<DebateView>;

export const debateCard = z.object({
  slug: z.string(),
  title: z.string(),
  question: z.string(),
  summary: z.string(),
  access,
  isOwn: z.boolean(),
  sides: z.array(z.string()),
  claimCount: count,
  passageCount: count,
  stanceCount: count,
});

export const source = z
  .object({
    id: z.uuid(),
    key: z.string(),
    kind: z.enum(['digest', 'treaty', 'text']),
    title: z.string(),
    attribution: z.string(),
    url: z.string().nullable(),
    language: z.string(),
    version: z.object({ id: z.uuid(), number: z.int(), createdAt: z.iso.datetime(), text: z.string() }),
    passages: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        heading: z.string().nullable(),
        start: count,
        end: count,
        sentences: z.array(z.object({ key: z.string(), start: count, end: count, isContext: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'Source' }) satisfies Schema<SourceView>;

export const edit = z.object({
  id: z.uuid(),
  kind: editKind,
  subjectId: z.uuid(),
  code: z.string().nullable(),
  decided: z.enum(['suggested', 'published', 'declined', 'archived']).nullable(),
  at: z.iso.datetime(),
  isUndone: z.boolean(),
  isNext: z.boolean(),
}) satisfies Schema<EditView>;

export const claimRevision = z.object({
  number: z.int(),
  text: z.string(),
  evidence,
  speaker: z.string().nullable(),
  changesMeaning: z.boolean(),
  authorAlias: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const account = z.object({ id: z.uuid(), name: z.string() });

export const signedInPerson = z.object({
  name: z.string(),
  email: z.string().nullable(),
  hasConfirmedEmail: z.boolean(),
  mailDigest: z.enum(MAIL_DIGESTS),
  isAdministrator: z.boolean(),
  isGuest: z.boolean(),
  hasPassword: z.boolean(),
  sessions: z.array(
    z.object({
      id: z.uuid(),
      createdAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime(),
      isCurrent: z.boolean(),
    }),
  ),
});

export const health = z.object({
  status: z.enum(['ok', 'degraded']),
  database: z.enum(['up', 'down']),
  version: z.string(),
});
