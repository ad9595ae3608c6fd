'use client';

import { useEffect, useState } from 'react';
import type { WholeMapView } from '@/lib/domain/debate/view';
import type { Icicle } from '@/lib/domain/layout/icicle';

/** Overviews by the hash of their map: the same structure is laid out once. */
const known = new Map<string, Icicle>();
const MOST_KEPT = 8;

/** The overview of a whole map, laid out in a worker; null until it is there. */
export function useIcicle(whole: WholeMapView | undefined): Icicle | null {
  const [, setLatest] = useState<string | null>(null);
  useEffect(() => {
    if (!whole || known.has(whole.hash)) return;
    const worker = new Worker(new URL('./overview-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<{ hash: string; icicle: Icicle }>) => {
      const [oldest] = known.keys();
      if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest);
      known.set(data.hash, data.icicle);
      setLatest(data.hash);
      worker.terminate();
    };
    const indexOf = new Map(whole.claims.map(({ id }, index) => [id, index]));
    worker.postMessage({
      hash: whole.hash,
      parents: whole.claims.map(({ parentId }) => (parentId === null ? -1 : (indexOf.get(parentId) ?? -1))),
      sides: whole.claims.map(({ side }) => side).join(''),
    });
    return () => worker.terminate();
  }, [whole]);
  return whole ? (known.get(whole.hash) ?? null) : null;
}
