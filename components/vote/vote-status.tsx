'use client';

import { CloudOff, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useContributionActions, useContributionState } from '@/lib/client/contributions';
import type { ClaimView } from '@/lib/domain/debate/view';

/** What became of the own vote, in a line under the buttons: hidden counts, a changed claim, waiting, refused. */
export function VoteStatus({ claim, isSignedIn }: { claim: ClaimView; isSignedIn: boolean }) {
  const t = useTranslations('contribute.vote');
  const lineage = useTranslations('edit.lineage');
  const { pending, refused, isUnkept } = useContributionState();
  const { retryRefused, discard } = useContributionActions();
  const failed = refused.find(({ action }) => action.type === 'vote' && action.claimId === claim.id);
  if (failed) {
    return (
      <div className="mt-2 grid gap-2 text-caption">
        <p className="flex gap-1.5">
          <CloudOff aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none" />
          <span>{t('refused', { message: failed.failure?.message ?? '' })}</span>
        </p>
        <div className="flex gap-2">
          <Button size="small" onClick={() => retryRefused(failed.id)}>
            {t('again')}
          </Button>
          <Button size="small" variant="quiet" onClick={() => discard(failed.id)}>
            {t('drop')}
          </Button>
        </div>
      </div>
    );
  }
  if (claim.status !== 'published') return <Line>{t(`closed.${claim.status}`)}</Line>;
  if (pending.get(claim.id) === 'waiting') {
    return (
      <Line>
        <CloudOff aria-hidden="true" strokeWidth={1.75} className="size-3.5 flex-none" />
        {isUnkept ? t('waitingUnkept') : isSignedIn ? t('waiting') : t('waitingForSignIn')}
      </Line>
    );
  }
  if (claim.ownVote.isStale && claim.ownVote.choice !== null) {
    return (
      <Line>
        <RotateCcw aria-hidden="true" strokeWidth={1.75} className="size-3.5 flex-none" />
        {claim.madeFrom.length > 0 ? lineage('voteAgain', { codes: claim.madeFrom.join(', ') }) : t('stale')}
      </Line>
    );
  }
  if (claim.tally === null) return <Line>{isSignedIn ? t('hidden') : t('hiddenFromVisitors')}</Line>;
  return null;
}

function Line({ children }: { children: React.ReactNode }) {
  return <p className="mt-2 flex items-center gap-1.5 text-caption text-muted">{children}</p>;
}
