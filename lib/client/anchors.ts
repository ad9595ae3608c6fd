import type { DecideAnchor } from '@/lib/domain/source/schema';
import type { DecidedAnchor } from '@/lib/domain/source/view';
import { type ApiResult, request } from './api';

/** Says of a place found in a new text that it is right, that it is another one, or that the passage is gone. */
export const decideAnchor = (
  slug: string,
  resolutionId: string,
  input: DecideAnchor,
): Promise<ApiResult<DecidedAnchor>> =>
  request(
    'POST',
    `/debates/${encodeURIComponent(slug)}/anchors/${encodeURIComponent(resolutionId)}/decision`,
    {
      body: input,
      // Taken also when the page is left at once; words of the text may be too long for what a browser sends on.
      keepalive: input.decision !== 'moved',
    },
  );
