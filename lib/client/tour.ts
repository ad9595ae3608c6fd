import type { WriteTour } from '@/lib/domain/tour/schema';
import type { TourView } from '@/lib/domain/tour/view';
import { type ApiResult, request } from './api';

/** Writes all steps of a tour. When somebody else wrote it first, the failure's `current` is what stands. */
export const writeTour = (slug: string, input: WriteTour): Promise<ApiResult<TourView>> =>
  request<TourView>('PUT', `/debates/${encodeURIComponent(slug)}/tour`, { body: input });
