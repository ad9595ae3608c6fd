'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';
import { useContributionActions, useNoteActs } from '@/lib/client/contributions';
import type { AnnotationView } from '@/lib/domain/annotation/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { SendProblem } from '../claim/send-problem';
import { useAuthorName } from './note-author';

/** Hides a note from all but its author and the maintainers. The author reads why. */
export function HideDialog({
  note,
  onClose,
  onHidden,
}: {
  note: AnnotationView;
  onClose: () => void;
  onHidden?: (note: AnnotationView) => void;
}) {
  const t = useTranslations('contribute.hide');
  const author = useAuthorName()(note);
  const { announce } = useContributionActions();
  const { moderate } = useNoteActs();
  const area = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  useEffect(() => area.current?.focus(), []);

  const send = async () => {
    const words = reason.trim();
    if (words === '' || graphemeLength(words) > LIMITS.reviewReason) {
      setError(words === '' ? t('missing') : t('tooLong', { most: LIMITS.reviewReason }));
      area.current?.focus();
      return;
    }
    setError(null);
    setIsPending(true);
    const outcome = await moderate(note, { status: 'hidden', reason: words });
    setIsPending(false);
    if (outcome.status === 'failed') setProblem(outcome.message || t('unreachable'));
    if (outcome.status !== 'sent') return;
    announce(t('done'));
    onClose();
    onHidden?.(outcome.value.annotation);
  };

  return (
    <Dialog isOpen onClose={onClose} title={t('title', { author })} closeLabel={t('close')}>
      <form
        noValidate
        className="grid gap-4"
        onKeyDown={(event) => event.stopPropagation()}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className="text-caption text-pretty">{t('meaning')}</p>
        <TextArea
          ref={area}
          label={t('reason')}
          hint={t('reasonHint')}
          error={error}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <SendProblem message={problem} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('hide')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
