'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { decideAnchor } from '@/lib/client/anchors';
import type { ApiFailure } from '@/lib/client/api';
import type { DecideAnchor } from '@/lib/domain/source/schema';
import type { AnchorQueue, WaitingAnchor } from '@/lib/domain/source/view';

export type DecisionTrouble = 'decided' | 'gone' | 'repeated' | 'offline' | 'failed';

const troubleOf = (error: ApiFailure): DecisionTrouble => {
  if (error.kind === 'network') return 'offline';
  if (error.code === 'changed-since' || error.code === 'out-of-date') return 'decided';
  if (error.code === 'not-found') return 'gone';
  return error.code === 'citation-repeated' ? 'repeated' : 'failed';
};

/**
 * The queue as this page knows it: a place leaves it as soon as it is decided, and comes back with the reason when the
 * server did not take the decision.
 */
export function useAnchorReview(slug: string, queue: AnchorQueue) {
  const router = useRouter();
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [troubles, setTroubles] = useState<ReadonlyMap<string, DecisionTrouble>>(new Map());
  const anchors = queue.anchors.filter(({ id }) => !decided.has(id));

  const decide = useCallback(
    async (anchor: WaitingAnchor, input: DecideAnchor): Promise<DecisionTrouble | null> => {
      const { id } = anchor;
      setDecided((known) => new Set([...known, id]));
      setTroubles((known) => new Map([...known].filter(([other]) => other !== id)));
      const result = await decideAnchor(slug, id, input);
      if (result.ok) return null;
      const trouble = troubleOf(result.error);
      setDecided((known) => new Set([...known].filter((other) => other !== id)));
      setTroubles((known) => new Map([...known, [id, trouble]]));
      return trouble;
    },
    [slug],
  );
  /** What somebody else decided, or a newer text, makes the page old: it is read again. */
  const readAgain = useCallback(() => {
    setTroubles(new Map());
    router.refresh();
  }, [router]);
  const count = Math.max(anchors.length, queue.count - decided.size);
  return { anchors, count, troubles, decide, readAgain };
}
