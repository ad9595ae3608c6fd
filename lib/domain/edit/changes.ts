import { z } from 'zod';
import { QUESTION_KEYS, SCHEME_KEYS } from '../argument/schemes';

/**
 * What an edit of the map changed, as the log keeps it: each row with what it held before and after. Words of claims are
 * not in it, only the numbers of their revisions. `before` is null for a row that the edit made.
 */

/** What a person did, one kind for each authoring command. */
export const editKind = z.enum([
  'claim_added',
  'relation_added',
  'claim_edited',
  'relation_edited',
  'relations_linked',
  'relation_unlinked',
  'claim_reviewed',
  'relation_reviewed',
  'claims_merged',
  'claim_split',
  'motion_added',
  'undone',
]);
export type EditKind = z.infer<typeof editKind>;

const uuid = z.uuid();
const status = z.enum(['suggested', 'published', 'declined', 'archived']);

const claimState = z.strictObject({
  status,
  reason: z.string().nullable(),
  /** Of the words; one that restores an earlier revision counts as that one. */
  revision: z.int().min(1),
  sideId: uuid.nullable(),
});

const relationState = z.strictObject({
  fromClaimId: uuid,
  kind: z.enum(['supports', 'attacks', 'undercuts']),
  toClaimId: uuid.nullable(),
  toRelationId: uuid.nullable(),
  status,
  closing: z.enum(['alone', 'repeated', 'itself', 'opposed']).nullable(),
  reason: z.string().nullable(),
  groupId: uuid.nullable(),
  aim: z.int().min(1),
  scheme: z.enum(SCHEME_KEYS).nullable().default(null),
  questionKey: z.enum(QUESTION_KEYS).nullable().default(null),
});

const groupState = z.strictObject({ kind: z.enum(['supports', 'attacks']), toClaimId: uuid });

/** What hangs on a claim and moves with it. */
const onClaim = z.strictObject({ claimId: uuid.nullable() });

/** A tie to the claim that another one was merged into, or to a part that it was split into. */
const lineageState = z.strictObject({ isStanding: z.boolean() });

const changed = <T extends string, S extends z.ZodType>(type: T, state: S) =>
  z.strictObject({ type: z.literal(type), id: uuid, before: state.nullable(), after: state });

export const mapChange = z.discriminatedUnion('type', [
  changed('claim', claimState),
  changed('relation', relationState),
  changed('group', groupState),
  changed('citation', onClaim),
  changed('annotation', onClaim),
  changed('lineage', lineageState),
]);
export const mapChanges = z.array(mapChange).max(100_000);

export type ClaimState = z.infer<typeof claimState>;
export type RelationState = z.infer<typeof relationState>;
export type GroupState = z.infer<typeof groupState>;
export type OnClaimState = z.infer<typeof onClaim>;
export type LineageState = z.infer<typeof lineageState>;
export type MapChange = z.infer<typeof mapChange>;

/** The kinds of rows that an edit can change. */
export type ChangedNoun = MapChange['type'];
