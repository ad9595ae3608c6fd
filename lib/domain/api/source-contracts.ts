import { z } from 'zod';
import { addSourceInput, addVersionInput, decideAnchorInput, previewVersionInput } from '../source/schema';
import { uuid } from '../text/input';
import { and, bySlug, get, KB, write } from './contract-parts';
import * as answers from './source-answers';

/** A text of a million characters, each of three bytes and some of them escaped, with the paragraphs that it follows. */
const MOST_TEXT_BYTES = 4_500_000;

const slug = bySlug.shape.slug;
const onSource = z.strictObject({ slug, sourceId: uuid });
const onVersion = z.strictObject({ slug, sourceId: uuid, number: z.string().regex(/^[1-9]\d{0,3}$/) });
const onAnchor = z.strictObject({ slug, resolutionId: uuid });

/** Routes of sources, their versions, and the places in them that wait for a decision. */
export const sourceContracts = {
  addSource: write({
    method: 'POST',
    path: 'debates/{slug}/sources',
    name: 'addSource',
    summary: 'Add a text that claims can cite (maintainers)',
    group: 'debates',
    params: bySlug,
    body: addSourceInput,
    bodyLimit: MOST_TEXT_BYTES,
    answer: answers.addedSource,
    status: 201,
    isIdempotent: true,
    failures: and('too-many-sources', 'idempotency-mismatch'),
  }),

  sourceHistory: get({
    path: 'debates/{slug}/sources/{sourceId}/versions',
    name: 'readSourceHistory',
    summary: 'The versions of a source without their texts, newest first',
    group: 'debates',
    params: onSource,
    answer: answers.sourceHistory,
  }),

  sourceVersion: get({
    path: 'debates/{slug}/sources/{sourceId}/versions/{number}',
    name: 'readSourceVersion',
    summary: 'A version of a source: its text with paragraphs and sentences',
    group: 'debates',
    params: onVersion,
    answer: answers.sourceVersion,
  }),

  previewVersion: write({
    method: 'POST',
    path: 'debates/{slug}/sources/{sourceId}/versions/preview',
    name: 'previewSourceVersion',
    summary: 'What would become of what is tied to a source if this were its text; writes nothing',
    group: 'debates',
    params: onSource,
    body: previewVersionInput,
    bodyLimit: MOST_TEXT_BYTES,
    answer: answers.versionPreview,
    failures: and('out-of-date'),
  }),

  addVersion: write({
    method: 'POST',
    path: 'debates/{slug}/sources/{sourceId}/versions',
    name: 'addSourceVersion',
    summary:
      'Give a source a new text (maintainers): every citation and note is found again in it, or kept with the text it stood in',
    group: 'debates',
    params: onSource,
    body: addVersionInput,
    bodyLimit: MOST_TEXT_BYTES,
    answer: answers.addedVersion,
    status: 201,
    isIdempotent: true,
    failures: and('out-of-date', 'too-many-sources', 'idempotency-mismatch'),
  }),

  anchors: get({
    path: 'debates/{slug}/anchors',
    name: 'listWaitingAnchors',
    summary:
      'Citations and notes whose place in a new text somebody should look at: all that they see for those who maintain the debate, their own for everybody else',
    group: 'debates',
    params: bySlug,
    answer: answers.anchorQueue,
  }),

  decideAnchor: write({
    method: 'POST',
    path: 'debates/{slug}/anchors/{resolutionId}/decision',
    name: 'decideAnchor',
    summary: 'Say that the place found is right, that it is another one, or that the passage is gone',
    group: 'debates',
    params: onAnchor,
    body: decideAnchorInput,
    bodyLimit: 128 * KB,
    answer: answers.decidedAnchor,
    failures: and('changed-since', 'citation-not-in-text', 'citation-repeated'),
  }),
} as const;
