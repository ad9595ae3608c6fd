'use client';

import { CloudOff, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRefused } from '@/components/claim/use-refused';
import { useWhyNot } from '@/components/room/why-not';
import { Button } from '@/components/ui/button';
import { useContributionActions, useContributionState } from '@/lib/client/contributions';
import { useRoomTakes } from '@/lib/client/live/room-takes';
import { useHiddenUntilReveal } from '@/lib/client/live/until-reveal';
import { whyUntold } from '@/lib/client/live/why-untold';
import type { ClaimView } from '@/lib/domain/debate/view';

/** What became of the own vote, in a line under the buttons: hidden counts, a changed claim, waiting, refused. */
export function VoteStatus({ claim, isSignedIn }: { claim: ClaimView; isSignedIn: boolean }) {
  const t = useTranslations('contribute.vote');
  const lineage = useTranslations('edit.lineage');
  const hides = useHiddenUntilReveal();
  const whyNot = useWhyNot('vote');
  const { pending, refused, isUnkept } = useContributionState();
  const { retryRefused, discard } = useContributionActions();
  const wordsOf = useRefused();
  const takes = useRoomTakes();
  // A vote for a side is over with its step: it says nothing of the one that is asked for now.
  const failed = refused.find(
    ({ action }) =>
      action.type === 'vote' &&
      action.claimId === claim.id &&
      (takes === null || (action.voice ?? 'own') === takes.room.voice),
  );
  if (failed) {
    const { reason, canRetry } = wordsOf(failed);
    return (
      <div className="mt-2 grid gap-2 text-caption">
        <p className="flex gap-1.5">
          <CloudOff aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none" />
          <span>{t('refused', { message: reason })}</span>
        </p>
        <div className="flex gap-2">
          {canRetry ? (
            <Button size="small" onClick={() => retryRefused(failed.id)}>
              {t('again')}
            </Button>
          ) : null}
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
  // After the reveal the counts are what there is to say.
  if (whyNot !== null && hides.stances) return <Line>{whyNot}</Line>;
  if (claim.ownVote.isStale && claim.ownVote.choice !== null) {
    return (
      <Line>
        <RotateCcw aria-hidden="true" strokeWidth={1.75} className="size-3.5 flex-none" />
        {claim.madeFrom.length > 0 ? lineage('voteAgain', { codes: claim.madeFrom.join(', ') }) : t('stale')}
      </Line>
    );
  }
  if (claim.tally !== null) return null;
  const why = whyUntold(hides, claim.ownVote);
  if (why === 'reveal') return <Line>{t('untilReveal')}</Line>;
  if (why === 'few') return <Line>{t('few')}</Line>;
  return <Line>{isSignedIn ? t('hidden') : t('hiddenFromVisitors')}</Line>;
}

function Line({ children }: { children: React.ReactNode }) {
  return <p className="mt-2 flex items-center gap-1.5 text-caption text-muted">{children}</p>;
}
