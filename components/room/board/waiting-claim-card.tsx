'use client';

import { Copy } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ClaimCode } from '@/components/claim/claim-code';
import { SendProblem } from '@/components/claim/send-problem';
import { Button } from '@/components/ui/button';
import { latePart } from '@/components/ui/late-part';
import { useContributionActions } from '@/lib/client/contributions';
import type { DebateView } from '@/lib/domain/debate/view';
import type { WaitingClaim } from '@/lib/domain/room/board';
import type { SimilarClaim } from '@/lib/domain/search/view';

const EditClaimDialog = dynamic(
  latePart(() => import('@/components/claim/edit-claim-dialog').then((module) => module.EditClaimDialog)),
  { ssr: false },
);
const MergeDialog = dynamic(
  latePart(() => import('@/components/edit/merge-dialog').then((module) => module.MergeDialog)),
  { ssr: false },
);
const ReviewDialog = dynamic(
  latePart(() => import('@/components/claim/review-dialog').then((module) => module.ReviewDialog)),
  { ssr: false },
);

/** A proposed claim with its line, the claim that seems to say the same, and what can be decided about it. */
export function WaitingClaimCard({
  debate,
  waiting: { claim, line },
  mayDecide,
  onDecided,
}: {
  debate: DebateView;
  waiting: WaitingClaim;
  /** A closed room takes no decisions. */
  mayDecide: boolean;
  onDecided: () => void;
}) {
  const t = useTranslations('board.claims');
  const { reviewClaim, announce } = useContributionActions();
  const [dialog, setDialog] = useState<'edit' | 'merge' | 'decline' | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const double = useDouble(claim.text, claim.id);
  const twin = double && debate.claims.find(({ id, status }) => id === double.id && status === 'published');

  const publish = async () => {
    setIsPending(true);
    const outcome = await reviewClaim(claim, { decision: 'publish' });
    setIsPending(false);
    setProblem(outcome.status === 'failed' ? outcome.message || t('unreachable') : null);
    if (outcome.status !== 'sent') return;
    announce(t('said.published', { code: claim.code }));
    onDecided();
  };
  // Every dialog may have decided: what waits is read again when it closes.
  const close = () => {
    setDialog(null);
    onDecided();
  };
  const [passage] = claim.citations;
  return (
    <article aria-label={t('card', { code: claim.code })} className="grid h-full content-start gap-2">
      <p lang={debate.language} dir="auto" className="font-serif text-claim-panel text-pretty wrap-anywhere">
        {claim.text}
      </p>
      <p className="text-caption text-muted">
        <bdi>{claim.authorAlias ?? t('somebody')}</bdi>
        {line ? (
          <>
            , {t(`line.${line.kind}`)} <ClaimCode code={line.toCode} side={line.toSide} size="caption" />
          </>
        ) : null}
        {'. '}
        {passage ? t('passage', { label: passage.passageLabel }) : t('noPassage')}
      </p>
      {double ? (
        <p className="flex gap-2 rounded bg-wash px-2 py-1.5 text-caption">
          <Copy aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-3.5 flex-none" />
          <span>
            {t('double', { code: double.code })}{' '}
            <q lang={debate.language} className="font-serif">
              {double.text}
            </q>
          </span>
        </p>
      ) : null}
      <SendProblem message={problem} />
      <div className="flex flex-wrap gap-1.5 self-end" hidden={!mayDecide}>
        {twin ? (
          <Button size="small" variant="primary" className="min-h-9" onClick={() => setDialog('merge')}>
            {t('merge', { code: twin.code })}
          </Button>
        ) : null}
        <Button
          size="small"
          variant={twin ? 'plain' : 'primary'}
          className="min-h-9"
          isPending={isPending}
          aria-label={t('publishOf', { code: claim.code })}
          onClick={() => void publish()}
        >
          {t(twin ? 'publishAnyway' : 'publish')}
        </Button>
        {claim.canEdit ? (
          <Button
            size="small"
            className="min-h-9"
            aria-label={t('editOf', { code: claim.code })}
            onClick={() => setDialog('edit')}
          >
            {t('edit')}
          </Button>
        ) : null}
        <Button
          size="small"
          className="min-h-9"
          aria-label={t('sendBackOf', { code: claim.code })}
          onClick={() => setDialog('decline')}
        >
          {t('sendBack')}
        </Button>
      </div>
      {dialog === 'edit' ? <EditClaimDialog debate={debate} claim={claim} onClose={close} /> : null}
      {dialog === 'decline' ? <ReviewDialog claim={claim} decision="decline" onClose={close} /> : null}
      {dialog === 'merge' ? (
        <MergeDialog
          debate={debate}
          claim={claim}
          intoId={twin?.id}
          onClose={close}
          onSelect={() => undefined}
        />
      ) : null}
    </article>
  );
}

/** The published claim that is most like these words, if one is: asked once, and again for other words. */
function useDouble(text: string, exceptId: string): SimilarClaim | null {
  const { similarClaims } = useContributionActions();
  const [double, setDouble] = useState<SimilarClaim | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void similarClaims(text).then((answer) => {
      // Without an answer there is simply no hint.
      if (isCurrent && answer.ok) setDouble(answer.value.claims.find(({ id }) => id !== exceptId) ?? null);
    });
    return () => {
      isCurrent = false;
    };
  }, [text, exceptId, similarClaims]);
  return double;
}
