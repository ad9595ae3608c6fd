'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { PassageQuote } from '@/components/claim/passage-quote';
import { SendProblem } from '@/components/claim/send-problem';
import { SignInPrompt } from '@/components/claim/sign-in-prompt';
import { ClaimPicker, type PickerFocus } from '@/components/edit/claim-picker';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';
import type { SendOutcome } from '@/lib/client/contribution-types';
import { useContributionActions, useMapEdits } from '@/lib/client/contributions';
import { useDraft } from '@/lib/client/drafts';
import type { CitationInput } from '@/lib/domain/claim/schema';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { quotedNote } from './quoted-note';

interface CiteDraft {
  claimId: string | null;
  words: string;
}

const EMPTY: CiteDraft = { claimId: null, words: '' };

/**
 * Ties a passage to a claim that is there. Whoever may reword the claim adds the passage; others propose it in a note on
 * the claim, quoted, for those who may.
 */
export function CiteDialog({
  debate,
  citation,
  label,
  onClose,
  onMakeClaim,
  onCited,
}: {
  debate: DebateView;
  citation: CitationInput;
  /** Name of the paragraph. */
  label: string;
  onClose: () => void;
  /** There is no claim to choose: the passage becomes one instead. */
  onMakeClaim: () => void;
  onCited: (claim: ClaimView) => void;
}) {
  const t = useTranslations('text.cite');
  const words = useTranslations('contribute.claimForm');
  const { annotate, announce } = useContributionActions();
  const { addCitation, removeCitation } = useMapEdits();
  const { sourceVersionId, start, end, exact } = citation;
  const draft = useDraft<CiteDraft>(`cite:${sourceVersionId}:${start}-${end}`, EMPTY);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isTried, setIsTried] = useState(false);
  const focus = useRef<PickerFocus>(null);
  useEffect(() => focus.current?.focus(), []);

  const options = debate.claims.filter(({ status }) => status === 'published' || status === 'suggested');
  const claim = options.find(({ id }) => id === draft.value.claimId) ?? null;
  const here = claim?.citations.filter((one) => one.sourceVersionId === sourceVersionId) ?? [];
  const isCited = here.some((one) => one.start === start && one.end === end);

  const sending = async <T,>(work: () => Promise<SendOutcome<T>>): Promise<boolean> => {
    setProblem(null);
    setIsSending(true);
    const outcome = await work();
    setIsSending(false);
    if (outcome.status === 'failed') setProblem(outcome.message || words('unreachable'));
    return outcome.status === 'sent' || outcome.status === 'waiting';
  };

  const send = async () => {
    setIsTried(true);
    if (claim === null) return focus.current?.focus();
    if (isSending) return;
    const isDone = claim.canEdit
      ? await sending(() => addCitation(claim, { sourceVersionId, start, end, exact }))
      : await sending(() =>
          annotate({
            target: { type: 'claim', claimId: claim.id },
            kind: 'evidence',
            visibility: 'room',
            body: quotedNote(exact, t('from', { label }), draft.value.words),
          }),
        );
    if (!isDone) return;
    draft.clear();
    announce(t(claim.canEdit ? 'done' : 'proposed', { code: claim.code }));
    onCited(claim);
    onClose();
  };

  return (
    <Dialog isOpen onClose={onClose} title={t('title')} closeLabel={words('close')} size="large">
      <form
        noValidate
        className="grid gap-5"
        onKeyDown={(event) => event.stopPropagation()}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <PassageQuote quote={exact} side={claim?.side ?? 'n'} language={debate.language}>
          {t('from', { label })}
        </PassageQuote>
        {options.length === 0 ? (
          <p>{t('noClaim')}</p>
        ) : (
          <ClaimPicker
            focusRef={focus}
            label={t('claim')}
            options={options}
            value={draft.value.claimId}
            onChange={(claimId) => draft.set({ ...draft.value, claimId })}
            error={isTried && claim === null ? t('choose') : null}
            language={debate.language}
          />
        )}
        {claim && here.length > 0 && (
          <section aria-label={t('already', { code: claim.code })} className="grid gap-2">
            <h3 className="text-caption font-strong">{t('already', { code: claim.code })}</h3>
            <ul className="grid gap-2">
              {here.map((one) => (
                <li key={one.id} className="flex items-start justify-between gap-3">
                  <span className="font-serif text-caption" dir="auto" lang={debate.language}>
                    {one.exact}
                  </span>
                  {claim.canEdit && (
                    <Button
                      size="small"
                      variant="quiet"
                      onClick={() => void sending(() => removeCitation(claim, one.id))}
                    >
                      {t('remove')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {claim && !claim.canEdit && !isCited && (
          <TextArea
            label={t('why')}
            hint={t('whyHint', { code: claim.code })}
            value={draft.value.words}
            rows={2}
            maxLength={500}
            onChange={(event) => draft.set({ ...draft.value, words: event.target.value })}
            className="font-serif"
          />
        )}
        <SendProblem message={problem} />
        {debate.viewer === null ? <SignInPrompt /> : null}
        <div className="flex flex-wrap gap-2">
          {options.length === 0 ? (
            <Button variant="primary" onClick={onMakeClaim}>
              {t('makeClaim')}
            </Button>
          ) : isCited ? null : (
            <Button type="submit" variant="primary" isPending={isSending}>
              {t(claim === null || claim.canEdit ? 'add' : 'propose')}
            </Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            {words('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
