'use client';

import { useEffect, useMemo, useState } from 'react';
import { useMapParts } from '@/lib/client/contributions';
import { isClosed } from '@/lib/domain/debate/closed';
import type { DebateView, SideRole } from '@/lib/domain/debate/view';
import { findClaims } from './find-claims';

const MOST = 30;
/** A pause in typing after which the server is asked. */
const PAUSE_MS = 200;

export interface FoundClaim {
  id: string;
  code: string;
  text: string;
  side: SideRole;
}

/** Claims that are found as one types: in a debate that was read whole at once, in a large one by the server. */
export function useFoundClaims(
  debate: DebateView,
  query: string,
  showsClosed: boolean,
): readonly FoundClaim[] {
  const parts = useMapParts();
  const isPart = debate.part !== null;
  const here = useMemo(
    () =>
      findClaims(
        debate.claims.filter((claim) => showsClosed || !isClosed(claim)),
        query,
      ).slice(0, MOST),
    [debate.claims, query, showsClosed],
  );
  const [there, setThere] = useState<{ query: string; claims: readonly FoundClaim[] } | null>(null);
  const words = query.trim();
  useEffect(() => {
    if (!isPart || words === '') return;
    let isAsked = true;
    const timer = setTimeout(() => {
      void parts.find(words).then((found) => {
        if (isAsked && found) setThere({ query: words, claims: found });
      });
    }, PAUSE_MS);
    return () => {
      isAsked = false;
      clearTimeout(timer);
    };
  }, [isPart, words, parts]);

  return useMemo(() => {
    if (!isPart || there?.query !== words) return here;
    const sideOf = new Map((debate.part?.whole?.claims ?? debate.claims).map(({ id, side }) => [id, side]));
    return there.claims.map((claim) => ({ ...claim, side: sideOf.get(claim.id) ?? claim.side }));
  }, [isPart, there, words, here, debate]);
}
