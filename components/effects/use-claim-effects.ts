'use client';

import { createContext, useContext, useMemo } from 'react';
import type { ApiFailure } from '@/lib/client/api';
import { isDrawnAnew, pauseInRoom, readEffects, useVotesHeard } from '@/lib/client/opinions';
import { useKeptUp } from '@/lib/client/use-kept-up';
import { takesAnswers } from '@/lib/domain/debate/takes-answers';
import type { DebateView } from '@/lib/domain/debate/view';
import type { EffectsView } from '@/lib/domain/stance/opinion/claim-effects';
import { type EffectById, type EffectMark, effectById, effectMarks } from './effect-marks';

/** What divides and what unites, as the pages of a debate show it. */
export interface ClaimEffects {
  /** Null while it is asked for. */
  view: EffectsView | null;
  trouble: ApiFailure | null;
  retry: () => void;
  /** By claim; empty until there is something to say. */
  marks: ReadonlyMap<string, EffectMark>;
  byId: EffectById;
}

/**
 * Asked for only while it is shown, and again when a vote of one's own opened a claim.
 * @returns null while it is not shown
 */
export function useClaimEffects(debate: DebateView, isOn: boolean): ClaimEffects | null {
  const { claims, viewer, room } = debate;
  const motion = debate.motion.code;
  // Of the commons, the claims whose counts the server has opened to this person.
  const opened =
    isOn && room.kind === 'commons' && viewer !== null
      ? claims.filter(({ tally, ownVote }) => tally !== null && ownVote.choice !== null).length
      : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another vote is another question
  const read = useMemo(
    () => (isOn ? (signal: AbortSignal) => readEffects(room.id, motion, signal) : null),
    [isOn, room.id, motion, opened],
  );
  const mayChange = takesAnswers(debate);
  const pauseOf = (known: EffectsView) => pauseInRoom(known, mayChange);
  const { value: view, trouble, retry, hear } = useKeptUp(read, null, pauseOf, isDrawnAnew);
  useVotesHeard(hear);
  const marks = useMemo(() => effectMarks({ claims, viewer, room }, view), [claims, viewer, room, view]);
  const byId = useMemo(() => effectById(view), [view]);
  return useMemo(
    () => (isOn ? { view, trouble, retry, marks, byId } : null),
    [isOn, view, trouble, retry, marks, byId],
  );
}

const EffectsContext = createContext<ClaimEffects | null>(null);

/** For what stands in a claim's details. */
export const EffectsProvider = EffectsContext;

/** Null where the overlay is off, and on pages that have none. */
export const useShownEffects = (): ClaimEffects | null => useContext(EffectsContext);
