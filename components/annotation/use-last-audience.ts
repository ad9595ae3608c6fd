'use client';

import { useCallback, useEffect, useState } from 'react';
import { useDraftOwner } from '@/lib/client/contributions';
import { keptStorage } from '@/lib/client/kept-storage';
import { VISIBILITIES } from '@/lib/domain/annotation/schema';
import type { Visibility } from '@/lib/domain/debate/view';

const keyOf = (owner: string, roomId: string): string => `audience:${owner}:${roomId}`;

/**
 * The audience that this person last chose for a note in a room, on this device; wiped at sign-out like all that is kept.
 * @returns null until one was chosen
 */
export function useLastAudience(roomId: string): [Visibility | null, (chosen: Visibility) => void] {
  const owner = useDraftOwner();
  const [last, setLast] = useState<Visibility | null>(null);
  useEffect(() => {
    if (owner === '') return;
    let isCurrent = true;
    const key = keyOf(owner, roomId);
    void keptStorage()
      .then((storage) => storage.entries(key))
      .then((pairs) => {
        const kept = pairs.find(([name]) => name === key)?.[1];
        if (isCurrent) setLast(VISIBILITIES.find((one) => one === kept) ?? null);
      })
      // Without a disk nothing is remembered, and the room's own audience is offered.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [owner, roomId]);
  const remember = useCallback(
    (chosen: Visibility) => {
      setLast(chosen);
      if (owner === '') return;
      void keptStorage()
        .then((storage) => storage.change([], () => ({ set: [[keyOf(owner, roomId), chosen]] })))
        .catch(() => undefined);
    },
    [owner, roomId],
  );
  return [last, remember];
}
