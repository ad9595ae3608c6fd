import { z } from 'zod';
import { searchQuery, similarQuery } from '../search/schema';
import type { SearchView, SimilarClaim } from '../search/view';
import { annotationTarget } from './annotation-answers';
import { get, inRoom, reading } from './contract-parts';

/** Routes that find things. */

const claimHit = z.object({
  id: z.uuid(),
  code: z.string(),
  text: z.string(),
  isMotion: z.boolean(),
  status: z.enum(['suggested', 'published', 'declined', 'archived']),
});

const searchView = z.object({
  claims: z.array(claimHit).max(20),
  passages: z
    .array(
      z.object({
        sourceKey: z.string(),
        sourceTitle: z.string(),
        passageKey: z.string(),
        passageLabel: z.string(),
        snippet: z.string(),
      }),
    )
    .max(20),
  notes: z.array(z.object({ id: z.uuid(), target: annotationTarget, snippet: z.string() })).max(20),
}) satisfies z.ZodType<SearchView>;

const similarClaim = claimHit.extend({
  similarity: z.number().min(0).max(1),
}) satisfies z.ZodType<SimilarClaim>;

export const searchContracts = {
  search: get({
    path: 'rooms/{roomId}/search',
    name: 'search',
    summary: 'Claims, passages and notes in sight that speak of something, best first',
    group: 'debates',
    params: inRoom,
    query: searchQuery,
    answer: searchView,
    failures: [...reading, 'invalid-input', 'too-many-attempts'],
  }),

  similarClaims: get({
    path: 'rooms/{roomId}/claims/similar',
    name: 'listSimilarClaims',
    summary: 'At most five claims in sight that say much the same as these words',
    group: 'claims',
    params: inRoom,
    query: similarQuery,
    answer: z.object({ claims: z.array(similarClaim).max(5) }),
    failures: [...reading, 'invalid-input', 'too-many-attempts'],
  }),
} as const;
