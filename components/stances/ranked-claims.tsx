'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { firstRanks, type Rank } from '@/lib/domain/room/report/ranks';
import type { OpinionClaim, ShownOpinions } from '@/lib/domain/stance/opinion/opinion-view';
import type { ClaimsDebate } from './claim-line';
import { AT_FIRST, FoldButton } from './fold-button';
import { Multiples } from './multiples';
import { claimsWith } from './votes-by-group';

/** Ranked claims with their votes: the first five, then all. Those that stand alike are shown together or not at all. */
export function RankedClaims({
  title,
  ranks,
  shown,
  debate,
  rateOf,
}: {
  title: string;
  ranks: readonly Rank<{ claimId: string }>[];
  shown: ShownOpinions;
  debate: ClaimsDebate;
  rateOf?: (claim: OpinionClaim) => string | null;
}) {
  const t = useTranslations('opinions.votes');
  const [isAll, setIsAll] = useState(false);
  const ids = ranks.flatMap(({ items }) => items);
  const first = firstRanks(ranks, AT_FIRST).flatMap(({ items }) => items);
  const claims = claimsWith(shown, isAll ? ids : first);
  const more = ids.length - first.length;
  return (
    <div className="grid gap-3">
      {first.length === 0 ? <p className="text-ui">{t('alike', { count: ids.length })}</p> : null}
      {claims.length > 0 ? (
        <Multiples title={title} claims={claims} shown={shown} debate={debate} {...(rateOf && { rateOf })} />
      ) : null}
      <FoldButton more={more} isAll={isAll} onChange={setIsAll} />
    </div>
  );
}

/** Claims that stand outside of the ranks, closed until somebody asks. */
export function ClaimsApart({
  summary,
  title,
  claims,
  shown,
  debate,
}: {
  summary: string;
  title: string;
  claims: readonly OpinionClaim[];
  shown: ShownOpinions;
  debate: ClaimsDebate;
}) {
  if (claims.length === 0) return null;
  return (
    <details>
      <summary className="w-fit py-1.5 text-caption underline decoration-control underline-offset-4 pointer-coarse:py-3">
        {summary}
      </summary>
      <div className="pt-2">
        <Multiples title={title} claims={claims} shown={shown} debate={debate} />
      </div>
    </details>
  );
}
