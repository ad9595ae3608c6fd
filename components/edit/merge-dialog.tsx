'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useContributionActions, useMapEdits } from '@/lib/client/contributions';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { ClaimPicker, type PickerFocus } from './claim-picker';
import { ClaimWords } from './claim-words';
import { EditForm, useSending } from './edit-form';
import { opposedLines } from './edit-rights';
import { focusWhatStands } from './focus-what-stands';
import { useLineWords } from './use-line-words';

/** Merges a claim into one that says the same, after showing both and saying what happens to lines and votes. */
export function MergeDialog({
  debate,
  claim,
  intoId,
  onClose,
  onSelect,
}: {
  debate: DebateView;
  claim: ClaimView;
  /** The claim that was found to say the same; another one can be chosen. */
  intoId?: string | undefined;
  onClose: () => void;
  onSelect: (code: string) => void;
}) {
  const t = useTranslations('edit.merge');
  const picker = useTranslations('edit.picker');
  const lineWords = useLineWords(debate);
  const router = useRouter();
  const { announce } = useContributionActions();
  const { mergeClaim } = useMapEdits();
  // The words that the person read; newer ones are shown before they are merged.
  const [read, setRead] = useState<{ claim: ClaimView; into: ClaimView | null }>(() => ({
    claim,
    into: debate.claims.find(({ id }) => id === intoId) ?? null,
  }));
  const { into } = read;
  const [isTried, setIsTried] = useState(false);
  const [conflict, setConflict] = useState<string | null>(null);
  const { send, ...sending } = useSending();
  const focus = useRef<PickerFocus>(null);
  useEffect(() => focus.current?.focus(), []);
  const options = debate.claims.filter(({ id, status }) => id !== claim.id && status === 'published');

  const handleSend = async () => {
    setIsTried(true);
    if (into === null) return focus.current?.focus();
    const sent = await send(() =>
      mergeClaim(claim, {
        intoClaimId: into.id,
        revision: read.claim.revision,
        intoRevision: into.revision,
      }),
    );
    if (sent.type === 'conflict') {
      const { claim: newer, merged } = sent.current as { claim?: ClaimView; merged?: ClaimView };
      setRead({ claim: merged ?? read.claim, into: newer ?? into });
      setConflict(t('conflict'));
    } else if (sent.type === 'sent') {
      announce(t('done', { code: claim.code, into: into.code }));
      onSelect(into.code);
      onClose();
      focusWhatStands();
      router.refresh();
    }
  };

  return (
    <EditForm
      {...sending}
      title={t('title', { code: claim.code })}
      send={t('send')}
      conflict={conflict}
      onSend={() => void handleSend()}
      onClose={onClose}
    >
      <div className="grid gap-1.5">
        <p className="font-strong">{t('goes')}</p>
        <ClaimWords claim={read.claim} language={debate.language} />
      </div>
      <ClaimPicker
        label={t(into ? 'stays' : 'into')}
        options={into ? [into] : options}
        value={into?.id ?? null}
        onChange={(id) => {
          setRead({ ...read, into: options.find((option) => option.id === id) ?? null });
          setConflict(null);
        }}
        error={isTried && into === null ? picker('missing') : null}
        language={debate.language}
        focusRef={focus}
      />
      {into ? (
        <div className="grid gap-1.5">
          <p className="font-strong">{t('happens')}</p>
          <ul className="grid list-disc gap-1 ps-5 text-ui text-pretty">
            <li>{t('votes', { code: claim.code, into: into.code })}</li>
            <li>{t('lines', { into: into.code })}</li>
            {opposedLines(debate, claim, into).map((line) => (
              <li key={line.id}>{t('opposed', { into: into.code, line: lineWords(line) })}</li>
            ))}
            <li>{t('undo')}</li>
          </ul>
        </div>
      ) : null}
    </EditForm>
  );
}
