'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';
import { useContributionActions } from '@/lib/client/contributions';
import { useDraft } from '@/lib/client/drafts';
import { leftLooseWithout } from '@/lib/domain/debate/closed';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { DraftLine } from '../draft/draft-line';
import { SendProblem } from './send-problem';

/** Declines or archives a claim, with a reason that its author can read. */
export function ReviewDialog({
  debate = null,
  claim,
  decision,
  onClose,
}: {
  /** To say what would be left without a place. */
  debate?: DebateView | null;
  claim: ClaimView;
  decision: 'decline' | 'archive';
  onClose: () => void;
}) {
  const t = useTranslations('contribute.review');
  const { reviewClaim, announce } = useContributionActions();
  const router = useRouter();
  const draft = useDraft(`review:${claim.id}:${decision}`, '', claim.revision);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const loose = debate && decision === 'archive' ? leftLooseWithout(debate, claim.id) : [];

  const send = async () => {
    const reason = draft.value.trim();
    if (decision === 'decline' && reason === '') {
      setError(t('reasonMissing'));
      return;
    }
    if ([...reason].length > LIMITS.reviewReason) {
      setError(t('reasonTooLong', { most: LIMITS.reviewReason }));
      return;
    }
    setError(null);
    setIsSending(true);
    const outcome = await reviewClaim(claim, { decision, ...(reason !== '' && { reason }) });
    setIsSending(false);
    if (outcome.status === 'sent') {
      void draft.clear();
      router.refresh();
      announce(t(`done.${decision}`, { code: claim.code }));
      onClose();
    } else if (outcome.status === 'failed') setProblem(outcome.message || t('unreachable'));
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`${decision}Title`, { code: claim.code })}
      closeLabel={t('close')}
    >
      <form
        noValidate
        className="grid gap-4"
        onKeyDown={(event) => event.stopPropagation()}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className="text-caption text-muted">{t(`${decision}Meaning`)}</p>
        {loose.length > 0 ? (
          <p role="note" className="border-s-2 border-ink ps-3 text-caption text-pretty">
            {t('leavesLoose', { count: loose.length, codes: loose.map(({ code }) => code).join(', ') })}
          </p>
        ) : null}
        <TextArea
          ref={field}
          label={t('reason')}
          note={decision === 'archive' ? t('optional') : undefined}
          hint={t('reasonHint')}
          error={error}
          value={draft.value}
          onChange={(event) => draft.set(event.target.value)}
        />
        <DraftLine draft={draft} />
        <SendProblem message={problem} />
        <div className="flex gap-2">
          <Button type="submit" variant="primary" isPending={isSending}>
            {t(decision)}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
