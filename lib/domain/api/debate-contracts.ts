import { z } from 'zod';
import { createDebateInput, debateQuery, motionInput, setAccessInput } from '../debate/schema';
import * as answers from './answers';
import { and, bySlug, get, inRoom, KB, none, reading, write } from './contract-parts';

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
    summary: 'A debate with its map, as this reader may see it',
    group: 'debates',
    params: bySlug,
    query: debateQuery,
    answer: answers.debate,
    failures: [...reading, 'invalid-input'],
  }),

  createDebate: write({
    method: 'POST',
    path: 'debates',
    name: 'createDebate',
    summary: 'Start a debate from a template; it is private until its owner opens it',
    group: 'debates',
    params: none,
    body: createDebateInput,
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
