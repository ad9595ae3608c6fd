'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWaitingWords } from '@/components/claim/use-waiting-words';
import type { SendOutcome, StanceInput } from '@/lib/client/contribution-types';
import { useContributionActions, useContributionState } from '@/lib/client/contributions';
import { type Draft, useDraft } from '@/lib/client/drafts';
import type { Confidence, MotionView, OwnStance } from '@/lib/domain/debate/view';
import { LIMITS } from '@/lib/domain/text/limits';
import { clampStance } from './stance-words';

export interface StanceDraft {
  isUnsure: boolean;
  value: number | null;
  confidence: Confidence | null;
  reason: string;
  /** Claims that moved the person; asked for in a room's second round alone. */
  movedBy: readonly string[];
}

/** Null: nothing changed since the saved stance. */
const UNCHANGED: StanceDraft | null = null;
const NONE: readonly string[] = [];

const draftOf = (own: OwnStance | null, movedBy: readonly string[]): StanceDraft => ({
  isUnsure: own?.answer === 'unsure',
  value: own?.answer === 'placed' ? own.value : null,
  confidence: own?.answer === 'withdrawn' ? null : (own?.confidence ?? null),
  reason: own?.answer === 'withdrawn' ? '' : (own?.reason ?? ''),
  movedBy,
});

export interface StanceAtWork {
  draft: Draft<StanceDraft | null>;
  /** What the fields show: the draft, or else what is saved. */
  shown: StanceDraft;
  hasAnswer: boolean;
  isSending: boolean;
  /** It waits on this device for the network. */
  isWaiting: boolean;
  problem: string | null;
  change: (part: Partial<StanceDraft>) => void;
  place: (value: number) => void;
  /**
   * Sends what the fields show, after a look at it.
   * @param more what this form asks beside it
   * @returns how that went; null when it cannot be sent as it is
   */
  save: (more?: Pick<StanceInput, 'movedBy'>) => Promise<SendOutcome['status'] | null>;
  withdraw: () => Promise<void>;
}

/**
 * A stance while it is being placed, wherever it is asked for: kept as a draft, sent, and a draft again when that fails.
 * @param key of the draft
 * @param movedBy claims that were named with the saved stance
 */
export function useStanceDraft(
  key: string,
  motion: MotionView,
  movedBy: readonly string[] = NONE,
): StanceAtWork {
  const t = useTranslations('contribute.stance');
  const { pending } = useContributionState();
  const { state, announce } = useContributionActions();
  const waitingWords = useWaitingWords();
  const draft = useDraft<StanceDraft | null>(key, UNCHANGED, motion.ownStance?.seq ?? 0);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = { ...draftOf(motion.ownStance, movedBy), ...draft.value };
  const hasAnswer = shown.isUnsure || shown.value !== null;

  const change = (part: Partial<StanceDraft>) => {
    setProblem(null);
    draft.set({ ...shown, ...part });
  };
  const send = async (stance: StanceInput, said: string) => {
    setIsSending(true);
    const outcome = await state(motion, stance, await draft.handOver());
    setIsSending(false);
    if (outcome.status === 'failed') {
      // What was chosen is a draft again.
      if (draft.value !== null) draft.set(draft.value);
      setProblem(outcome.message || t('unreachable'));
    } else {
      void draft.clear();
      announce(outcome.status === 'sent' ? said : waitingWords(outcome, t('waitingSaid')));
    }
    return outcome.status;
  };
  const save: StanceAtWork['save'] = async (more = {}) => {
    const reason = shown.reason.trim();
    const fault = !hasAnswer
      ? t('placeFirst')
      : reason.length > LIMITS.stanceReason
        ? t('reasonTooLong', { count: reason.length - LIMITS.stanceReason })
        : null;
    setProblem(fault);
    if (fault !== null) return null;
    return send(
      {
        answer: shown.isUnsure ? 'unsure' : 'placed',
        value: shown.isUnsure ? null : shown.value,
        confidence: shown.confidence,
        reason: reason === '' ? null : reason,
        ...more,
      },
      t('savedSaid'),
    );
  };
  const withdraw = async () => {
    await send({ answer: 'withdrawn', value: null, confidence: null, reason: null }, t('withdrawnSaid'));
  };
  return {
    draft,
    shown,
    hasAnswer,
    isSending,
    isWaiting: pending.get(motion.id) === 'waiting',
    problem,
    change,
    place: (value) => change({ value: clampStance(value), isUnsure: false }),
    save,
    withdraw,
  };
}
