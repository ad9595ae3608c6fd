import { z } from 'zod';
import { QUESTION_KEYS, SCHEME_KEYS } from '../argument/schemes';
import { line, offset, prose, revision, uuid } from '../text/input';
import { LIMITS } from '../text/limits';

/** Bodies of the claim and relation routes. Shape and size only; rights and the state of the debate are the command's. */

export const evidenceStatus = z.enum(['quoted', 'reported', 'asserted', 'inferred', 'beyond']);
export const sideRole = z.enum(['a', 'b', 'n']);

export const citationInput = z.strictObject({
  sourceVersionId: uuid,
  start: offset,
  end: offset,
  /** The passage as the reader saw it; must be what the text says between the two offsets. */
  exact: z.string().min(1).max(4000),
});

/** What kind of reason it is; null for not said. */
const scheme = z.enum(SCHEME_KEYS).nullable().optional();
/** The question, to the scheme of the line that is met, which this undercut answers. */
const questionKey = z.enum(QUESTION_KEYS).nullable().optional();

const reasonTarget = z.strictObject({ kind: z.enum(['supports', 'attacks']), toClaimId: uuid, scheme });
const undercutTarget = z.strictObject({ kind: z.literal('undercuts'), toRelationId: uuid, questionKey });

export const relationTarget = z.union([reasonTarget, undercutTarget]);

export const addClaimInput = z.strictObject({
  text: line(LIMITS.claimText),
  side: sideRole,
  evidence: evidenceStatus,
  speaker: line(LIMITS.speaker).nullable().optional(),
  citations: z.array(citationInput).max(12),
  relation: relationTarget,
});

export const editClaimInput = z.strictObject({
  text: line(LIMITS.claimText),
  evidence: evidenceStatus,
  speaker: line(LIMITS.speaker).nullable(),
  changesMeaning: z.boolean(),
  /** The revision that the person edited; another one in the database is a conflict. */
  revision,
});

export const reviewClaimInput = z.strictObject({
  decision: z.enum(['publish', 'decline', 'archive', 'restore']),
  reason: prose(LIMITS.reviewReason).optional(),
});

export const addRelationInput = z.union([
  reasonTarget.extend({ fromClaimId: uuid }),
  undercutTarget.extend({ fromClaimId: uuid }),
]);

/** Which claim this one is the same as, and the wording of both that the person read. */
export const mergeClaimInput = z.strictObject({ intoClaimId: uuid, revision, intoRevision: revision });

/** A claim that says several things, as the claims that say one each. */
export const splitClaimInput = z.strictObject({
  revision,
  parts: z
    .array(
      z.strictObject({
        text: line(LIMITS.claimText),
        side: sideRole,
        evidence: evidenceStatus,
        speaker: line(LIMITS.speaker).nullable().optional(),
        /** Of the claim's lines, from it and to it, those that this part has too. */
        relationIds: z.array(uuid).max(200),
        citationIds: z.array(uuid).max(24),
      }),
    )
    .min(2)
    .max(6),
});

/**
 * Where a relation is to stand from now on: of this kind, at this target. A scheme or question that is not given stays what
 * it was where it still applies; null takes it away.
 */
export const editRelationInput = z.union([
  reasonTarget.extend({ revision }),
  undercutTarget.extend({ revision }),
]);

export const reviewRelationInput = reviewClaimInput;

/** Relations that are one reason together. */
export const linkPremisesInput = z.strictObject({ relationIds: z.array(uuid).min(2).max(12) });

export type EditRelation = z.infer<typeof editRelationInput>;
export type ReviewRelation = z.infer<typeof reviewRelationInput>;
export type LinkPremises = z.infer<typeof linkPremisesInput>;
export type MergeClaim = z.infer<typeof mergeClaimInput>;
export type SplitClaim = z.infer<typeof splitClaimInput>;
export type AddClaim = z.infer<typeof addClaimInput>;
export type EditClaim = z.infer<typeof editClaimInput>;
export type ReviewClaim = z.infer<typeof reviewClaimInput>;
export type AddRelation = z.infer<typeof addRelationInput>;
export type RelationInput = z.infer<typeof relationTarget>;
export type CitationInput = z.infer<typeof citationInput>;
