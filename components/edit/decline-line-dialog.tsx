'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { DraftLine } from '@/components/draft/draft-line';
import { TextArea } from '@/components/ui/field';
import { useContributionActions, useMapEdits } from '@/lib/client/contributions';
import { useDraft } from '@/lib/client/drafts';
import type { RelationView } from '@/lib/domain/debate/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { EditForm, useSending } from './edit-form';

/** Turns a suggested line down, with a reason for whoever drew it. */
export function DeclineLineDialog({
  line,
  words,
  onClose,
}: {
  line: RelationView;
  words: string;
  onClose: () => void;
}) {
  const t = useTranslations('edit.line');
  const { announce } = useContributionActions();
  const { reviewRelation } = useMapEdits();
  const draft = useDraft(`review-line:${line.id}`, '');
  const [error, setError] = useState<string | null>(null);
  const { send, ...sending } = useSending();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const handleSend = async () => {
    const reason = draft.value.trim();
    if ([...reason].length > LIMITS.reviewReason) {
      setError(t('tooLong', { most: LIMITS.reviewReason }));
      return;
    }
    setError(null);
    const sent = await send(() =>
      reviewRelation(line, { decision: 'decline', ...(reason !== '' && { reason }) }),
    );
    if (sent.type !== 'sent') return;
    void draft.clear();
    announce(t('done.decline', { line: words }));
    onClose();
  };

  return (
    <EditForm
      {...sending}
      title={t('declineTitle')}
      send={t('decline')}
      onSend={() => void handleSend()}
      onClose={onClose}
      size="medium"
    >
      <p className="text-ui">{words}</p>
      <p className="text-caption text-muted text-pretty">{t('declineMeaning')}</p>
      <TextArea
        ref={field}
        label={t('reason')}
        note={t('optional')}
        error={error}
        value={draft.value}
        onChange={(event) => draft.set(event.target.value)}
      />
      <DraftLine draft={draft} />
    </EditForm>
  );
}
