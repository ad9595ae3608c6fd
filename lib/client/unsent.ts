'use client';

import { useCallback, useEffect, useState } from 'react';
import { listenToTabs } from './browser';
import { useDraftOwner } from './contributions';
import type { FoundDraft } from './draft-record';
import { draftsKept, forgetDraft, handOverOf } from './draft-store';
import { keptStorage } from './kept-storage';

/**
 * All texts that this person began on this device and did not send, newest first.
 * @returns `drafts` is null until they have been read
 */
export function useUnsentDrafts(): {
  drafts: readonly FoundDraft[] | null;
  discard: (draft: FoundDraft) => Promise<void>;
} {
  const owner = useDraftOwner();
  const [drafts, setDrafts] = useState<readonly FoundDraft[] | null>(null);

  const read = useCallback(async () => {
    if (owner === '') return;
    const found = await keptStorage()
      .then((storage) => draftsKept(storage, owner, Date.now()))
      .catch(() => []);
    setDrafts(found);
  }, [owner]);

  useEffect(() => {
    void read();
    const shown = () => void read();
    document.addEventListener('visibilitychange', shown);
    const stop = listenToTabs(shown);
    return () => {
      document.removeEventListener('visibilitychange', shown);
      stop();
    };
  }, [read]);

  const discard = useCallback(
    async (draft: FoundDraft) => {
      await forgetDraft(await keptStorage(), handOverOf(draft)).catch(() => undefined);
      await read();
    },
    [read],
  );
  return { drafts, discard };
}
