'use client';

import { useCallback, useEffect, useRef } from 'react';
import { useContributionActions, useMapParts } from '@/lib/client/contributions';
import { lastRead } from '@/lib/domain/debate/last-read';
import { FIRST_WINDOW } from '@/lib/domain/layout/shown-branches';
import type { MapLayout } from '@/lib/domain/layout/types';
import type { MapModel } from './use-map-model';

/** Reads the branches of a large map as they are opened, and shows more of long families. */
export function useLargeBranches(
  model: MapModel,
  layout: MapLayout,
): { showMore: (cardId: string) => boolean } {
  const { debate, outline, state, dispatch, t } = model;
  const parts = useMapParts();
  const { announce } = useContributionActions();
  const isPart = debate.part !== null;
  const motionId = debate.motion.id;
  const failed = useRef(new Set<string>());

  // A branch that is open and was not read as far as it is shown asks for its next page.
  useEffect(() => {
    if (!isPart) return;
    const hosts = [motionId, ...state.unfolded];
    for (const hostId of hosts) {
      const node = outline.nodeById.get(hostId);
      if (hostId !== motionId && !node) continue;
      const unread = node ? node.unread : outline.unread;
      const read = node ? node.children.length : outline.nodes.filter(({ depth }) => depth === 1).length;
      const { to } = state.windows.get(hostId) ?? FIRST_WINDOW;
      if (unread === 0 || read >= to) continue;
      const after = lastRead(outline, hostId, motionId);
      const key = `${hostId} ${after}`;
      if (failed.current.has(key)) continue;
      failed.current.add(key);
      void parts.loadUnder(hostId, after).then((came) => {
        if (came) return;
        failed.current.delete(key);
        announce(t('more.failed'));
      });
    }
  }, [isPart, motionId, state.unfolded, state.windows, outline, parts, announce, t]);

  const showMore = useCallback(
    (cardId: string): boolean => {
      const card = layout.claims.find(({ id }) => id === cardId);
      if (!card?.more || card.parentId === null) return false;
      dispatch({ type: 'more', hostId: card.parentId, direction: card.more.direction });
      return true;
    },
    [layout, dispatch],
  );
  return { showMore };
}
