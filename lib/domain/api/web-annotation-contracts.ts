import { z } from 'zod';
import { LEFT_REASONS, type NotesImport } from '../annotation/web/import-view';
import { containerQuery, exportNotesQuery, importNotesInput } from '../annotation/web/schema';
import type { WebJson } from '../annotation/web/web-annotation';
import { and, get, inRoom, onAnnotation, reading, speaking, write } from './contract-parts';

/** Routes by which notes leave and come: as files, and as W3C Web Annotations for other programs. */

/** A file of 5 MB, written as JSON with its texts escaped. */
const MOST_FILE_BYTES = 8_000_000;

const webAnnotation: z.ZodType<WebJson> = z
  .looseObject({ '@context': z.string(), id: z.url(), type: z.literal('Annotation'), target: z.unknown() })
  .meta({ id: 'WebAnnotation' });

const webContainer: z.ZodType<WebJson> = z
  .looseObject({
    '@context': z.union([z.string(), z.array(z.string())]),
    id: z.url(),
    type: z.union([z.string(), z.array(z.string())]),
  })
  .meta({ id: 'WebAnnotationContainer' });

const notesImport: z.ZodType<NotesImport> = z
  .object({
    attached: z.array(
      z.object({
        iri: z.string(),
        how: z.enum(['same', 'shifted', 'moved', 'changed', 'whole', 'answer']),
        on: z.enum(['passage', 'source', 'claim', 'relation', 'note']),
        exact: z.string(),
        quote: z.string(),
        body: z.string(),
      }),
    ),
    left: z.array(
      z.object({ iri: z.string(), reason: z.enum(LEFT_REASONS), quote: z.string(), body: z.string() }),
    ),
    warnings: z.array(z.string()),
    referenceCount: z.int().min(0),
  })
  .meta({ id: 'NotesImport' });

export const webAnnotationContracts = {
  exportAnnotations: get({
    path: 'rooms/{roomId}/annotations/export',
    name: 'exportAnnotations',
    summary:
      'The notes of a room as W3C Web Annotations, as a table or as Markdown: all that this reader may read, or (mine) only their own',
    group: 'annotations',
    params: inRoom,
    query: exportNotesQuery,
    answer: z.object({
      files: z.array(z.object({ name: z.string(), mediaType: z.string(), text: z.string() })),
    }),
    failures: [...reading, 'invalid-input', 'not-signed-in'],
  }),

  previewAnnotations: write({
    method: 'POST',
    path: 'rooms/{roomId}/annotations/import/preview',
    name: 'previewAnnotations',
    summary: 'Read a file of W3C Web Annotations and say where each would stand; writes nothing',
    group: 'annotations',
    params: inRoom,
    body: importNotesInput,
    bodyLimit: MOST_FILE_BYTES,
    answer: notesImport,
    failures: and(...speaking, 'file-refused', 'out-of-date'),
  }),

  importAnnotations: write({
    method: 'POST',
    path: 'rooms/{roomId}/annotations/import',
    name: 'importAnnotations',
    summary:
      'Write W3C Web Annotations into a room as the sender’s own notes, all that find their place or none; those that are here already stay as they are',
    group: 'annotations',
    params: inRoom,
    body: importNotesInput,
    bodyLimit: MOST_FILE_BYTES,
    answer: notesImport,
    status: 201,
    isIdempotent: true,
    failures: and(...speaking, 'file-refused', 'idempotency-mismatch', 'out-of-date'),
  }),

  webAnnotations: get({
    path: 'rooms/{roomId}/web-annotations',
    name: 'readWebAnnotations',
    summary:
      'The notes of a room as a container of the W3C Web Annotation Protocol, or a page of it; Prefer and iris say whether annotations are named or held',
    group: 'annotations',
    params: inRoom,
    query: containerQuery,
    answer: webContainer,
    failures: [...reading, 'invalid-input'],
  }),

  webAnnotation: get({
    path: 'rooms/{roomId}/web-annotations/{annotationId}',
    name: 'readWebAnnotation',
    summary: 'One note as a W3C Web Annotation',
    group: 'annotations',
    params: onAnnotation,
    answer: webAnnotation,
  }),
} as const;
