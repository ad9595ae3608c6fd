import { z } from 'zod';
import { changePasswordInput, createAccountInput, setUpInput } from '../account/schema';
import { addAnnotationInput, annotationFilter, editAnnotationInput } from '../annotation/schema';
import {
  addClaimInput,
  addRelationInput,
  editClaimInput,
  editRelationInput,
  linkPremisesInput,
  reviewClaimInput,
  reviewRelationInput,
} from '../claim/schema';
import type { FailureCode } from '../failure';
import { stateStanceInput } from '../stance/schema';
import { uuid } from '../text/input';
import { castVoteInput, rateImpactInput } from '../vote/schema';
import * as answers from './answers';
import type { AnyContract, Contract } from './contract';

/** Every route of /api/v1. A route file without a contract here, or the other way round, fails a test. */

const KB = 1024;
const none = z.strictObject({});
const inRoom = z.strictObject({ roomId: uuid });
const onClaim = z.strictObject({ roomId: uuid, claimId: uuid });
const onRelation = z.strictObject({ roomId: uuid, relationId: uuid });
const onAnnotation = z.strictObject({ roomId: uuid, annotationId: uuid });
const bySlug = z.strictObject({ slug: z.string().max(80) });

const reading: readonly FailureCode[] = ['signed-in-as-another', 'not-found', 'database-busy', 'internal'];
const writing: readonly FailureCode[] = [
  ...reading,
  'foreign-origin',
  'wrong-content-type',
  'body-too-large',
  'malformed-json',
  'invalid-input',
  'not-signed-in',
  'not-allowed',
  'room-closed',
];

type Given<P, Q, B, A> = Pick<Contract<P, Q, B, A>, 'path' | 'name' | 'summary' | 'group' | 'params'> &
  Partial<Contract<P, Q, B, A>>;

const get = <P, A, Q = Record<string, never>>(
  given: Given<P, Q, null, A> & { answer: z.ZodType<A> },
): Contract<P, Q, null, A> => ({
  method: 'GET',
  needsSignIn: false,
  query: none as unknown as z.ZodType<Q>,
  body: null,
  bodyLimit: 0,
  status: 200,
  isIdempotent: false,
  failures: reading,
  ...given,
});

const write = <P, B, A>(
  given: Given<P, Record<string, never>, B, A> &
    Pick<Contract<P, unknown, B, A>, 'method' | 'body' | 'answer'>,
): Contract<P, Record<string, never>, B, A> => ({
  needsSignIn: true,
  query: none as unknown as z.ZodType<Record<string, never>>,
  bodyLimit: 64 * KB,
  status: 200,
  isIdempotent: false,
  failures: writing,
  ...given,
});

const and = (...more: readonly FailureCode[]): readonly FailureCode[] => [...writing, ...more];

