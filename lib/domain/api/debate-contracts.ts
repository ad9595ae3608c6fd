import { z } from 'zod';
import {
  copyDebateInput,
  createDebateInput,
  debateQuery,
  mapQuery,
  motionInput,
  pageQuery,
  setAccessInput,
} from '../debate/schema';
import { exportQuery, readFileInput } from '../formats/schema';
import { importMapInput } from '../import/schema';
import { importConversationInput } from '../stance/polis-export/schema';
import * as answers from './answers';
import { and, bySlug, get, inRoom, KB, none, reading, write } from './contract-parts';
import * as importAnswers from './import-answers';

/** A file of 5 MB, written as JSON with its texts escaped. */
/** The longest article in a script of several bytes a letter, with the rest of the form. */
const MOST_ARTICLE_BYTES = 1024 * KB;
const MOST_IMPORT_BYTES = 8_000_000;
/** Two tables of 5 MB at the most; in JSON most files grow little. */
const MOST_FILE_BYTES = 12_000_000;

/** Routes of debates. */
export const debateContracts = {
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
    summary:
      'A debate with its map, as this reader may see it; of a map of more than 200 claims the part that it opens with',
    group: 'debates',
    params: bySlug,
    query: debateQuery,
    answer: answers.debate,
    failures: [...reading, 'invalid-input'],
  }),

  mapPage: get({
    path: 'rooms/{roomId}/claims',
    name: 'listClaims',
    summary:
      'Claims of a map, at most 50 a page, with the relations that start at them: those under a claim, or without one under the motion; or (claim, by id or code) at most 100 around one claim with all that it stands under',
    group: 'claims',
    params: inRoom,
    query: pageQuery,
    answer: answers.mapPage,
    failures: [...reading, 'invalid-input'],
  }),

  mapSkeleton: get({
    path: 'rooms/{roomId}/map',
    name: 'readMapSkeleton',
    summary:
      'A whole map without its words, in columns: what stands under what, sides, and the counts in sight',
    group: 'claims',
    params: inRoom,
    query: mapQuery,
    answer: answers.skeleton,
    failures: [...reading, 'invalid-input'],
  }),

  createDebate: write({
    method: 'POST',
    path: 'debates',
    name: 'createDebate',
    summary:
      'Start a debate from a template, with an article to draw claims out of if there is one; it is private until its owner opens it',
    group: 'debates',
    params: none,
    body: createDebateInput,
    bodyLimit: MOST_ARTICLE_BYTES,
    answer: answers.madeDebate,
    status: 201,
    isIdempotent: true,
    failures: and('too-many-attempts', 'idempotency-mismatch'),
  }),

  setDebateAccess: write({
    method: 'PUT',
    path: 'debates/{slug}/access',
    name: 'setDebateAccess',
    summary: 'Open a debate to everyone, or close it to all but those who take part (its owner)',
    group: 'debates',
    params: bySlug,
    body: setAccessInput,
    bodyLimit: KB,
    answer: answers.debateAccess,
  }),

  copyDebate: write({
    method: 'POST',
    path: 'debates/{slug}/copy',
    name: 'copyDebate',
    summary: 'Copy a debate into a private one of your own; votes, stances and notes of people stay behind',
    group: 'debates',
    params: bySlug,
    body: copyDebateInput,
    answer: answers.madeDebate,
    status: 201,
    isIdempotent: true,
    failures: and('too-many-attempts', 'idempotency-mismatch'),
  }),

  exportDebate: get({
    path: 'debates/{slug}/export',
    name: 'exportDebate',
    summary: 'The published map in another format, with what that format cannot hold',
    group: 'debates',
    params: bySlug,
    query: exportQuery,
    answer: importAnswers.exportedMap,
    failures: [...reading, 'invalid-input', 'export-refused'],
  }),

  readFile: write({
    method: 'POST',
    path: 'formats/read',
    name: 'readFile',
    summary:
      'A file of another tool as a map in our own format, with what was lost and guessed; writes nothing',
    group: 'debates',
    params: none,
    body: readFileInput,
    bodyLimit: MOST_FILE_BYTES,
    answer: answers.readMap,
    failures: and('file-refused'),
  }),

  previewImport: write({
    method: 'POST',
    path: 'debates/import/preview',
    name: 'previewImport',
    summary: 'What an import of this map would write, lose and guess; writes nothing',
    group: 'debates',
    params: none,
    body: importMapInput,
    bodyLimit: MOST_IMPORT_BYTES,
    answer: importAnswers.importPreview,
  }),

  importDebate: write({
    method: 'POST',
    path: 'debates/import',
    name: 'importDebate',
    summary: 'Make a private debate from a map, all of it or nothing',
    group: 'debates',
    params: none,
    body: importMapInput,
    bodyLimit: MOST_IMPORT_BYTES,
    answer: importAnswers.importedDebate,
    status: 201,
    isIdempotent: true,
    failures: and('too-many-motions', 'too-many-attempts', 'idempotency-mismatch'),
  }),

  importConversation: write({
    method: 'POST',
    path: 'debates/import/polis',
    name: 'importConversation',
    summary:
      'Make a private debate from the two files of a Polis export, with a class at its reveal that holds the votes without their people; all of it or nothing',
    group: 'debates',
    params: none,
    body: importConversationInput,
    bodyLimit: MOST_FILE_BYTES,
    answer: importAnswers.importedConversation,
    status: 201,
    isIdempotent: true,
    failures: and('file-refused', 'too-many-attempts', 'idempotency-mismatch'),
  }),

  importMap: write({
    method: 'POST',
    path: 'rooms/{roomId}/import',
    name: 'importMap',
    summary: 'Add a whole map to a debate that you maintain, all of it or nothing',
    group: 'debates',
    params: inRoom,
    body: importMapInput,
    bodyLimit: MOST_IMPORT_BYTES,
    answer: importAnswers.importedMap,
    status: 201,
    isIdempotent: true,
    failures: and('too-many-motions', 'idempotency-mismatch'),
  }),

  addMotion: write({
    method: 'POST',
    path: 'rooms/{roomId}/motions',
    name: 'addMotion',
    summary: 'Add a motion to a debate (maintainers)',
    group: 'debates',
    params: inRoom,
    body: motionInput,
    answer: answers.addedMotion,
    status: 201,
    isIdempotent: true,
    failures: and('too-many-motions', 'idempotency-mismatch'),
  }),

  sources: get({
    path: 'debates/{slug}/sources',
    name: 'readSources',
    summary: 'The latest text of each source, with paragraphs and sentences',
    group: 'debates',
    params: bySlug,
    answer: z.array(answers.source),
  }),
} as const;
