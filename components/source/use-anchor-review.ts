'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { decideAnchor } from '@/lib/client/anchors';
import type { ApiFailure } from '@/lib/client/api';
import type { DecideAnchor } from '@/lib/domain/source/schema';
import type { AnchorQueue, WaitingAnchor } from '@/lib/domain/source/view';
import {
  type AnchorDecisions,
  answered,
  begun,
  type DecisionTrouble,
  isSettled,
  NO_DECISIONS,
  reviewOf,
} from './anchor-decisions';
import { useWarnBeforeLeaving } from './use-warn-before-leaving';

const troubleOf = (error: ApiFailure): DecisionTrouble => {
  if (error.kind === 'network') return 'offline';
  if (error.code === 'changed-since' || error.code === 'out-of-date') return 'decided';
  if (error.code === 'not-found') return 'gone';
  return error.code === 'citation-repeated' ? 'repeated' : 'failed';
};

/**
 * The queue as this page knows it: a place leaves it as soon as it is decided, counts as being saved until the server has
 * the decision, and comes back with the reason when the server did not take it. Decisions about different places are
 * sent side by side (the server takes them one by one), so that leaving the page loses none that was made.
 */
export function useAnchorReview(slug: string, queue: AnchorQueue) {
  const router = useRouter();
  const [decisions, setDecisions] = useState<AnchorDecisions>(NO_DECISIONS);
  // What answers tell is told at once, not with the next drawing: several may come in one turn.
  const latest = useRef({ decisions, queue });
  useEffect(() => {
    latest.current.queue = queue;
  }, [queue]);
  const change = useCallback((next: (now: AnchorDecisions) => AnchorDecisions) => {
    latest.current.decisions = next(latest.current.decisions);
    setDecisions(latest.current.decisions);
  }, []);

  const { anchors, count, saving } = reviewOf(queue, decisions);
  useWarnBeforeLeaving(saving > 0);
  const hasSettled = isSettled(queue, decisions);
  // The bar at the top counts the places too.
  useEffect(() => {
    if (hasSettled) router.refresh();
  }, [hasSettled, router]);

  /** @returns how many places are not settled yet, counting those under way, or why the server did not take it */
  const decide = useCallback(
    async (
      { id }: WaitingAnchor,
      input: DecideAnchor,
    ): Promise<{ trouble: DecisionTrouble } | { trouble: null; left: number }> => {
      change((now) => begun(now, id));
      const result = await decideAnchor(slug, id, input);
      const trouble = result.ok ? null : troubleOf(result.error);
      change((now) => answered(now, id, trouble));
      if (trouble) return { trouble };
      const review = reviewOf(latest.current.queue, latest.current.decisions);
      return { trouble, left: review.count + review.saving };
    },
    [slug, change],
  );
  /** What somebody else decided, or a newer text, makes the page old: it is read again. */
  const readAgain = useCallback(() => {
    change((now) => ({ ...now, troubles: new Map() }));
    router.refresh();
  }, [router, change]);
  return { anchors, count, saving, troubles: decisions.troubles, decide, readAgain };
}
