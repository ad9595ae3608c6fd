import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { CLAIM_FILTERS, filteredClaims } from '@/lib/domain/debate/claim-filters';
import type { Outline } from '@/lib/domain/debate/outline';
import type { DebateView } from '@/lib/domain/debate/view';
import type { OutlineChange } from './outline-state';

/** Sets the filter that the address asks for with `show`, e.g. `waiting`; once, so that it can be put aside on the page. */
export function useAskedFilter(
  debate: DebateView,
  outline: Outline,
  change: (change: OutlineChange) => void,
): void {
  const asked = useSearchParams().get('show');
  const name = CLAIM_FILTERS.find((known) => known === asked) ?? null;
  const [met, setMet] = useState<string | null>(null);
  useEffect(() => {
    if (met === name) return;
    setMet(name);
    if (name === null) return;
    const claims = filteredClaims(debate.claims, name).filter(({ id }) => outline.nodeById.has(id));
    change({ type: 'filter', filter: { name, claimIds: new Set(claims.map(({ id }) => id)) } });
  }, [name, met, debate, outline, change]);
}
