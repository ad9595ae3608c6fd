import { z } from 'zod';
import {
  addAnnotationInput,
  annotationFilter,
  editAnnotationInput,
  resolveAnnotationInput,
} from '../annotation/schema';
import * as answers from './annotation-answers';
import { and, get, inRoom, KB, onAnnotation, reading, write } from './contract-parts';

/** Routes of notes. */
export const annotationContracts = {
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
    summary: 'Every wording of a note, newest first (its author and maintainers)',
    group: 'annotations',
    params: onAnnotation,
    answer: z.array(answers.annotationRevision),
    failures: [...reading, 'not-allowed'],
  }),
} as const;
