import { z } from 'zod';
import { writeTourInput } from '../tour/schema';
import type { TourView } from '../tour/view';
import { and, bySlug, get, write } from './contract-parts';

/** Routes of the guided tour of a debate. */

const tour = z.object({
  steps: z.array(
    z.object({
      id: z.uuid(),
      claimId: z.uuid(),
      code: z.string(),
      motionCode: z.string(),
      words: z.string(),
    }),
  ),
  revision: z.int().min(0),
  canEdit: z.boolean(),
}) satisfies z.ZodType<TourView>;

export const tourContracts = {
  tour: get({
    path: 'debates/{slug}/tour',
    name: 'readTour',
    summary: 'The guided tour of a debate, as this reader can follow it',
    group: 'debates',
    params: bySlug,
    answer: tour,
  }),

  writeTour: write({
    method: 'PUT',
    path: 'debates/{slug}/tour',
    name: 'writeTour',
    summary:
      'Write all steps of the tour (maintainers); 409 with what stands when somebody else wrote it first',
    group: 'debates',
    params: bySlug,
    body: writeTourInput,
    bodyLimit: 256 * 1024,
    answer: tour,
    failures: and('out-of-date'),
  }),
} as const;
