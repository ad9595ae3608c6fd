'use client';

import { Archive, Hourglass } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { useContributionActions } from '@/lib/client/contributions';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { draftFromDeclined } from './claim-form-state';
import { SendProblem } from './send-problem';

const ClaimFormDialog = dynamic(
  latePart(() => import('./claim-form-dialog').then((module) => module.ClaimFormDialog)),
  { ssr: false },
);
const ReviewDialog = dynamic(
  latePart(() => import('./review-dialog').then((module) => module.ReviewDialog)),
  { ssr: false },
);

/** Says where a claim stands that is not on the shared map, and lets a maintainer decide. */
export function ReviewBar({ debate, claim }: { debate: DebateView; claim: ClaimView }) {
  const t = useTranslations('contribute.review');
  const { reviewClaim, announce } = useContributionActions();
  const router = useRouter();
  const [isWriting, setIsWriting] = useState(false);
  const [isDeclining, setIsDeclining] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const lineage = useTranslations('edit.lineage');
  if (claim.status === 'published') return null;
  const again =
    claim.status === 'declined' && claim.isOwn && debate.isOpen ? draftFromDeclined(debate, claim) : null;
  const Icon = claim.status === 'suggested' ? Hourglass : Archive;

  const decide = async (decision: 'publish' | 'restore') => {
    setIsSending(true);
    const outcome = await reviewClaim(claim, { decision });
    setIsSending(false);
    if (outcome.status === 'sent') {
      announce(t(`done.${decision}`, { code: claim.code }));
      // The top bar counts what waits.
      router.refresh();
    }
    setProblem(outcome.status === 'failed' ? outcome.message || t('unreachable') : null);
  };

  return (
    <div className="mb-3 grid gap-2 rounded border border-dashed border-control px-3 py-2 text-caption">
      <p className="flex gap-1.5">
        <Icon aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none" />
        <span>
          {t(`status.${claim.status}`, { alias: claim.authorAlias ?? t('someone') })}
          {claim.mergedInto ? ` ${lineage('merged', { codes: claim.mergedInto })}` : null}
          {claim.splitInto.length > 0 ? ` ${lineage('split', { codes: claim.splitInto.join(', ') })}` : null}
          {claim.statusReason ? (
            <>
              {' '}
              {t('why')} <q className="font-serif">{claim.statusReason}</q>
            </>
          ) : null}
        </span>
      </p>
      {claim.canReview ? (
        <fieldset aria-label={t('group', { code: claim.code })} className="flex flex-wrap gap-2">
          {claim.status === 'archived' ? (
            <Button size="small" isPending={isSending} onClick={() => void decide('restore')}>
              {t('restore')}
            </Button>
          ) : (
            <Button
              size="small"
              variant="primary"
              isPending={isSending}
              onClick={() => void decide('publish')}
            >
              {t('publish')}
            </Button>
          )}
          {claim.status === 'suggested' ? (
            <Button size="small" onClick={() => setIsDeclining(true)}>
              {t('decline')}
            </Button>
          ) : null}
        </fieldset>
      ) : null}
      {again ? (
        <div className="grid justify-items-start gap-2">
          <p className="text-muted">{t('anewMeaning')}</p>
          <Button size="small" onClick={() => setIsWriting(true)}>
            {t('anew')}
          </Button>
        </div>
      ) : null}
      {again && isWriting ? (
        <ClaimFormDialog
          debate={debate}
          target={debate.claims.find(({ id }) => id === again.targetId) ?? null}
          intent={again.intent}
          again={{ claim, draft: again }}
          onClose={() => setIsWriting(false)}
        />
      ) : null}
      <SendProblem message={problem} />
      {isDeclining ? (
        <ReviewDialog claim={claim} decision="decline" onClose={() => setIsDeclining(false)} />
      ) : null}
    </div>
  );
}
