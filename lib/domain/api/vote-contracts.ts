import { z } from 'zod';
import { stateStanceInput } from '../stance/schema';
import { castVoteInput, rateImpactInput } from '../vote/schema';
import * as answers from './answers';
import { and, KB, onClaim, onRelation, write } from './contract-parts';

/** Routes of votes, impacts and stances. */
export const voteContracts = {
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
    failures: and(
      'claim-archived',
      'claim-not-published',
      'out-of-date',
      'not-now',
      'answers-in-class',
      'no-side',
    ),
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
    failures: and(
      'claim-archived',
      'claim-not-published',
      'out-of-date',
      'not-now',
      'answers-in-class',
      'no-side',
    ),
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
    answer: z.object({
      ownStance: answers.ownStance.nullable(),
      firstStance: answers.ownStance.nullable(),
      hasStated: z.boolean(),
      stances: answers.stanceSummary.nullable(),
    }),
    failures: and('not-a-motion', 'out-of-date', 'not-now', 'stances-over', 'answers-in-class'),
  }),
} as const;
