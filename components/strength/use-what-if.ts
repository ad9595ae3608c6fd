'use client';

import { useViewSelection } from '@/components/debate/use-view-selection';
import type { WhatIf } from '@/lib/domain/argument/what-if';
import { whatIfAddress } from '@/lib/domain/argument/what-if-address';
import type { DebateView } from '@/lib/domain/debate/view';
import { type DebateStrengths, debateStrengths } from './debate-strengths';

/**
 * Strengths under the changes that the page's address asks for, and a way to change those. Nothing is written: whoever
 * gets the address sees the same, whoever leaves it out sees what is.
 */
export function useWhatIf(debate: DebateView): {
  strengths: DebateStrengths;
  /** False when there are more changes than an address holds. */
  change: (next: WhatIf) => boolean;
} {
  const [{ whatIf: address }, select] = useViewSelection();
  return {
    strengths: debateStrengths(debate, address),
    change: (next) => {
      const written = whatIfAddress(next);
      if (written.ok) select({ whatIf: written.value || null });
      return written.ok;
    },
  };
}
