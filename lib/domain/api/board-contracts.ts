import { z } from 'zod';
import type { FailureCode } from '../failure';
import { helpedInput, lockInput, nudgeInput, spotlightInput } from '../room/board-schema';
import * as annotationAnswers from './annotation-answers';
import * as answers from './board-answers';
import { and, get, inRoom, KB, onAnnotation, reading, write } from './contract-parts';

const keeping: readonly FailureCode[] = [...reading, 'not-signed-in', 'not-allowed'];

/** Routes of those who keep a room while it runs. */
export const boardContracts = {
  roomProgress: get({
    path: 'rooms/{roomId}/progress',
    name: 'readRoomProgress',
    summary:
      'How far a class or group is: people by alias with what they did, turnout, what waits (those who keep it)',
    group: 'rooms',
    params: inRoom,
    needsSignIn: true,
    answer: answers.progress,
    failures: keeping,
  }),

  waitingClaims: get({
    path: 'rooms/{roomId}/waiting',
    name: 'listWaitingClaims',
    summary: 'Claims of the room that wait for a decision, oldest first, at most 30 (those who keep it)',
    group: 'rooms',
    params: inRoom,
    needsSignIn: true,
    answer: z.object({ claims: z.array(answers.waitingClaim) }),
    failures: keeping,
  }),

  presenter: get({
    path: 'rooms/{roomId}/presenter',
    name: 'readPresenter',
    summary:
      'What the projector shows: code, step, clock, turnout without people, and the results once revealed',
    group: 'rooms',
    params: inRoom,
    needsSignIn: true,
    answer: answers.presenter,
    failures: keeping,
  }),

  askForHelp: write({
    method: 'PUT',
    path: 'rooms/{roomId}/help',
    name: 'askForHelp',
    summary: 'Tell those who keep the room that one needs help',
    group: 'rooms',
    params: inRoom,
    body: null,
    answer: z.object({ asksHelp: z.boolean() }),
  }),

  endHelp: write({
    method: 'DELETE',
    path: 'rooms/{roomId}/help',
    name: 'endHelp',
    summary: 'Take that back, or, for those who keep the room, say that somebody was helped',
    group: 'rooms',
    params: inRoom,
    body: helpedInput,
    bodyLimit: KB,
    answer: z.object({ asksHelp: z.boolean() }),
  }),

  nudge: write({
    method: 'POST',
    path: 'rooms/{roomId}/nudges',
    name: 'nudgePeople',
    summary: 'Ask people for what the room waits for: some, or all who are not done, whom the answer counts',
    group: 'rooms',
    params: inRoom,
    body: nudgeInput,
    answer: z.object({ nudged: z.int().min(0) }),
  }),

  setSpotlight: write({
    method: 'PUT',
    path: 'rooms/{roomId}/spotlight',
    name: 'setSpotlight',
    summary: 'Show a claim large on the projector, or none (those who keep the room)',
    group: 'rooms',
    params: inRoom,
    body: spotlightInput,
    bodyLimit: KB,
    answer: z.object({ claimId: z.uuid().nullable() }),
    failures: and('claim-not-published'),
  }),

  lockThread: write({
    method: 'PUT',
    path: 'rooms/{roomId}/annotations/{annotationId}/lock',
    name: 'lockThread',
    summary: 'End the answers in the thread of a note, or let them go on (maintainers)',
    group: 'annotations',
    params: onAnnotation,
    body: lockInput,
    bodyLimit: KB,
    answer: z.object({ annotation: annotationAnswers.annotation }),
  }),
} as const;
