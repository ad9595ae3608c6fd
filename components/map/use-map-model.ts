'use client';

import { useTranslations } from 'next-intl';
import { type Dispatch, useEffect, useMemo, useReducer, useRef } from 'react';
import { useReach } from '@/components/debate/use-reach';
import { useViewSelection } from '@/components/debate/use-view-selection';
import { type ClaimEffects, useClaimEffects } from '@/components/effects/use-claim-effects';
import { type DebateStrengths, debateStrengths } from '@/components/strength/debate-strengths';
import { useContributionState, useDebate } from '@/lib/client/contributions';
import { useHiddenUntilReveal } from '@/lib/client/live/until-reveal';
import { withoutClosed } from '@/lib/domain/debate/closed';
import { type Outline, outlineOf } from '@/lib/domain/debate/outline';
import type { ClaimView, DebateView } from '@/lib/domain/debate/view';
import { type CardFlag, cardFlag, type PendingState } from './card-flags';
import { codeOf, type MapClaims, mapClaims, subjectByCode } from './map-claims';
import { FIRST_STATE, type MapAction, type MapState, mapReducer } from './map-state';
import { type MapTranslator, type MapWords, mapWords } from './map-words';

/** Everything that the pieces of the map share. */
export interface MapModel {
  debate: DebateView;
  drawn: MapClaims;
  outline: Outline;
  strengths: DebateStrengths;
  /** What divides and what unites; null while that is not shown. */
  effects: ClaimEffects | null;
  flags: ReadonlyMap<string, CardFlag>;
  pending: ReadonlyMap<string, PendingState>;
  state: MapState;
  dispatch: Dispatch<MapAction>;
  t: MapTranslator;
  words: MapWords;
  showsBeyond: boolean;
  /** Archived and declined claims and lines are drawn too. */
  showsClosed: boolean;
  /** Null when nothing is selected; the id of the motion when the motion is. */
  selectedId: string | null;
  selectedClaim: ClaimView | null;
  select: (claimId: string | null, options?: { push?: boolean }) => void;
  /** Goes to a claim, by id or code, that may not be read yet. @returns its id, null when it cannot be read */
  reach: (idOrCode: string) => Promise<string | null>;
  /** Selects what was read just now, by id or code. */
  selectRead: (idOrCode: string) => void;
  showBeyond: (isOn: boolean) => void;
  showClosed: (isOn: boolean) => void;
  showEffects: (isOn: boolean) => void;
}

export function useMapModel(server: DebateView): MapModel {
  const t = useTranslations('map');
  const hides = useHiddenUntilReveal();
  const debate = useDebate(server);
  const { pending } = useContributionState();
  const [selection, changeSelection] = useViewSelection();
  const [state, dispatch] = useReducer(mapReducer, FIRST_STATE);
  const latest = useRef(debate);
  useEffect(() => {
    latest.current = debate;
  }, [debate]);
  const reach = useReach(debate, selection.claim);

  const selected = subjectByCode(debate, selection.claim);
  // A link to a claim of the other layer shows that layer: a claim that is selected is never hidden.
  // In a part of a large map both layers show: its numbers and counts are those of both.
  const showsBeyond = debate.part !== null || selection.isBeyondOn || selected?.claim?.layer === 'beyond';
  const { showsClosed } = selection;
  // What is closed has its number in a part of a large map, and stays where it is.
  const shown = useMemo(
    () => (debate.part ? debate : withoutClosed(debate, { showsClosed, selectedCode: selection.claim })),
    [debate, showsClosed, selection.claim],
  );
  const drawn = useMemo(() => mapClaims(shown, showsBeyond), [shown, showsBeyond]);
  const outline = useMemo(() => outlineOf(shown, { isBeyondOn: showsBeyond }), [shown, showsBeyond]);
  const strengths = debateStrengths(debate, selection.whatIf);
  const effects = useClaimEffects(debate, selection.showsEffects);
  const marks = effects?.marks ?? null;
  const words = useMemo(
    () => mapWords(t, debate, drawn, { pending, strengths, hides, marks }),
    [t, debate, drawn, pending, strengths, hides, marks],
  );
  const flags = useMemo(() => {
    const found = new Map<string, CardFlag>();
    for (const claim of drawn.claims) {
      const flag = cardFlag(claim, pending.get(claim.id));
      if (flag !== null) found.set(claim.id, flag);
    }
    return found;
  }, [drawn, pending]);

  return {
    debate,
    drawn,
    outline,
    strengths,
    effects,
    flags,
    pending,
    state,
    dispatch,
    t,
    words,
    showsBeyond,
    showsClosed,
    selectedId: selected?.id ?? null,
    selectedClaim: selected?.claim ?? null,
    reach,
    selectRead: (idOrCode) => {
      const { claims, part } = latest.current;
      const known = [...claims, ...(part?.whole?.claims ?? [])].find(({ id }) => id === idOrCode);
      changeSelection({ claim: known?.code ?? idOrCode });
    },
    select: (claimId, options) =>
      changeSelection({ claim: claimId === null ? null : codeOf(debate, claimId) }, options),
    showClosed: (isOn) => changeSelection({ showsClosed: isOn }),
    showEffects: (isOn) => changeSelection({ showsEffects: isOn }),
    showBeyond: (isOn) => {
      // Switching the layer off takes the selection with it when the selected claim goes.
      const isGone = !isOn && selected?.claim?.layer === 'beyond';
      changeSelection({ isBeyondOn: isOn, ...(isGone && { claim: null }) });
    },
  };
}
