import { z } from 'zod';
import {
  addAnnotationInput,
  aliasQuery,
  annotationFilter,
  auditQuery,
  editAnnotationInput,
  helpfulInput,
  moderateAnnotationInput,
  reportAnnotationInput,
  resolveAnnotationInput,
  roomSettingsInput,
} from '../annotation/schema';
import type { FailureCode } from '../failure';
import * as answers from './annotation-answers';
import { and, get, inRoom, KB, onAnnotation, reading, speaking, write } from './contract-parts';

const signedInReading: readonly FailureCode[] = [...reading, 'not-signed-in'];

/** Routes of notes. */
export const annotationContracts = {
  annotations: get({
    path: 'rooms/{roomId}/annotations',
    name: 'listAnnotations',
    summary:
      'The notes on one claim, relation, text or source, as threads; of a source also those that its newest text lost',
    group: 'annotations',
    params: inRoom,
    query: annotationFilter,
    answer: answers.annotationList,
    failures: [...reading, 'invalid-input'],
  }),

  addAnnotation: write({
    method: 'POST',
    path: 'rooms/{roomId}/annotations',
    name: 'addAnnotation',
    summary: 'Write a note on a passage, a source, a claim or a relation, or answer a note',
    group: 'annotations',
    params: inRoom,
    body: addAnnotationInput,
    bodyLimit: 64 * KB,
    answer: z.object({ annotation: answers.annotation }),
    status: 201,
    isIdempotent: true,
    failures: and(
      ...speaking,
      'thread-locked',
      'claim-archived',
      'citation-not-in-text',
      'annotation-removed',
      'reply-to-private',
      'public-in-commons-only',
      'no-group',
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
    failures: and(
      ...speaking,
      'thread-locked',
      'annotation-removed',
      'reply-to-private',
      'public-in-commons-only',
      'no-group',
      'out-of-date',
    ),
  }),

  resolveAnnotation: write({
    method: 'PUT',
    path: 'rooms/{roomId}/annotations/{annotationId}/resolution',
    name: 'resolveAnnotation',
    summary: 'Say that what a mark asked for is done, or open it again (its author and maintainers)',
    group: 'annotations',
    params: onAnnotation,
    body: resolveAnnotationInput,
    bodyLimit: KB,
    answer: z.object({ annotation: answers.annotation }),
    failures: and('annotation-removed'),
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
    summary:
      'The wordings of a note, newest first: those that were open to this reader when they were written',
    group: 'annotations',
    params: onAnnotation,
    answer: z.array(answers.annotationRevision),
  }),

  markHelpful: write({
    method: 'PUT',
    path: 'rooms/{roomId}/annotations/{annotationId}/helpful',
    name: 'markHelpful',
    summary: 'Say that a note of somebody else helped, or take that back',
    group: 'annotations',
    params: onAnnotation,
    body: helpfulInput,
    bodyLimit: KB,
    answer: z.object({ annotation: answers.annotation }),
    failures: and('annotation-removed', 'own-note'),
  }),

  reportAnnotation: write({
    method: 'POST',
    path: 'rooms/{roomId}/annotations/{annotationId}/reports',
    name: 'reportAnnotation',
    summary: 'Ask the maintainers to look at a note of somebody else; once for each person',
    group: 'annotations',
    params: onAnnotation,
    body: reportAnnotationInput,
    bodyLimit: 8 * KB,
    answer: z.object({ annotation: answers.annotation }),
    status: 201,
    failures: and('annotation-removed', 'own-note', 'already-reported'),
  }),

  moderateAnnotation: write({
    method: 'PUT',
    path: 'rooms/{roomId}/annotations/{annotationId}/status',
    name: 'moderateAnnotation',
    summary: 'Let a note through, hide it with a reason, or show it again (maintainers)',
    group: 'annotations',
    params: onAnnotation,
    body: moderateAnnotationInput,
    bodyLimit: 8 * KB,
    answer: z.object({ annotation: answers.annotation }),
    failures: and('annotation-removed'),
  }),

  mentions: get({
    path: 'rooms/{roomId}/annotations/mentions',
    name: 'listMentions',
    summary: 'The notes that name the reader, newest first, at most 100',
    group: 'annotations',
    params: inRoom,
    needsSignIn: true,
    answer: z.object({ mentions: z.array(answers.mention) }),
    failures: signedInReading,
  }),

  aliases: get({
    path: 'rooms/{roomId}/aliases',
    name: 'listAliases',
    summary: 'Aliases of the room that begin with some letters, at most 10 (those with a seat in it)',
    group: 'annotations',
    params: inRoom,
    query: aliasQuery,
    needsSignIn: true,
    answer: z.object({ aliases: z.array(z.string()) }),
    failures: [...signedInReading, 'not-allowed', 'invalid-input'],
  }),

  noteTags: get({
    path: 'rooms/{roomId}/annotations/tags',
    name: 'listNoteTags',
    summary: 'Tags of the notes in sight, the most used first, at most 200',
    group: 'annotations',
    params: inRoom,
    answer: z.object({ tags: z.array(answers.tagCount) }),
  }),

  ownNotes: get({
    path: 'rooms/{roomId}/annotations/mine',
    name: 'listOwnNotes',
    summary: 'Every thread of the room that the reader has written in, oldest first, with its place',
    group: 'annotations',
    params: inRoom,
    needsSignIn: true,
    answer: z.object({ threads: z.array(answers.placedThread) }),
    failures: signedInReading,
  }),

  moderation: get({
    path: 'rooms/{roomId}/moderation',
    name: 'listModeration',
    summary: 'Notes that wait, that were reported and that are hidden (maintainers)',
    group: 'annotations',
    params: inRoom,
    needsSignIn: true,
    answer: answers.moderation,
    failures: [...signedInReading, 'not-allowed'],
  }),

  roomAudit: get({
    path: 'rooms/{roomId}/audit',
    name: 'listRoomAudit',
    summary: 'Uses of a right over others in the room, newest first, in pages of 50 (maintainers)',
    group: 'annotations',
    params: inRoom,
    query: auditQuery,
    needsSignIn: true,
    answer: z.object({ entries: z.array(answers.auditEntry), next: z.uuid().nullable() }),
    failures: [...signedInReading, 'not-allowed', 'invalid-input'],
  }),

  setRoomSettings: write({
    method: 'PATCH',
    path: 'rooms/{roomId}/settings',
    name: 'setRoomSettings',
    summary:
      'Whether notes wait for a maintainer, and how many one posts before reading others (maintainers)',
    group: 'annotations',
    params: inRoom,
    body: roomSettingsInput,
    bodyLimit: KB,
    answer: z.object({ settings: answers.noteSettings }),
  }),
} as const;
