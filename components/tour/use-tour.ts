'use client';

import { useRouter } from 'next/navigation';
import { useViewSelection } from '@/components/debate/use-view-selection';
import { withSelection } from '@/components/debate/view-address';
import type { DebateView } from '@/lib/domain/debate/view';
import type { TourStepView, TourView } from '@/lib/domain/tour/view';

export interface TourWalk {
  /** From 1; null while nobody walks, or when the address names a step that is not there. */
  number: number | null;
  step: TourStepView | null;
  /** Selects the step's claim, and makes the step one that Back undoes. */
  goTo: (number: number) => void;
  end: () => void;
}

/** Where a reader is on the tour. The step stands in the address, so that it can be shared and Back works. */
export function useTour(debate: Pick<DebateView, 'motion'>, { steps }: TourView): TourWalk {
  const [{ tourStep }, select] = useViewSelection();
  const router = useRouter();
  const step = (tourStep !== null && steps[tourStep - 1]) || null;
  return {
    number: step && tourStep,
    step,
    goTo: (number) => {
      const next = steps[number - 1];
      if (!next) return;
      const selection = { claim: next.code, passage: null, tourStep: number };
      if (next.motionCode === debate.motion.code) return select(selection, { push: true });
      // The map of another motion is another page; the view and everything else of the address stay.
      const { pathname, search } = window.location;
      router.push(pathname + withSelection(search, { ...selection, motion: next.motionCode }));
    },
    end: () => select({ tourStep: null }),
  };
}
