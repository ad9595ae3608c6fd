'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';
import { useContributionActions, useNoteActs } from '@/lib/client/contributions';
import type { AnnotationView } from '@/lib/domain/annotation/view';
import type { ReportReason } from '@/lib/domain/debate/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { SendProblem } from '../claim/send-problem';
import { useAuthorName } from './note-author';

export const REPORT_REASONS = [
  'insult',
  'personal_data',
  'off_topic',
  'spam',
  'other',
] as const satisfies readonly ReportReason[];

/** Asks the maintainers to look at a note. Its author does not learn who did. */
export function ReportDialog({ note, onClose }: { note: AnnotationView; onClose: () => void }) {
  const t = useTranslations('contribute.report');
  const author = useAuthorName()(note);
  const { announce } = useContributionActions();
  const { report } = useNoteActs();
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [words, setWords] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);

  const send = async () => {
    if (reason === null) {
      setProblem(t('missing'));
      return;
    }
    const more = words.trim();
    if (graphemeLength(more) > LIMITS.reviewReason) {
      setError(t('tooLong', { most: LIMITS.reviewReason }));
      return;
    }
    setProblem(null);
    setIsPending(true);
    const outcome = await report(note, { reason, ...(more === '' ? {} : { words: more }) });
    setIsPending(false);
    if (outcome.status === 'failed') setProblem(outcome.message || t('unreachable'));
    if (outcome.status !== 'sent') return;
    announce(t('done'));
    onClose();
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
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-strong">{t('why')}</legend>
          {REPORT_REASONS.map((one) => (
            <label key={one} className="flex min-h-8 items-center gap-2 text-ui pointer-coarse:min-h-11">
              <input
                type="radio"
                name="reason"
                checked={reason === one}
                onChange={() => {
                  setReason(one);
                  setProblem(null);
                }}
                className="size-4 flex-none accent-ink"
              />
              {t(`reasons.${one}`)}
            </label>
          ))}
        </fieldset>
        <TextArea
          label={t('words')}
          note={t('optional')}
          hint={t('hint')}
          error={error}
          value={words}
          rows={2}
          onChange={({ target }) => setWords(target.value)}
        />
        <SendProblem message={problem} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('send')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