export const contracts = {
  health: get({
    path: 'health',
    name: 'readHealth',
    summary: 'Whether the app and its database answer',
    group: 'service',
    params: none,
    answer: answers.health,
    failures: ['internal'],
  }),
  openapi: get({
    path: 'openapi.json',
    name: 'readOpenApi',
    summary: 'This document',
    group: 'service',
    params: none,
    answer: z.record(z.string(), z.unknown()),
    failures: ['internal'],
  }),

  debates: get({
    path: 'debates',
    name: 'listDebates',
    summary: 'The debates that this reader may read: public ones, and those that they take part in',
    group: 'debates',
    params: none,
    answer: z.array(answers.debateCard),
    failures: ['database-busy', 'internal'],
  }),
  debate: get({
    path: 'debates/{slug}',
    name: 'readDebate',
    summary: 'A debate with its map, as this reader may see it',
    group: 'debates',
    params: bySlug,
    answer: answers.debate,
  }),
  sources: get({
    path: 'debates/{slug}/sources',
    name: 'readSources',
    summary: 'The latest text of each source, with paragraphs and sentences',
    group: 'debates',
    params: bySlug,
    answer: z.array(answers.source),
  }),

  addClaim: write({
    method: 'POST',
    path: 'rooms/{roomId}/claims',
    name: 'addClaim',
    summary: 'Add a claim under a claim, or to a relation that it undercuts',
    group: 'claims',
    params: inRoom,
    body: addClaimInput,
    answer: z.object({ claim: answers.claim, relation: answers.relation }),
    status: 201,
    isIdempotent: true,
    failures: and(
      'claim-archived',
      'claim-not-published',
      'citation-not-in-text',
      'relation-repeated',
      'idempotency-mismatch',
    ),
  }),
  editClaim: write({
    method: 'PATCH',
    path: 'rooms/{roomId}/claims/{claimId}',
    name: 'editClaim',
    summary: 'Give a claim new words; 409 with the current ones when somebody else did so first',
    group: 'claims',
    params: onClaim,
    body: editClaimInput,
    answer: z.object({ claim: answers.claim }),
    failures: and('claim-archived', 'out-of-date'),
  }),
  reviewClaim: write({
    method: 'POST',
    path: 'rooms/{roomId}/claims/{claimId}/review',
    name: 'reviewClaim',
    summary: 'Publish, decline, archive or restore a claim (maintainers)',
    group: 'claims',
    params: onClaim,
    body: reviewClaimInput,
    answer: z.object({ claim: answers.claim }),
    failures: and('already-reviewed', 'relation-repeated'),
  }),
  claimRevisions: get({
    path: 'rooms/{roomId}/claims/{claimId}/revisions',
    name: 'listClaimRevisions',
    summary: 'Every wording of a claim, newest first',
    group: 'claims',
    params: onClaim,
    answer: z.array(answers.claimRevision),
  }),
  addRelation: write({
    method: 'POST',
    path: 'rooms/{roomId}/relations',
    name: 'addRelation',
    summary: 'Tie two claims together, or a claim to a relation that it undercuts',
    group: 'claims',
    params: inRoom,
    body: addRelationInput,
    answer: z.object({ relation: answers.relation }),
    status: 201,
    isIdempotent: true,
    failures: and(
      'relation-to-itself',
      'relation-repeated',
      'claim-archived',
      'claim-not-published',
      'idempotency-mismatch',
    ),
  }),
  editRelation: write({
    method: 'PATCH',
    path: 'rooms/{roomId}/relations/{relationId}',
    name: 'editRelation',
    summary:
      'Move a relation to another kind or target; 409 with what stands when somebody else changed it first',
    group: 'claims',
    params: onRelation,
    body: editRelationInput,
    answer: z.object({ relation: answers.relation }),
    failures: and(
      'relation-to-itself',
      'relation-repeated',
      'relation-closed',
      'claim-archived',
      'claim-not-published',
      'out-of-date',
    ),
  }),
  reviewRelation: write({
    method: 'POST',
    path: 'rooms/{roomId}/relations/{relationId}/review',
    name: 'reviewRelation',
    summary: 'Publish, decline, archive or restore a relation on its own (maintainers)',
    group: 'claims',
    params: onRelation,
    body: reviewRelationInput,
    answer: z.object({ relation: answers.relation }),
    failures: and('already-reviewed', 'claim-not-published', 'relation-repeated'),
  }),
  linkPremises: write({
    method: 'POST',
    path: 'rooms/{roomId}/premise-groups',
    name: 'linkPremises',
    summary: 'Link relations of one kind to one claim, so that they are one reason together',
    group: 'claims',
    params: inRoom,
    body: linkPremisesInput,
    answer: z.object({ relations: z.array(answers.relation) }),
    status: 201,
    isIdempotent: true,
    failures: and('premises-differ', 'relation-closed', 'idempotency-mismatch'),
  }),
  unlinkPremise: write({
    method: 'DELETE',
    path: 'rooms/{roomId}/relations/{relationId}/group',
    name: 'unlinkPremise',
    summary: 'Take a relation out of the premises that it is linked with; answers with all that changed',
    group: 'claims',
    params: onRelation,
    body: null,
    answer: z.object({ relations: z.array(answers.relation) }),
    failures: and('relation-closed'),
  }),

  castVote: write({
    method: 'PUT',
    path: 'rooms/{roomId}/claims/{claimId}/vote',
    name: 'castVote',
    summary: 'Vote on a claim, change the vote, or take it back (choice null)',
    group: 'votes',
    params: onClaim,
    body: castVoteInput,
    bodyLimit: KB,
    answer: z.object({ ownVote: answers.ownVote, tally: answers.voteTally.nullable() }),
    failures: and('claim-archived', 'claim-not-published', 'out-of-date'),
  }),
  rateImpact: write({
    method: 'PUT',
    path: 'rooms/{roomId}/relations/{relationId}/impact',
    name: 'rateImpact',
    summary: 'Say how much a relation would matter if it is true, 0 to 4, or take that back (weight null)',
    group: 'votes',
    params: onRelation,
    body: rateImpactInput,
    bodyLimit: KB,
    answer: z.object({ ownImpact: answers.ownImpact, tally: answers.impactTally.nullable() }),
    failures: and('claim-archived', 'claim-not-published', 'out-of-date'),
  }),
  stateStance: write({
    method: 'PUT',
    path: 'rooms/{roomId}/motions/{claimId}/stance',
    name: 'stateStance',
    summary: 'State where you stand on a motion, with confidence and reason',
    group: 'votes',
    params: onClaim,
    body: stateStanceInput,
    bodyLimit: 16 * KB,
    answer: z.object({ ownStance: answers.ownStance.nullable(), stances: answers.stanceSummary.nullable() }),
    failures: and('not-a-motion', 'out-of-date'),
  }),

  annotations: get({
    path: 'rooms/{roomId}/annotations',
    name: 'listAnnotations',
    summary: 'The notes on one claim, relation or text, as threads',
    group: 'annotations',
    params: inRoom,
    query: annotationFilter,
    answer: z.object({ threads: z.array(answers.thread) }),
    failures: [...reading, 'invalid-input'],
  }),
  addAnnotation: write({
    method: 'POST',
    path: 'rooms/{roomId}/annotations',
    name: 'addAnnotation',
    summary: 'Write a note on a passage, a claim or a relation, or answer a note',
    group: 'annotations',
    params: inRoom,
    body: addAnnotationInput,
    bodyLimit: 64 * KB,
    answer: z.object({ annotation: answers.annotation }),
    status: 201,
    isIdempotent: true,
    failures: and(
      'claim-archived',
      'citation-not-in-text',
      'annotation-removed',
      'reply-to-private',
      'idempotency-mismatch',
    ),
  }),
  editAnnotation: write({
    method: 'PATCH',
    path: 'rooms/{roomId}/annotations/{annotationId}',
    name: 'editAnnotation',
    summary: 'Change a note; 409 with the current words when they changed elsewhere',
    group: 'annotations',
    params: onAnnotation,
    body: editAnnotationInput,
    answer: z.object({ annotation: answers.annotation }),
    failures: and('annotation-removed', 'reply-to-private', 'out-of-date'),
  }),
  removeAnnotation: write({
    method: 'DELETE',
    path: 'rooms/{roomId}/annotations/{annotationId}',
    name: 'removeAnnotation',
    summary: 'Remove a note; its words go, its replies stay',
    group: 'annotations',
    params: onAnnotation,
    body: null,
    answer: z.object({ annotation: answers.annotation }),
  }),
  annotationRevisions: get({
    path: 'rooms/{roomId}/annotations/{annotationId}/revisions',
    name: 'listAnnotationRevisions',
    summary: 'Every wording of a note, newest first (its author and maintainers)',
    group: 'annotations',
    params: onAnnotation,
    answer: z.array(answers.annotationRevision),
    failures: [...reading, 'not-allowed'],
  }),

  createAccount: write({
    method: 'POST',
    path: 'accounts',
    name: 'createAccount',
    summary: 'Make an account with a name and a password; no e-mail address is needed',
    group: 'account',
    needsSignIn: false,
    params: none,
    body: createAccountInput,
    bodyLimit: 4 * KB,
    answer: answers.account,
    status: 201,
    failures: and('name-taken', 'email-taken', 'password-too-common', 'too-many-attempts'),
  }),
  setUp: write({
    method: 'POST',
    path: 'setup',
    name: 'setUp',
    summary: 'Make the first account, an administrator, with the one-time link of the first start',
    group: 'account',
    needsSignIn: false,
    params: none,
    body: setUpInput,
    bodyLimit: 4 * KB,
    answer: answers.account,
    status: 201,
    failures: and('setup-link-invalid', 'name-taken', 'password-too-common'),
  }),
  readAccount: get({
    path: 'account',
    name: 'readAccount',
    summary: 'Your own account and its sessions',
    group: 'account',
    needsSignIn: true,
    params: none,
    answer: answers.signedInPerson,
    failures: ['not-signed-in', 'database-busy', 'internal'],
  }),
  changePassword: write({
    method: 'POST',
    path: 'account/password',
    name: 'changePassword',
    summary: 'Change your password; every session ends',
    group: 'account',
    params: none,
    body: changePasswordInput,
    bodyLimit: 8 * KB,
    answer: null,
    status: 204,
    failures: and('wrong-credentials', 'password-too-common', 'too-many-attempts'),
  }),
  endSession: write({
    method: 'DELETE',
    path: 'account/sessions/{sessionId}',
    name: 'endSession',
    summary: 'End one of your sessions; `current` signs you out',
    group: 'account',
    params: z.strictObject({ sessionId: z.union([uuid, z.literal('current')]) }),
    body: null,
    answer: null,
    status: 204,
  }),
} as const;

/** All contracts as a list, for the document and for tests. */
export const contractList = Object.values(contracts) as unknown as readonly AnyContract[];
