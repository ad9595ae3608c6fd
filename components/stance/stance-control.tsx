'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceRow } from '@/components/claim/choice-row';
import { SendProblem } from '@/components/claim/send-problem';
import { SignInPrompt } from '@/components/claim/sign-in-prompt';
import { useWaitingWords } from '@/components/claim/use-waiting-words';
import { DraftLine } from '@/components/draft/draft-line';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import type { StanceInput } from '@/lib/client/contribution-types';
import { useContributionActions, useContributionState } from '@/lib/client/contributions';
import { useDraft } from '@/lib/client/drafts';
import type { Confidence, DebateView, OwnStance } from '@/lib/domain/debate/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { StanceSlider } from './stance-slider';
import { clampStance, STANCE_STEP } from './stance-words';

interface StanceDraft {
  isUnsure: boolean;
  value: number | null;
  confidence: Confidence | null;
  reason: string;
}

const CONFIDENCES = ['1', '2', '3', '4'] as const;

/** Null: nothing changed since the saved stance. */
const UNCHANGED: StanceDraft | null = null;

const draftOf = (own: OwnStance | null): StanceDraft => ({
  isUnsure: own?.answer === 'unsure',
  value: own?.answer === 'placed' ? own.value : null,
  confidence: own?.answer === 'withdrawn' ? null : (own?.confidence ?? null),
  reason: own?.answer === 'withdrawn' ? '' : (own?.reason ?? ''),
});

/** Where do you stand on the motion? A place between for and against, or not sure; how sure; and why. */
export function StanceControl({ debate }: { debate: DebateView }) {
  const t = useTranslations('contribute.stance');
  const { pending } = useContributionState();
  const { state, announce } = useContributionActions();
  const { motion } = debate;
  const draft = useDraft<StanceDraft | null>(`stance:${motion.id}`, UNCHANGED, motion.ownStance?.seq ?? 0);
  const waitingWords = useWaitingWords();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const own = motion.ownStance;
  const shown = draft.value ?? draftOf(own);
  const hasAnswer = shown.isUnsure || shown.value !== null;
  // What is under way already shows in the debate, but is not saved yet.
  const hasSaved = own !== null && own.answer !== 'withdrawn' && !isSending;
  const isFixed = !debate.isOpen;

  const change = (part: Partial<StanceDraft>) => {
    setProblem(null);
    draft.set({ ...shown, ...part });
  };
  const place = (value: number) => change({ value: clampStance(value), isUnsure: false });

  const send = async (stance: StanceInput, said: string) => {
    setIsSending(true);
    const outcome = await state(motion, stance, await draft.handOver());
    setIsSending(false);
    if (outcome.status === 'failed') {
      // What was chosen is a draft again.
      if (draft.value !== null) draft.set(draft.value);
      setProblem(outcome.message || t('unreachable'));
      return;
    }
    void draft.clear();
    announce(outcome.status === 'sent' ? said : waitingWords(outcome, t('waitingSaid')));
  };

  const save = () => {
    if (!hasAnswer) {
      setProblem(t('placeFirst'));
      return;
    }
    const reason = shown.reason.trim();
    if (reason.length > LIMITS.stanceReason) {
      setProblem(t('reasonTooLong', { count: reason.length - LIMITS.stanceReason }));
      return;
    }
    void send(
      {
        answer: shown.isUnsure ? 'unsure' : 'placed',
        value: shown.isUnsure ? null : shown.value,
        confidence: shown.confidence,
        reason: reason === '' ? null : reason,
      },
      t('savedSaid'),
    );
  };

  return (
    <form
      noValidate
      aria-label={t('name')}
      className="grid gap-4"
      // Letters and arrows belong to the form here, not to the map.
      onKeyDown={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div>
        <StanceSlider
          value={shown.isUnsure ? null : shown.value}
          isUnsure={shown.isUnsure}
          sides={debate.sides}
          isDisabled={isFixed}
          onPlace={place}
        />
        <div className="mt-2 flex items-center gap-2">
          <button
            type="button"
            aria-pressed={shown.isUnsure}
            disabled={isFixed}
            onClick={() => change({ isUnsure: !shown.isUnsure, value: null })}
            className="min-h-9 rounded-pill border border-control bg-raised px-3.5 text-caption transition-colors hover:bg-wash aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:font-strong aria-pressed:text-on-ink pointer-coarse:min-h-11"
          >
            {t('unsure')}
          </button>
          <span className="flex-1" />
          <IconButton
            label={t('towardsFor')}
            disabled={isFixed || shown.value === 100}
            onClick={() => place((shown.value ?? 0) + STANCE_STEP)}
            className="border border-control bg-raised text-ink"
          >
            <ChevronLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          </IconButton>
          <IconButton
            label={t('towardsAgainst')}
            disabled={isFixed || shown.value === -100}
            onClick={() => place((shown.value ?? 0) - STANCE_STEP)}
            className="border border-control bg-raised text-ink"
          >
            <ChevronRight aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          </IconButton>
        </div>
      </div>
      <ChoiceRow
        legend={t('howSure')}
        options={CONFIDENCES.map((value) => ({ value, label: t(`confidence.${value}`) }))}
        value={shown.confidence === null ? null : (String(shown.confidence) as (typeof CONFIDENCES)[number])}
        onChange={(value) => change({ confidence: Number(value) as Confidence })}
        isDisabled={isFixed}
      />
      <TextArea
        label={t('why')}
        note={t('optional')}
        value={shown.reason}
        rows={2}
        disabled={isFixed}
        readOnly={isSending}
        onChange={(event) => change({ reason: event.target.value })}
        className="font-serif"
      />
      <DraftLine draft={draft} />
      <SendProblem message={problem} />
      {debate.viewer === null ? <SignInPrompt /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={isFixed} isPending={isSending}>
          {hasSaved ? t('saveChange') : t('save')}
        </Button>
        {hasSaved && draft.value === null ? (
          <Button
            variant="quiet"
            disabled={isFixed || isSending}
            onClick={() =>
              void send(
                { answer: 'withdrawn', value: null, confidence: null, reason: null },
                t('withdrawnSaid'),
              )
            }
          >
            {t('withdraw')}
          </Button>
        ) : null}
        {draft.value !== null && !isSending ? (
          <Button variant="quiet" onClick={() => void draft.clear()}>
            {t('undo')}
          </Button>
        ) : null}
        <span className="text-caption text-muted">
          {pending.get(motion.id) === 'waiting'
            ? t('waiting')
            : hasSaved && draft.value === null
              ? t('saved')
              : null}
        </span>
      </div>
    </form>
  );
}
