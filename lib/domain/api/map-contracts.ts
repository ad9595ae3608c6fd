import { z } from 'zod';
import {
  addClaimInput,
  addRelationInput,
  citationInput,
  editClaimInput,
  editRelationInput,
  linkPremisesInput,
  mergeClaimInput,
  reviewClaimInput,
  reviewRelationInput,
  splitClaimInput,
} from '../claim/schema';
import { undoEditInput } from '../edit/schema';
import { uuid } from '../text/input';
import * as answers from './answers';
import { and, get, inRoom, KB, onClaim, onRelation, reading, write } from './contract-parts';

/** Routes that change what stands on a map. */
export const mapContracts = {
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

  addCitation: write({
    method: 'POST',
    path: 'rooms/{roomId}/claims/{claimId}/citations',
    name: 'addCitation',
    summary: 'Let a claim rest on a passage more; one that it cites already is not added again',
    group: 'claims',
    params: onClaim,
    body: citationInput,
    answer: z.object({ claim: answers.claim }),
    failures: and('claim-archived', 'citation-not-in-text'),
  }),

  removeCitation: write({
    method: 'DELETE',
    path: 'rooms/{roomId}/claims/{claimId}/citations/{citationId}',
    name: 'removeCitation',
    summary: 'Take a passage from what a claim rests on',
    group: 'claims',
    params: onClaim.extend({ citationId: uuid }),
    body: null,
    answer: z.object({ claim: answers.claim }),
    failures: and('claim-archived'),
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

  mergeClaim: write({
    method: 'POST',
    path: 'rooms/{roomId}/claims/{claimId}/merge',
    name: 'mergeClaim',
    summary:
      'Merge a claim into one that says the same: lines, citations and notes move, votes are asked again',
    group: 'claims',
    params: onClaim,
    body: mergeClaimInput,
    answer: z.object({
      claim: answers.claim,
      merged: answers.claim,
      relations: z.array(answers.relation),
    }),
    status: 201,
    isIdempotent: true,
    failures: and('claim-archived', 'claim-not-published', 'out-of-date', 'idempotency-mismatch'),
  }),

  splitClaim: write({
    method: 'POST',
    path: 'rooms/{roomId}/claims/{claimId}/split',
    name: 'splitClaim',
    summary: 'Split a claim that says several things into claims that say one each',
    group: 'claims',
    params: onClaim,
    body: splitClaimInput,
    answer: z.object({
      original: answers.claim,
      claims: z.array(answers.claim),
      relations: z.array(answers.relation),
    }),
    status: 201,
    isIdempotent: true,
    failures: and('claim-archived', 'out-of-date', 'idempotency-mismatch'),
  }),

  edits: get({
    path: 'rooms/{roomId}/edits',
    name: 'listEdits',
    summary: 'Your own edits of this map, newest first; the one that an undo takes back is marked',
    group: 'claims',
    needsSignIn: true,
    params: inRoom,
    answer: z.object({ edits: z.array(answers.edit) }),
    failures: [...reading, 'not-signed-in'],
  }),

  undoEdit: write({
    method: 'POST',
    path: 'rooms/{roomId}/edits/undo',
    name: 'undoEdit',
    summary: 'Take back your own last edit; 409 when what it changed is no longer as it left it',
    group: 'claims',
    params: inRoom,
    body: undoEditInput,
    bodyLimit: KB,
    answer: z.object({
      edits: z.array(answers.edit),
      claims: z.array(answers.claim),
      relations: z.array(answers.relation),
    }),
    status: 201,
    isIdempotent: true,
    failures: and('changed-since', 'out-of-date', 'idempotency-mismatch'),
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
} as const;
