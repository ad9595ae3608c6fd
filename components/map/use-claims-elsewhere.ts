'use client';

import { useEffect, useState } from 'react';
import { useContributionActions } from '@/lib/client/contributions';
import type { DebateView, SideRole } from '@/lib/domain/debate/view';

/** A pause in typing after which the server is asked. */
const PAUSE_MS = 250;

interface FoundElsewhere {
  id: string;
  code: string;
  text: string;
  side: SideRole;
}

/**
 * What the words of a search find that the browser did not: claims of the debate's other motions, and, where nothing was
 * found here, claims with words much like those typed. Empty until the server answers, and when it does not.
 */
export function useClaimsElsewhere(
  debate: Pick<DebateView, 'motions' | 'claims'>,
  query: string,
  found: readonly { id: string }[],
): readonly FoundElsewhere[] {
  const { searchClaims } = useContributionActions();
  const words = query.trim();
  const isAsked = words.length > 1 && (debate.motions.length > 1 || found.length === 0);
  const [there, setThere] = useState<{ words: string; claims: FoundElsewhere[] } | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void searchClaims(words).then((answer) => {
        if (!isCurrent || !answer.ok) return;
        const claims = answer.value.claims.filter(({ status }) => status === 'published');
        setThere({ words, claims: claims.map(({ id, code, text }) => ({ id, code, text, side: 'n' })) });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isAsked, words, searchClaims]);
  if (!isAsked || there?.words !== words) return [];
  const sideOf = new Map(debate.claims.map(({ id, side }) => [id, side]));
  return there.claims
    .filter(({ id }) => !found.some((other) => other.id === id))
    .map((claim) => ({ ...claim, side: sideOf.get(claim.id) ?? claim.side }));
}
