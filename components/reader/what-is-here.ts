import type { AnnotationThread, AnnotationView } from '@/lib/domain/annotation/view';
import type { ClaimView, SourceView } from '@/lib/domain/debate/view';
import { carries, isOfVersion } from './reading';

/** What speaks of a stretch of the text, or of a part of it. */
export interface Here {
  claims: ClaimView[];
  notes: AnnotationView[];
}

export function whatIsHere(
  source: SourceView,
  claims: readonly ClaimView[],
  threads: readonly AnnotationThread[],
  { start, end }: { start: number; end: number },
): Here {
  const touches = (one: { sourceVersionId: string; start: number; end: number }): boolean =>
    isOfVersion(one, source) && one.start < end && one.end > start;
  return {
    claims: claims.filter((claim) => carries(claim) && claim.citations.some(touches)),
    notes: threads
      .map(({ note }) => note)
      .filter(
        ({ target, isRemoved }) =>
          target.type === 'passage' && !target.isLost && !isRemoved && touches(target),
      ),
  };
}
