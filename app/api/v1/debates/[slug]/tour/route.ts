import { handle } from '@/app/api/kernel/handle';
import { contracts } from '@/lib/domain/api/contracts';
import { readTour, writeTour } from '@/lib/server/tour/tour';

export const GET = handle(contracts.tour, ({ actor, params }) => readTour(actor, params.slug));

export const PUT = handle(contracts.writeTour, ({ actor, params, body }) =>
  writeTour(actor, params.slug, body),
);
