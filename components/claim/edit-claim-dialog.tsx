'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useContributionActions } from '@/lib/client/contributions';
import { useDraft } from '@/lib/client/drafts';
import type { ClaimView, DebateView, EvidenceStatus } from '@/lib/domain/debate/view';
import { DraftLine } from '../draft/draft-line';
import { ChoiceRow } from './choice-row';
import { claimTextProblem, hasSpeaker } from './claim-form-state';
import { ClaimTextField } from './claim-text-field';
import { ConflictView } from './conflict-view';
import { changesMeaning, type EditChange } from './edit-change';
import { EvidenceChoice } from './evidence-choice';
import { SendProblem } from './send-problem';
import { useWaitingWords } from './use-waiting-words';

interface EditDraft {
  text: string;
  evidence: EvidenceStatus;
  speaker: string;
  /** Drafts of earlier days do not say. */
  change?: EditChange | null;
}

/** Rewords a claim. Whoever does so says whether its meaning changed: then it is voted on again. */
export function EditClaimDialog({
  debate,
  claim,
  onClose,
}: {
  debate: DebateView;
  claim: ClaimView;
  onClose: () => void;
}) {
  const t = useTranslations('contribute.editClaim');
  const { editClaim, announce } = useContributionActions();
  const [empty] = useState<EditDraft>(() => ({
    text: claim.text,
    evidence: claim.evidence,
    speaker: claim.speaker ?? '',
    change: null,
  }));
  // The text that the person began from; what comes from elsewhere meanwhile must not slip under it.
  const [base] = useState(claim.revision);
  const [latest, setLatest] = useState(base);
  // The words that this edit takes the place of: after a conflict, the other person's.
  const [before, setBefore] = useState(claim.text);
  const draft = useDraft<EditDraft>(`edit-claim:${claim.id}`, empty, base);
  const waitingWords = useWaitingWords();
  const [conflict, setConflict] = useState<ClaimView | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [textError, setTextError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const form = draft.value;
  const hasText = debate.sources.length > 0;
  const words = useTranslations('contribute.claimForm');
  useEffect(() => field.current?.focus(), []);

  const change = (part: Partial<EditDraft>) => draft.set({ ...form, ...part });
  const asksForChange = changesMeaning(before, form.text, null) === null;

  const save = async (revision: number, replaced: string) => {
    if (isSending) return;
    const meaning = changesMeaning(replaced, form.text, form.change ?? null);
    const wrong = claimTextProblem(form.text);
    setTextError(
      wrong === null
        ? null
        : wrong.type === 'empty'
          ? words('empty')
          : words('tooLong', { count: wrong.count }),
    );
    if (wrong) return;
    if (meaning === null) {
      setProblem(t('changeMissing'));
      return;
    }
    setProblem(null);
    setIsSending(true);
    const speaker = hasSpeaker(form.evidence) ? form.speaker.trim() : '';
    const outcome = await editClaim(
      claim,
      {
        text: form.text.trim().replace(/\s+/gu, ' '),
        evidence: form.evidence,
        speaker: speaker === '' ? null : speaker,
        changesMeaning: meaning,
        revision,
      },
      await draft.handOver(),
    );
    setIsSending(false);
    if (outcome.status !== 'failed') {
      void draft.clear();
      announce(
        outcome.status === 'sent'
          ? t('saved', { code: claim.code })
          : waitingWords(outcome, t('waiting', { code: claim.code })),
      );
      onClose();
    } else {
      // The words are a draft again.
      draft.set(form);
      const current = (outcome.current as { claim?: ClaimView } | null)?.claim;
      if (outcome.code === 'out-of-date' && current) setConflict(current);
      else if (outcome.field === 'text') setTextError(outcome.message || words('unreachable'));
      else setProblem(outcome.message || words('unreachable'));
    }
  };

  const handleKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save(latest, before);
    }
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title', { code: claim.code })}
      closeLabel={words('close')}
      size="large"
    >
      {conflict ? (
        <ConflictView
          intro={t('conflict', { code: claim.code })}
          mine={form.text}
          theirs={conflict.text}
          onKeepMine={() => {
            const { revision, text } = conflict;
            setConflict(null);
            setLatest(revision);
            setBefore(text);
            void save(revision, text);
          }}
          onTakeTheirs={() => {
            void draft.clear();
            onClose();
          }}
        />
      ) : (
        <form
          noValidate
          className="grid gap-5"
          onKeyDown={handleKey}
          onSubmit={(event) => {
            event.preventDefault();
            void save(latest, before);
          }}
        >
          <ClaimTextField
            ref={field}
            value={form.text}
            isReadOnly={isSending}
            onChange={(text) => change({ text })}
            error={textError}
            language={debate.language}
          />
          {hasText ? (
            <EvidenceChoice value={form.evidence} onChange={(evidence) => change({ evidence })} />
          ) : null}
          {hasText && hasSpeaker(form.evidence) ? (
            <TextField
              label={words('speaker')}
              note={words('optional')}
              value={form.speaker}
              maxLength={320}
              onChange={(event) => change({ speaker: event.target.value })}
            />
          ) : null}
          {asksForChange ? (
            <div className="grid gap-1">
              <ChoiceRow
                legend={t('what')}
                options={[
                  { value: 'wording', label: t('wording') },
                  { value: 'meaning', label: t('meaning') },
                ]}
                value={form.change ?? null}
                onChange={(value) => {
                  setProblem(null);
                  change({ change: value });
                }}
              />
              <p className="text-caption text-muted">{t(`${form.change ?? 'change'}Hint`)}</p>
            </div>
          ) : null}
          <DraftLine draft={draft} />
          <SendProblem message={problem} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" isPending={isSending}>
              {t('save')}
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                void draft.clear();
                onClose();
              }}
            >
              {words('cancel')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
