import { z } from 'zod';
import type { FailureCode } from '../failure';
import { giveFeedbackInput, releaseFeedbackInput, setRubricInput } from '../room/feedback/schema';
import { askForNamesInput, namesLinkQuery, reportExportQuery, reportQuery } from '../room/report/schema';
import { and, get, inRoom, KB, reading, write } from './contract-parts';
import * as answers from './report-answers';

const keeping: readonly FailureCode[] = [...reading, 'not-signed-in', 'not-allowed'];

/** Routes of a room's report, of its tables, and of feedback on people's work. */
export const reportContracts = {
  roomReport: get({
    path: 'rooms/{roomId}/report',
    name: 'readRoomReport',
    summary:
      'The report of a class or group: participation, and from the reveal on the shift, what moved people, votes and common ground',
    group: 'rooms',
    params: inRoom,
    query: reportQuery,
    answer: answers.roomReport,
    failures: [...reading, 'invalid-input'],
  }),

  roomStances: get({
    path: 'rooms/{roomId}/stances',
    name: 'readRoomStances',
    summary:
      'Where the people of a class or of the commons stand on a motion, nameless, how they moved and by which claims (in the commons those who answered again at another time); hidden as in the report until the reveal; of a breakout group those of its class',
    group: 'rooms',
    params: inRoom,
    query: reportQuery,
    answer: answers.roomStances,
    failures: [...reading, 'invalid-input'],
  }),

  exportReport: get({
    path: 'rooms/{roomId}/report/export',
    name: 'exportReport',
    summary:
      'A table behind the report as CSV: participants and contributions by alias, claims with votes, single votes and stances under names drawn for this file; the votes as the two files of a Polis export (polis)',
    group: 'rooms',
    params: inRoom,
    query: reportExportQuery,
    answer: answers.csvFiles,
    failures: [...keeping, 'invalid-input', 'not-now'],
  }),

  askForNames: write({
    method: 'POST',
    path: 'rooms/{roomId}/names-export',
    name: 'askForNames',
    summary:
      'Allow a copy of the participants with names, where the room was opened so: logged, and announced in the room',
    group: 'rooms',
    params: inRoom,
    body: askForNamesInput,
    bodyLimit: 8 * KB,
    answer: answers.namesLink,
  }),

  exportNames: get({
    path: 'rooms/{roomId}/names-export',
    name: 'exportNames',
    summary: 'The participants with names, by a link that is good for ten minutes for who asked for it',
    group: 'rooms',
    params: inRoom,
    needsSignIn: true,
    query: namesLinkQuery,
    answer: answers.csvFiles,
    failures: [...keeping, 'invalid-input'],
  }),

  feedback: get({
    path: 'rooms/{roomId}/feedback',
    name: 'listFeedback',
    summary: 'Work in a class by person, with what was said of it (those who grade)',
    group: 'rooms',
    params: inRoom,
    needsSignIn: true,
    answer: answers.feedbackDesk,
    failures: keeping,
  }),

  giveFeedback: write({
    method: 'PUT',
    path: 'rooms/{roomId}/feedback',
    name: 'giveFeedback',
    summary:
      'Say something of a person’s work or of one contribution, with grade and points; held until released',
    group: 'rooms',
    params: inRoom,
    body: giveFeedbackInput,
    bodyLimit: 64 * KB,
    answer: z.object({ feedback: answers.feedback }),
    failures: and('changed-since'),
  }),

  releaseFeedback: write({
    method: 'POST',
    path: 'rooms/{roomId}/feedback/release',
    name: 'releaseFeedback',
    summary: 'Let people see what was said of their work: all that is held, or what is named of it',
    group: 'rooms',
    params: inRoom,
    body: releaseFeedbackInput,
    answer: z.object({ released: z.int().min(0) }),
  }),

  ownFeedback: get({
    path: 'rooms/{roomId}/feedback/mine',
    name: 'readOwnFeedback',
    summary: 'What was released to the reader of their own work in a class',
    group: 'rooms',
    params: inRoom,
    needsSignIn: true,
    answer: answers.ownFeedback,
    failures: [...reading, 'not-signed-in'],
  }),

  setRubric: write({
    method: 'PUT',
    path: 'rooms/{roomId}/rubric',
    name: 'setRubric',
    summary: 'Set the criteria that work in a class is graded by (those who grade)',
    group: 'rooms',
    params: inRoom,
    body: setRubricInput,
    bodyLimit: 16 * KB,
    answer: z.object({ rubric: answers.rubric }),
  }),
} as const;
